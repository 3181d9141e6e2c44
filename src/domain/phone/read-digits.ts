/**
 * Metadata: the `max` build (49 kB gzip with the library) and not `min` (29 kB). Only `max`
 * knows each country's real ranges, and these decide whether `447400123456` under another
 * default country is a national number or one that lost its "+"; a wrong guess calls a
 * stranger. The first load does not pay for it: the import worker and the forms where a phone
 * is typed load this module when they need it, the bridge runs on a server. Showing a number
 * (`format-phone.ts`) needs `min` only.
 */
import {
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type PhoneNumber,
} from 'libphonenumber-js/max'
import type { CountryCode } from './country-code.ts'
import type { PhoneFaultCode } from './phone-fault.ts'

/** Digits as written, and whether a "+" stood before them. */
export type WrittenDigits = { readonly plus: boolean; readonly digits: string }

/** Reads digits as country code and number. */
export function readInternational(digits: string): PhoneNumber | undefined {
  // Mexico dropped the 1 after its country code in 2019; lists and WhatsApp still carry it.
  return parsePhoneNumberFromString(`+${digits.replace(/^521(?=\d{10}$)/, '52')}`)
}

/** Reads digits as somebody in that country would dial them. */
export function readNational(digits: string, country: CountryCode): PhoneNumber | undefined {
  return parsePhoneNumberFromString(digits, { defaultCountry: country })
}

function isValid(phone: PhoneNumber | undefined): boolean {
  return phone?.isValid() ?? false
}

// In the UK numbers beginning 2, 3 and 7 have ten digits, none begins 0, and none in use has eight or fewer but
// the few the metadata lists (Ofcom, National Telephone Numbering Plan). The library's lengths
// are those of any kind of number, so a mobile with a digit missing would pass.
const SHORT_UK_NUMBER = /^\+44(?:[0237]\d{8}|\d{7,8})$/

function isAcceptable(phone: PhoneNumber | undefined): phone is PhoneNumber {
  if (phone === undefined) return false
  // Digits of no range may keep their leading 0 in one reading and lose it in the next.
  if (parsePhoneNumberFromString(phone.number)?.number !== phone.number) return false
  return phone.isValid() || (phone.isPossible() && !SHORT_UK_NUMBER.test(phone.number))
}

/**
 * The reading that counts. Written with "+" or "00": international. Otherwise the national
 * reading wins only if it is valid in the default country; else the digits are tried with a
 * "+" in front, for lists that lost it. Where nothing is valid, a number of possible length is
 * taken, national first: numbers of new and of fictional ranges are not in the metadata.
 */
export function readDigits(
  { plus, digits }: WrittenDigits,
  country: CountryCode,
): PhoneNumber | undefined {
  // No country code begins with 0, so "+07…" and "+0044…" are a "+" put before what was dialled.
  if (plus && !digits.startsWith('0')) return [readInternational(digits)].find(isAcceptable)
  const national = readNational(digits, country)
  const dialledAbroad = digits.startsWith('00')
  const international =
    dialledAbroad || !digits.startsWith('0')
      ? readInternational(digits.replace(/^00/, ''))
      : undefined
  if (dialledAbroad) return [international, national].find(isAcceptable)
  if (isValid(national)) return national
  if (isValid(international)) return international
  return [national, international].find(isAcceptable)
}

/** Why no reading was acceptable, by the reading the writer most likely meant. */
export function whyUnreadable(
  { plus, digits }: WrittenDigits,
  country: CountryCode,
): PhoneFaultCode {
  const international = /^00(?!0)/.test(digits) || (plus && !digits.startsWith('0'))
  const problem = international
    ? validatePhoneNumberLength(`+${digits.replace(/^00/, '')}`)
    : validatePhoneNumberLength(digits, { defaultCountry: country })
  switch (problem) {
    case 'TOO_LONG':
      return 'too-long'
    case 'INVALID_COUNTRY':
      return 'unknown-country'
    case 'INVALID_LENGTH':
      return 'wrong-length'
    case 'TOO_SHORT':
    case 'NOT_A_NUMBER':
    case undefined:
      return 'too-short'
  }
}
