const BRITISH = /^([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})$/

/**
 * A postcode in one form: British ones in capitals with the space before the last three
 * characters ("sw1a1aa" → "SW1A 1AA"), anything else as given, without outer blanks.
 */
export function normalisePostcode(text: string): string {
  const trimmed = text.trim()
  const [, outward, inward] = BRITISH.exec(trimmed.toUpperCase()) ?? []
  return outward === undefined || inward === undefined ? trimmed : `${outward} ${inward}`
}
