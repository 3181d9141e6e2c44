import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { E164 } from './e164.ts'

/** A number for people to read: "+44 7700 900123". One that can't be grouped stays as it is. */
export function formatPhone(e164: E164): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164
}
