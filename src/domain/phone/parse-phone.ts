/**
 * Phone numbers as people write them, into E.164.
 *
 * - Nothing is guessed where a wrong guess would call a stranger: such text is a fault that
 *   says what to do.
 * - A number is accepted when its length is possible. Whether its range is in use (`valid`) is
 *   a warning only: Ofcom's numbers for fiction and new ranges are not in the metadata.
 * - The number depends on the text and the default country; its country on the number alone.
 */
import { err, ok, type Result } from '../../lib/result.ts'
import { sanitiseText } from '../../lib/sanitise-text.ts'
import { cleanPhoneText } from './clean-phone-text.ts'
import type { CountryCode } from './country-code.ts'
import { digitsOf, isE164, type E164 } from './e164.ts'
import { isExcelDamage, withoutThousands } from './excel-damage.ts'
import { phoneFault, type PhoneFault } from './phone-fault.ts'
import { readDigits, readInternational, whyUnreadable, type WrittenDigits } from './read-digits.ts'
import { splitAtGap, splitNumbers } from './split-numbers.ts'

export type ParsedPhone = {
  readonly e164: E164
  /** The text as it came, trimmed and storable. */
  readonly given: string
  /** The country of the number, its code's main one where that is open; null for +800 and its like. */
  readonly country: CountryCode | null
  /** False: nobody is known to use this range. A warning, not a fault. */
  readonly valid: boolean
  readonly extension?: string
}

const NOTHING = /^(?:n\/?a|none|null|nil|unknown|tbc|not known|no (?:phone|number|mobile))$/i
const EXTENSION = /[\s,;]*(?:;\s?ext=|ext(?:ensi)?o?n?|x|#)[\s.:=]*(\d{1,7})$/i
const DIGIT_LOOKALIKES = /[OoIlОоІΟοΙ]/g // Latin, Cyrillic, Greek

function writtenDigits(text: string): WrittenDigits {
  const fromPlus = text.replace(/^[\s0]*(?=\+)/, '') // "00 +44…"
  return { plus: /^[\s(]*\+/.test(fromPlus), digits: fromPlus.replace(/\D/g, '') }
}

/** Parses one phone number; `defaultCountry` is where numbers without a country code belong. */
export function parsePhone(
  text: string,
  defaultCountry: CountryCode,
): Result<ParsedPhone, PhoneFault> {
  const cleaned = withoutThousands(cleanPhoneText(text))
  if (isExcelDamage(cleaned)) return err(phoneFault('excel-damage'))
  if (!/[\p{L}\d]/u.test(cleaned) || NOTHING.test(cleaned)) return err(phoneFault('empty'))

  const extension = EXTENSION.exec(cleaned)
  const main = cleaned.slice(0, extension?.index)
  const read = (part: string) => readDigits(writtenDigits(part), defaultCountry)
  const isValid = (part: string) => read(part)?.isValid() ?? false

  const several = splitNumbers(main, isValid)
  if (several !== null) return err(phoneFault('several-numbers', several))
  if (/\p{L}|@/u.test(main)) {
    const rest = main.replace(DIGIT_LOOKALIKES, '0')
    const isNumberBut = !/\p{L}|@/u.test(rest) && rest.replace(/\D/g, '').length >= 6
    return err(phoneFault(isNumberBut ? 'letter-for-digit' : 'text'))
  }

  const phone = read(main)
  if (phone === undefined || !isE164(phone.number)) {
    const pair = splitAtGap(main, (part) => read(part) !== undefined)
    if (pair !== null) return err(phoneFault('several-numbers', pair))
    return err(phoneFault(whyUnreadable(writtenDigits(main), defaultCountry)))
  }
  const e164 = phone.number
  const number = readInternational(digitsOf(e164)) ?? phone
  return ok({
    e164,
    given: sanitiseText(text).trim(),
    country: number.country ?? number.getPossibleCountries()[0] ?? null,
    valid: number.isValid(),
    ...(extension?.[1] === undefined ? {} : { extension: extension[1] }),
  })
}
