import { sanitiseText } from '../../lib/sanitise-text.ts'

export type PersonName = { readonly forename: string; readonly surname: string }

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr'])

// Words that begin a surname of several: "Ana de Souza", "Jan van der Berg", "Omar bin Said".
const PARTICLES = new Set(
  'al bin ibn binti da das de del della den der di do dos du e el la le ten ter van von y'.split(
    ' ',
  ),
)

/**
 * A name as people typed it, in one form: Unicode composed, single blanks, no invisible
 * characters. Case stays: "McDonald", "de Souza" and "O’Neill" know better than a rule.
 */
export function normaliseName(text: string): string {
  return sanitiseText(text)
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/(?![\u200C\u200D])\p{Cf}/gu, '') // joiners carry meaning in Persian and Hindi names
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Splits a full name into forename and surname: "Smith, John" at the comma, else before the
 * last word and the particles that belong to it. A title is left out; a single word is a forename.
 */
export function splitName(text: string): PersonName {
  const name = normaliseName(text)
  const [before = '', after] = name.split(/\s?,\s?/, 2)
  if (after !== undefined && after !== '' && before !== '') {
    return { forename: withoutTitle(after.split(' ')).join(' '), surname: before }
  }
  const words = withoutTitle(before.split(' '))
  let start = words.length - 1
  while (start > 1 && PARTICLES.has(words[start - 1]?.toLowerCase() ?? '')) start -= 1
  if (start < 1) return { forename: words.join(' '), surname: '' }
  return { forename: words.slice(0, start).join(' '), surname: words.slice(start).join(' ') }
}

function withoutTitle(words: readonly string[]): readonly string[] {
  const [first = '', ...rest] = words
  return rest.length > 0 && TITLES.has(first.toLowerCase().replace(/\.$/, '')) ? rest : words
}

/** The full name as it is shown. */
export function joinName({ forename, surname }: PersonName): string {
  return normaliseName(`${forename} ${surname}`)
}

/** Up to two initials for an avatar: "Ana de Souza" → "AS"; "?" where there is no name. */
export function initialsOf(text: string): string {
  const words = normaliseName(text).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? []
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  // By code point, not code unit: half of a rare Chinese character is no letter.
  const letters = ends.map((word) => Array.from(word ?? '')[0] ?? '')
  return letters.join('').toLocaleUpperCase('en-GB') || '?'
}
