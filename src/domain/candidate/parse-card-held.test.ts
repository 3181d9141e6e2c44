import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CARD_COLOURS, parseCardHeld } from './parse-card-held.ts'

test.each(['yes', 'Y', ' TRUE ', '1', 'x', '✓', 'Valid', 'Sí', 'tak'])('%j is a yes', (text) => {
  expect(parseCardHeld(text, 'blue')).toEqual({ ok: true, value: true })
})

test.each(['no', 'N', 'false', '0', '-', 'Expired', 'não', 'n/a'])('%j is a no', (text) => {
  expect(parseCardHeld(text, 'green')).toEqual({ ok: true, value: false })
})

test('an empty cell says nothing', () => {
  expect(parseCardHeld('  ', 'blue')).toEqual({ ok: true, value: null })
})

test('a colour is a yes to that card and a no to the other', () => {
  expect(parseCardHeld('Blue', 'blue')).toEqual({ ok: true, value: true })
  expect(parseCardHeld('CSCS blue card', 'green')).toEqual({ ok: true, value: false })
  expect(parseCardHeld('blue and green', 'green')).toEqual({ ok: true, value: true })
})

test.each(['maybe', 'blue, expired', '12/2027', 'no blue card'])('%j is not guessed at', (text) => {
  expect(parseCardHeld(text, 'blue')).toEqual({
    ok: false,
    error: 'Write yes or no for the blue card, or leave it empty.',
  })
})

test('blanks and case around a word change nothing', () => {
  const word = fc.constantFrom('yes', 'no', 'blue', 'green', 'what')
  fc.assert(
    fc.property(word, fc.constantFrom(...CARD_COLOURS), (text, colour) => {
      expect(parseCardHeld(`  ${text.toUpperCase()} `, colour)).toEqual(parseCardHeld(text, colour))
    }),
  )
})
