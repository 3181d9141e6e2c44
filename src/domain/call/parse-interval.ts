/**
 * A duration into seconds, from what PostgreSQL prints for an `interval` in each of its styles,
 * from ISO 8601, and from what agents write themselves: `00:01:23.5`, `1 day 00:00:05`,
 * `83 seconds`, `1 min 23 secs`, `PT1M23S`, `1:23` (minutes and seconds), `83`.
 *
 * Null for anything else, for negative durations and for more than a week: no call lasts that
 * long, so it is a broken clock. Seconds may have a fraction.
 */
const MAX_SECONDS = 7 * 24 * 3600

const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i
const CLOCK = /^(?:(\d+) days? )?(?:(\d+):)?(\d{1,4}):(\d\d(?:\.\d+)?)$/
const WORDS =
  /^(?:(\d+) ?d(?:ays?)?)? ?(?:(\d+) ?h(?:(?:ou)?rs?)?)? ?(?:(\d+) ?m(?:in(?:ute)?s?)?)? ?(?:(\d+(?:\.\d+)?) ?s(?:ec(?:ond)?s?)?)?$/i

export function parseInterval(value: unknown): number | null {
  if (typeof value === 'number') return plausible(value)
  if (typeof value !== 'string') return null
  const text = value.trim().replace(/^@ /, '') // "@ 1 min 23 secs" is PostgreSQL's verbose style
  if (/^\d+(?:\.\d+)?$/.test(text)) return plausible(Number(text))
  const match = ISO.exec(text) ?? CLOCK.exec(text) ?? WORDS.exec(text)
  const parts = match?.slice(1) ?? []
  if (parts.every((part) => part === undefined)) return null
  const [days, hours, minutes, seconds] = parts.map((part) => Number(part ?? 0))
  return plausible(
    (days ?? 0) * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0),
  )
}

function plausible(seconds: number): number | null {
  return seconds >= 0 && seconds <= MAX_SECONDS ? seconds : null
}
