import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { isE164 } from './e164.ts'

/** A number for people to read: "+44 7700 900123". What is not in E.164, or can't be grouped, stays as it is. */
export function formatPhone(phone: string): string {
  if (!isE164(phone)) return phone
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone
}
