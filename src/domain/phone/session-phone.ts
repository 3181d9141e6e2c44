import { cleanPhoneText } from './clean-phone-text.ts'
import type { CountryCode } from './country-code.ts'
import { e164OfDigits, isE164, type E164 } from './e164.ts'
import { readDigits, readInternational } from './read-digits.ts'

/**
 * A phone as the backend holds it: international already, with or without "+", perhaps as
 * `whatsapp:+44…` or `44…@s.whatsapp.net`; a national one belongs to `defaultCountry`.
 * Null where there is no number in it, `…@lid` among them, which hides the phone. Unlike
 * `parsePhone` it keeps Mexico's old form, since records are matched as they were written.
 */
export function sessionPhone(text: string, defaultCountry: CountryCode = 'GB'): E164 | null {
  const cleaned = cleanPhoneText(text)
  if (/[\p{L}@/,;]/u.test(cleaned)) return null
  const digits = cleaned.replace(/\D/g, '')
  if (/^521\d{10}$/.test(digits)) return e164OfDigits(digits)
  const international = digits.startsWith('0') ? undefined : readInternational(digits)
  const phone =
    international?.isValid() === true
      ? international
      : readDigits({ plus: cleaned.startsWith('+'), digits }, defaultCountry)
  return phone !== undefined && isE164(phone.number) ? phone.number : null
}
