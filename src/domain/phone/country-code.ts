import { getCountries, isSupportedCountry, type CountryCode } from 'libphonenumber-js/min'

export type { CountryCode }

/** Every country whose numbers can be read, as ISO 3166 names it in two letters. */
export const COUNTRY_CODES: readonly CountryCode[] = getCountries()

/** A country as ISO 3166 names it in two letters, in any case, or null. */
export function parseCountryCode(text: string): CountryCode | null {
  const upper = text.trim().toUpperCase()
  return isSupportedCountry(upper) ? upper : null
}
