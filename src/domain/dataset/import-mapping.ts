/** Which column of a file holds what: guessed from its headers, corrected by the recruiter. */
import { foldText } from '../../lib/fold-text.ts'
import { unescapeCsvCell } from './csv-cell.ts'

export const IMPORT_FIELDS = [
  'phone',
  'email',
  'forename',
  'surname',
  'fullName',
  'blueCard',
  'greenCard',
  'postcode',
  'location',
  'trade',
  'tags',
  'notes',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

export const IMPORT_FIELD_LABELS: Readonly<Record<ImportField, string>> = {
  phone: 'Phone',
  email: 'E-mail',
  forename: 'Forename',
  surname: 'Surname',
  fullName: 'Full name',
  blueCard: 'Blue card',
  greenCard: 'Green card',
  postcode: 'Postcode',
  location: 'Location',
  trade: 'Trade',
  tags: 'Tags',
  notes: 'Notes',
}

export type ImportMapping = {
  /** Of every column, in order; what a row's cells are counted against. */
  readonly headers: readonly string[]
  /** The index of the column that holds the field. Several fields may share one. */
  readonly fields: Readonly<Partial<Record<ImportField, number>>>
}

// Folded and without punctuation. English first, then Polish, Romanian, Portuguese, Spanish,
// French and German. Earlier names win, so a mobile is taken before a landline.
const NAMES: Readonly<Record<ImportField, string>> = {
  phone:
    'mobile|mobil|mobile number|mobilnummer|mobile phone|mobile no|cell|cell phone|whatsapp|whatsapp number|phone|phone number|phone no|telephone|telephone number|tel|tel no|contact number|phone 1|komorka|telefon|numer telefonu|nr telefonu|telefon mobil|numar de telefon|telemovel|telefone|celular|movil|telefono|portable|gsm|handy|telefonnummer|handynummer',
  email: 'email|e mail|email address|e mail address|mail|adres email|correo|courriel',
  forename:
    'forename|forenames|first name|firstname|given name|given names|christian name|imie|prenume|primeiro nome|nombre|prenom|vorname',
  surname:
    'surname|last name|lastname|family name|second name|nazwisko|nume|nume de familie|apelido|sobrenome|apellido|apellidos|nom|nom de famille|nachname|familienname',
  fullName:
    'full name|fullname|name|candidate name|candidate|worker name|employee name|contact name|contact|imie i nazwisko|nume complet|nume si prenume|nome|nome completo|nombre completo|nombre y apellidos|nom complet|nom et prenom|vollstandiger name',
  blueCard: 'blue card|bluecard|cscs blue|blue cscs|cscs blue card|blue cscs card|blue',
  greenCard: 'green card|greencard|cscs green|green cscs|cscs green card|green cscs card|green',
  postcode:
    'postcode|post code|postal code|zip|zip code|kod pocztowy|cod postal|codigo postal|code postal|postleitzahl|plz',
  location:
    'location|town|city|area|town city|region|address|miejscowosc|miasto|localitate|oras|localidade|cidade|localidad|ciudad|ville|ort|stadt|wohnort',
  trade:
    'trade|occupation|job title|job role|role|profession|skill|skills|position|zawod|meserie|ocupatie|profissao|oficio|profesion|metier|beruf',
  tags: 'tags|tag|labels|label|etykiety|tagi|etichete|etiquetas|etiquettes|schlagworte',
  notes:
    'notes|note|comments|comment|remarks|uwagi|notatki|observatii|notas|observacoes|notes diverses|bemerkungen|notizen',
}

// Alone they name a column; inside a longer header they say nothing ("company name").
const TOO_SHORT_TO_CONTAIN =
  /^(?:name|nom|nome|nume|nombre|contact|candidate|area|role|note|tag|label|blue|green|mail|position|address|ort|tel|portable)$/

// "Emergency phone" is the phone of a relative: no guess may put them into a campaign.
const SOMEBODY_ELSE =
  /\b(?:emergency|kin|referee|reference|manager|supervisor|agency|company|employer|client|partner|parent|fax)\b/

/**
 * The mapping a file's headers suggest: each field at most one column, each column at most one
 * field. A header that is one of a field's names goes before one that only holds such words.
 */
export function guessMapping(headers: readonly string[]): ImportMapping {
  const folded = headers.map(foldHeader)
  const fields: Partial<Record<ImportField, number>> = {}
  const taken = new Set<number>()
  const assign = (field: ImportField, matches: (header: string, name: string) => boolean) => {
    if (fields[field] !== undefined) return
    for (const name of NAMES[field].split('|')) {
      const index = folded.findIndex((header, at) => !taken.has(at) && matches(header, name))
      if (index < 0) continue
      fields[field] = index
      taken.add(index)
      return
    }
  }
  for (const field of IMPORT_FIELDS) assign(field, (header, name) => header === name)
  for (const field of IMPORT_FIELDS) assign(field, contains)
  return { headers, fields }
}

function contains(header: string, name: string): boolean {
  if (SOMEBODY_ELSE.test(header) || TOO_SHORT_TO_CONTAIN.test(name)) return false
  return ` ${header} `.includes(` ${name} `)
}

function foldHeader(header: string): string {
  return foldText(unescapeCsvCell(header))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
