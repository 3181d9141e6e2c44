import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CountryCode } from './country-code.ts'
import { isE164 } from './e164.ts'
import { formatPhone } from './format-phone.ts'
import { parsePhone } from './parse-phone.ts'

function e164Of(text: string, country: CountryCode = 'GB'): string {
  const parsed = parsePhone(text, country)
  return parsed.ok ? parsed.value.e164 : parsed.error.code
}

test.each([
  ['07700 900123'],
  ['07700900123'],
  ['(07700) 900123'],
  ['07700.900.123'],
  ['07700-900-123'],
  ['07700 900/123'],
  ['7700900123'],
  ['447700900123'],
  ['44 (0)7700 900123'],
  ['+44 7700 900123'],
  ['+44 (0)7700 900123'],
  ['(+44) 7700 900123'],
  ['+ 44 7700 900123'],
  ['++44 7700 900123'],
  ['0044 7700 900123'],
  ['0044 (0) 7700 900123'],
  ['00 +44 7700 900123'],
  ['+0044 7700 900123'],
  ['+07700 900123'],
  ["'+447700900123"],
  ['’07700900123'],
  ['"07700 900123"'],
  ['="07700900123"'],
  ['=+447700900123'],
  ['447700900123.0'],
  ['447,700,900,123'],
  ['whatsapp:+447700900123'],
  ['tel:+44-7700-900123'],
  ['Mobile: 07700 900123'],
  ['07700 900123 (mobile)'],
  ['https://wa.me/447700900123'],
  ['447700900123@s.whatsapp.net'],
  ['447700900123:12@s.whatsapp.net'],
  ['07700\u00A0900123'],
  ['07700\u2013900\u2212123'],
  ['\u202A+44\u2009770\u20110 900123\u202C'],
  ['٠٧٧٠٠٩٠٠١٢٣'],
  ['๐๗๗๐๐๙๐๐๑๒๓'],
  ['۰۷۷۰۰۹۰۰۱۲۳'],
  ['०७७००९००१२३'],
  ['＋４４７７００９００１２３'],
  ['07700\u0000900123'],
  [' 07700 900123\r\n'],
])('%j is Ofcom’s fictional number', (text) => {
  const parsed = parsePhone(text, 'GB')
  expect(parsed).toMatchObject({
    ok: true,
    value: { e164: '+447700900123', country: 'GB', valid: false },
  })
})

test('a real range is valid, and what was given is kept', () => {
  expect(parsePhone(' 020 7946 0018 ', 'GB')).toEqual({
    ok: true,
    value: { e164: '+442079460018', given: '020 7946 0018', country: 'GB', valid: true },
  })
})

test.each(['ext 5', 'ext. 5', 'extension 5', 'extn5', 'x5', ', ext 5', ';ext=5', '#5'])(
  'the extension in "07700 900123 %s" is set apart',
  (extension) => {
    expect(parsePhone(`07700 900123 ${extension}`, 'GB')).toMatchObject({
      ok: true,
      value: { e164: '+447700900123', extension: '5' },
    })
  },
)

test.each([
  ['447400123456', 'US', '+447400123456'],
  ['447700900123', 'US', '+447700900123'],
  ['0044 7400 123456', 'US', '+447400123456'],
  ['011 44 7400 123456', 'US', '+447400123456'],
  ['48601234567', 'GB', '+48601234567'],
  ['(202) 456-1414', 'US', '+12024561414'],
  ['12024561414', 'GB', '+12024561414'],
  ['0171/1234567', 'DE', '+491711234567'],
  ['0049171/1234567', 'DE', '+491711234567'],
  ['+39 (0)6 12345678', 'GB', '+390612345678'],
  ['0 11 15-1234-5678', 'AR', '+5491112345678'],
  ['+52 1 55 1234 5678', 'GB', '+525512345678'],
  ['5215512345678', 'MX', '+525512345678'],
  ['+800 1234 5678', 'GB', '+80012345678'],
] as const)('%j in a list from %s is %s', (text, country, e164) => {
  expect(e164Of(text, country)).toBe(e164)
})

