/**
 * Hours in which people may be contacted, on the clock of where they are.
 *
 * - The wall decides: a window of 09:00–20:00 is that in winter and in summer. Where the clocks
 *   go forward over its opening it opens at the jump; an hour that comes twice counts twice.
 * - `from` belongs to it, `to` doesn't. `to` before `from` crosses midnight; the two alike are a
 *   whole day. Days are those on which a window opens.
 * - Times are held back, never dropped: outside, `nextOpening` says when to resume.
 */
import { err, ok, type Result } from '../../lib/result.ts'
import { isJsonObject } from '../../lib/json.ts'
import { wallClock } from './wall-clock.ts'

export type CallingWindow = {
  /** HH:MM, 00:00 to 23:59. */
  readonly from: string
  /** HH:MM, 00:00 to 24:00. */
  readonly to: string
  /** ISO weekdays on which it opens, 1 Monday to 7 Sunday. */
  readonly days: readonly number[]
}

const DAY_MINUTES = 24 * 60
const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/
const FAULT = 'Give the calling hours as HH:MM to HH:MM and at least one day of the week.'

/** Parses a window as settings and campaigns store it. The error says what is expected. */
export function parseCallingWindow(raw: unknown): Result<CallingWindow, string> {
  if (!isJsonObject(raw)) return err(FAULT)
  const { from, to, days } = raw
  if (typeof from !== 'string' || !TIME.test(from) || from === '24:00') return err(FAULT)
  if (typeof to !== 'string' || !TIME.test(to)) return err(FAULT)
  if (!Array.isArray(days)) return err(FAULT)
  const known = [1, 2, 3, 4, 5, 6, 7].filter((day) => days.includes(day))
  return known.length > 0 && known.length === new Set(days).size
    ? ok({ from, to, days: known })
    : err(FAULT)
}

/** True while the window is open at the instant (ISO 8601) in the zone (IANA). */
export function isWithin(window: CallingWindow, instant: string, timeZone: string): boolean {
  return isOpenAt(window, Date.parse(instant), timeZone)
}

/**
 * The first instant, at or after the given one, at which the window is open: ISO 8601 in UTC.
 * While it is open that is the instant itself. Null for a window without days.
 */
export function nextOpening(
  window: CallingWindow,
  instant: string,
  timeZone: string,
): string | null {
  let ms = Date.parse(instant)
  // Each round ends at an opening or passes one change of the clocks; no week has two.
  for (let round = 0; round < 4; round += 1) {
    if (isOpenAt(window, ms, timeZone)) return new Date(ms).toISOString()
    const wall = wallClock(ms, timeZone)
    const wait = minutesToOpening(window, wall.weekday, wall.minutes)
    if (wait === null) return null
    const openingMs = (Math.floor(ms / 60_000) + wait) * 60_000
    const isSameOffset = wallClock(openingMs, timeZone).offsetMinutes === wall.offsetMinutes
    ms = isSameOffset ? openingMs : clockChange(ms, openingMs, timeZone)
  }
  return null
}

function isOpenAt({ from, to, days }: CallingWindow, ms: number, timeZone: string): boolean {
  const { weekday, minutes } = wallClock(ms, timeZone)
  const [opens, closes] = [toMinutes(from), toMinutes(to)]
  const yesterday = weekday === 1 ? 7 : weekday - 1
  if (opens < closes) return days.includes(weekday) && minutes >= opens && minutes < closes
  return (
    (days.includes(weekday) && minutes >= opens) || (days.includes(yesterday) && minutes < closes)
  )
}

/** Wall minutes until the window next opens, 1 or more; a window of today that began is past. */
function minutesToOpening(window: CallingWindow, weekday: number, now: number): number | null {
  const opens = toMinutes(window.from)
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const wait = ahead * DAY_MINUTES + opens - now
    if (wait > 0 && window.days.includes(((weekday - 1 + ahead) % 7) + 1)) return wait
  }
  return null
}

/** The instant between the two at which the clocks change, to the minute. */
function clockChange(beforeMs: number, afterMs: number, timeZone: string): number {
  const offsetAt = (minute: number) => wallClock(minute * 60_000, timeZone).offsetMinutes
  let low = Math.floor(beforeMs / 60_000)
  let high = afterMs / 60_000
  const before = offsetAt(low)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle) === before) low = middle
    else high = middle
  }
  return high * 60_000
}

function toMinutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
