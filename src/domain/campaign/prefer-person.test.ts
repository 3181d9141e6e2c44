import { expect, test } from 'vitest'
import { preferPerson } from './prefer-person.ts'

test('of people who share a number one is preferred, the last that was chosen', () => {
  const once = preferPerson(['other'], ['ann', 'ben'], 'ann')
  expect(once).toEqual(['other', 'ann'])
  expect(preferPerson(once, ['ann', 'ben'], 'ben')).toEqual(['other', 'ben'])
})

test('choosing the same person again changes nothing', () => {
  expect(preferPerson(['ann'], ['ann', 'ben'], 'ann')).toEqual(['ann'])
})
