import type { Brand } from '../../lib/brand.ts'

/** A phone number as "+" and 6 to 15 digits, country code first (ITU-T E.164). */
export type E164 = Brand<string, 'E164'>

// The database checks the same pattern wherever it keeps a `phone_e164`.
const SHAPE = /^\+[1-9][0-9]{5,14}$/

/** True for text that is in E.164 form already; says nothing about whether the number exists. */
export function isE164(text: string): text is E164 {
  return SHAPE.test(text)
}

/** The number without its "+", as session ids and `wa.me` links hold it. */
export function digitsOf(e164: E164): string {
  return e164.slice(1)
}

/** The number whose digits these are, country code first, or null where they can't be one. */
export function e164OfDigits(digits: string): E164 | null {
  const text = `+${digits}`
  return isE164(text) ? text : null
}
