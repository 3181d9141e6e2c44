import { expect, test } from 'vitest'
import { searchedDigits, writtenDigits } from './page.ts'

test.each(['07700 900123', '+44 7700 900123', '0044 7700 900123', '+44 (0)7700-900123', '900 123'])(
  'a number searched for as %s is found however it was written down',
  (search) => {
    const found = new RegExp(writtenDigits(searchedDigits(search) ?? '-'))
    for (const given of ['07700 900123', '+44 (0)7700 900-123', '00447700900123']) {
      expect(given).toMatch(found)
    }
    expect('07700 900124').not.toMatch(found)
  },
)

test.each(['Ann', 'M1 1AA', '900', ''])('“%s” is no part of a number', (search) => {
  expect(searchedDigits(search)).toBeNull()
})
