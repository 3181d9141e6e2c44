/**
 * The time a message says it was sent at. Agents write it as ISO 8601, as PostgreSQL prints a
 * timestamp, or as seconds or milliseconds since 1970. Text without a zone is taken as UTC:
 * n8n and PostgreSQL both run in UTC unless told otherwise, and the reader's zone must not matter.
 */

// WhatsApp for business began in 2018; anything before 2015 or after 2100 is a broken counter.
const EARLIEST = Date.UTC(2015, 0, 1)
const LATEST = Date.UTC(2100, 0, 1)

const ISO_LIKE =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?$/i
const EPOCH = /^\d{10}(?:\.\d{1,9})?$|^\d{13}$/

/** ISO 8601 in UTC with milliseconds, or null where there is no plausible time. */
export function parseOwnTime(value: unknown): string | null {
  const ms = typeof value === 'number' ? fromEpoch(value) : fromText(value)
  return ms !== null && ms >= EARLIEST && ms < LATEST ? new Date(ms).toISOString() : null
}

function fromEpoch(count: number): number {
  return Math.floor(count < 100_000_000_000 ? count * 1000 : count) // below: seconds until year 5138
}

function fromText(value: unknown): number | null {
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (EPOCH.test(text)) return fromEpoch(Number(text))
  const [, day, minutes, seconds = ':00', zone = 'Z'] = ISO_LIKE.exec(text) ?? []
  if (day === undefined || minutes === undefined) return null
  const ms = Date.parse(`${day}T${minutes}${seconds}${fullZone(zone)}`)
  if (Number.isNaN(ms)) return null
  // Date.parse rolls 31 February over to March; such a day is no plausible time.
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? ms : null
}

/** "+01" and "+0100" as "+01:00": the only form every engine reads. */
function fullZone(zone: string): string {
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? []
  return sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`
}
