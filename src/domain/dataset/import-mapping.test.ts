import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessMapping, IMPORT_FIELDS } from './import-mapping.ts'

test.each([
  [['First Name', 'Last name', 'Mobile'], { forename: 0, surname: 1, phone: 2 }],
  [['Full name', 'Tel.', 'E-mail', 'Post Code'], { fullName: 0, phone: 1, email: 2, postcode: 3 }],
  [['\ufeffName', 'PHONE_NUMBER', 'Town/City'], { fullName: 0, phone: 1, location: 2 }],
  [
    ['Trade', 'Blue Card?', 'CSCS Green', 'Notes'],
    { trade: 0, blueCard: 1, greenCard: 2, notes: 3 },
  ],
  [['Imię', 'Nazwisko', 'Numer telefonu'], { forename: 0, surname: 1, phone: 2 }],
  [['Nume', 'Prenume', 'Telefon'], { surname: 0, forename: 1, phone: 2 }],
  [['Prénom', 'Nom', 'Téléphone portable'], { forename: 0, surname: 1 }],
  [
    ['Vorname', 'Nachname', 'Handynummer', 'PLZ'],
    { forename: 0, surname: 1, phone: 2, postcode: 3 },
  ],
  [['Name', 'Mobil', 'Schlagworte'], { fullName: 0, phone: 1, tags: 2 }],
  [['Nombre', 'Apellidos', 'Móvil'], { forename: 0, surname: 1, phone: 2 }],
])('%j is understood', (headers, fields) => {
  expect(guessMapping(headers).fields).toMatchObject(fields)
})

test('a mobile is taken before a landline', () => {
  expect(guessMapping(['Phone', 'Mobile']).fields).toEqual({ phone: 1 })
})

test('an exact header wins over one that only holds the word', () => {
  expect(guessMapping(['Emergency phone', 'Phone']).fields).toEqual({ phone: 1 })
  expect(guessMapping(['Candidate mobile']).fields).toEqual({ phone: 0 })
})

test("somebody else's name and phone are not taken for the candidate's", () => {
  const headers = ['Company name', 'Reference', 'Emergency phone', 'Next of kin mobile']
  expect(guessMapping(headers).fields).toEqual({})
})

test('no column serves two fields, and every index is a column', () => {
  const header = fc.oneof(
    fc.constantFrom('Mobile', 'Phone', 'Name', 'First name', 'Blue card', 'Town', 'e-mail'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(header), (headers) => {
      const { fields } = guessMapping(headers)
      const used = IMPORT_FIELDS.flatMap((field) => fields[field] ?? [])
      expect(new Set(used).size).toBe(used.length)
      for (const index of used) expect(headers[index]).toBeDefined()
    }),
  )
})
