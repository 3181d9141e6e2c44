import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCountryCode } from './country-code.ts'
import { digitsOf, e164OfDigits, isE164, type E164 } from './e164.ts'
import { formatPhone } from './format-phone.ts'
import { nationalVariants } from './national-variants.ts'
import { sessionPhone } from './session-phone.ts'

function e164(text: string): E164 {
  if (!isE164(text)) throw new Error(`not E.164: ${text}`)
  return text
}

test.each([
  ['+5511987654321', ['+551187654321']],
  ['+551187654321', ['+5511987654321']],
  ['+551132654321', []],
  ['+5511932654321', []],
  ['+525512345678', ['+5215512345678']],
  ['+5215512345678', ['+525512345678']],
  ['+541112345678', ['+5491112345678']],
  ['+5491112345678', ['+541112345678']],
  ['+447700900123', []],
])('%s may also be written %j', (number, variants) => {
  expect(nationalVariants(e164(number))).toEqual(variants)
})

test('variants are mutual and never the number itself', () => {
  const digits = fc.stringMatching(/^(?:55\d\d9?|521?|549?|44)[6-9]?\d{6,9}$/)
  fc.assert(
    fc.property(digits, (text) => {
      const number = e164OfDigits(text)
      fc.pre(number !== null)
      for (const variant of nationalVariants(number)) {
        expect(variant).not.toBe(number)
        expect(nationalVariants(variant)).toContain(number)
      }
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['447700900123', '+447700900123'],
  ['+44 7700 900123', '+447700900123'],
  ['whatsapp:+447700900123', '+447700900123'],
  ['447700900123@s.whatsapp.net', '+447700900123'],
  ['00447700900123', '+447700900123'],
  ['07700900123', '+447700900123'],
  ['2079460018', '+442079460018'],
  ['12024561414', '+12024561414'],
  ['5215512345678', '+5215512345678'],
  ['5511987654321', '+5511987654321'],
])('the backend’s %j is %s', (text, number) => {
  expect(sessionPhone(text)).toBe(number)
})

test.each(['', 'unknown', '123456789012345@lid', '123', '07700900123/07700900124'])(
  'the backend’s %j holds no number',
  (text) => {
    expect(sessionPhone(text)).toBeNull()
  },
)

test('a national number of the backend belongs to the given country', () => {
  expect(sessionPhone('601234567', 'PL')).toBe('+48601234567')
})

test('digits and number turn into each other', () => {
  expect(digitsOf(e164('+447700900123'))).toBe('447700900123')
  expect(e164OfDigits('447700900123')).toBe('+447700900123')
  expect(e164OfDigits('07700900123')).toBeNull()
  expect(e164OfDigits('12345')).toBeNull()
})

test('numbers are shown in groups, unknown ones as they are', () => {
  expect(formatPhone(e164('+447700900123'))).toBe('+44 7700 900123')
  expect(formatPhone(e164('+999123456'))).toBe('+999123456')
})

test('countries are known by two letters in any case', () => {
  expect(parseCountryCode(' gb ')).toBe('GB')
  expect(parseCountryCode('UK')).toBeNull()
})
