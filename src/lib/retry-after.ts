/**
 * Reads an HTTP `Retry-After` header (RFC 9110, section 10.2.3): whole seconds, or an
 * HTTP date, which is measured against `nowMs`. Gives whole seconds to wait, never negative,
 * and null where the header is missing or unreadable.
 */
export function parseRetryAfter(header: string | null | undefined, nowMs: number): number | null {
  const text = header?.trim() ?? ''
  if (/^\d+$/.test(text)) {
    const seconds = Number(text)
    return Number.isSafeInteger(seconds) ? seconds : null
  }
  // Date.parse reads far more than HTTP dates ("-5" is a year to it), hence the weekday.
  if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i.test(text)) return null
  const atMs = Date.parse(text)
  return Number.isNaN(atMs) ? null : Math.max(0, Math.ceil((atMs - nowMs) / 1000))
}