test('numbers of Guernsey and Man are +44 with their own country', () => {
  expect(parsePhone('07781 123456', 'GB')).toMatchObject({ value: { country: 'GG', valid: true } })
  expect(parsePhone('07624 123456', 'GB')).toMatchObject({ value: { country: 'IM', valid: true } })
})

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['-', 'empty'],
  ['+', 'empty'],
  ['N/A', 'empty'],
  ['call his wife', 'text'],
  ['ask on 07700 900123 after six', 'text'],
  ['ann@example.com', 'text'],
  ['123456789012345@lid', 'text'],
  ['0800 FLOWERS', 'text'],
  ['07700 90xxxx', 'text'],
  ['4.474E+11', 'excel-damage'],
  ['4,474E+11', 'excel-damage'],
  ['4.474e11', 'excel-damage'],
  ['4E+11', 'excel-damage'],
  ["'4.474E+11", 'excel-damage'],
  ['########', 'excel-damage'],
  ['#NAME?', 'excel-damage'],
  ['O7700 900123', 'letter-for-digit'],
  ['0770O 900123', 'letter-for-digit'],
  ['07700 9OO123', 'letter-for-digit'],
  ['07700 900l23', 'letter-for-digit'],
  ['07700 9\u041E0123', 'letter-for-digit'],
  ['999', 'too-short'],
  ['+44', 'too-short'],
  ['07700 90012', 'too-short'],
  ['+44 7700 90012', 'too-short'],
  ['07700 9001234', 'too-long'],
  ['+44 7700 900123456', 'too-long'],
  ['1'.repeat(300), 'too-long'],
  ['0770 0900', 'too-short'],
  ['020 7946 00', 'too-short'],
  ['+44 7700 9001', 'wrong-length'],
  ['+999 7700 900123', 'unknown-country'],
])('%j is a fault: %s', (text, code) => {
  expect(e164Of(text)).toBe(code)
})

test.each([
  ['07700900123/07700900124', ['07700900123', '07700900124']],
  ['07700 900123, 07700 900124', ['07700 900123', '07700 900124']],
  ['07700 900123 or 020 7946 0018', ['07700 900123', '020 7946 0018']],
  ['07700 900123;+44 7700 900124', ['07700 900123', '+44 7700 900124']],
  ['07700900123\n07700900124', ['07700900123', '07700900124']],
  ['07700 900123/4', ['07700 900123', '4']],
  ['07700900123 07700900124', ['07700900123', '07700900124']],
  ['07700900123 - 07700900124', ['07700900123', '07700900124']],
  ['+447700900123+447700900124', ['+447700900123', '+447700900124']],
  ['1/07700900123/07700900124', ['1', '07700900123', '07700900124']],
])('%j holds several numbers, which are listed', (text, parts) => {
  expect(parsePhone(text, 'GB')).toMatchObject({
    ok: false,
    error: { code: 'several-numbers', parts },
  })
})

const COUNTRIES: readonly CountryCode[] = [
  'GB',
  'US',
  'PL',
  'DE',
  'BR',
  'MX',
  'AR',
  'IT',
  'IN',
  'JE',
]
const phoneLike = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789+()-/., xeOE@#;"\'٣')),
  maxLength: 24,
})

test('any text gives a number of E.164 form or a fault with words, and never throws', () => {
  const anyText = fc.oneof(phoneLike, fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(anyText, fc.constantFrom(...COUNTRIES), (text, country) => {
      const parsed = parsePhone(text, country)
      if (parsed.ok) expect(isE164(parsed.value.e164)).toBe(true)
      else expect(parsed.error.message.length).toBeGreaterThan(20)
    }),
    { numRuns: 2000 },
  )
})

test('an accepted number is read the same again from every form, under any default country', () => {
  const country = fc.constantFrom(...COUNTRIES)
  const digits = fc.stringMatching(/^(?:\+|00|0)?(?:1|39|44|48|49|52|54|55|91)?[1-9]\d{6,10}$/)
  fc.assert(
    fc.property(digits, country, country, (text, first, second) => {
      const parsed = parsePhone(text, first)
      fc.pre(parsed.ok)
      const { e164 } = parsed.value
      for (const form of [e164, formatPhone(e164), `'${e164}`, e164.replace('+', '00')]) {
        const again = parsePhone(form, second)
        expect(again).toMatchObject({
          value: { e164, country: parsed.value.country, valid: parsed.value.valid },
        })
      }
    }),
    { numRuns: 300 },
  )
})

test('a digit of any script counts as one, so that none drops out of a number', () => {
  const codes = Array.from({ length: 0x110000 }, (_, code) => code)
  const digits = codes
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => /\p{Nd}/u.test(character))
  expect(digits.length).toBeGreaterThan(600)
  for (const digit of digits) {
    expect(parsePhone(`07700 900123${digit}`, 'GB')).toMatchObject({ error: { code: 'too-long' } })
  }
})
