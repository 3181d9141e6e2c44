/** What a clock on the wall shows in a time zone. */
export type WallClock = {
  /** YYYY-MM-DD. */
  readonly day: string
  /** 1 Monday to 7 Sunday, as ISO 8601 counts. */
  readonly weekday: number
  /** Whole minutes since the wall's midnight. */
  readonly minutes: number
  /** What the wall is ahead of UTC by. */
  readonly offsetMinutes: number
}

// A formatter costs about a hundred times what using it does. Kept per zone; zones are few.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}

/** True for a name this runtime knows as an IANA time zone. */
export function isTimeZone(text: string): boolean {
  try {
    return formatOf(text) !== undefined
  } catch {
    return false
  }
}

/** The wall clock at an instant, in milliseconds since 1970. The zone must be known: `isTimeZone`. */
export function wallClock(instantMs: number, timeZone: string): WallClock {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(instantMs)) {
    parts[type] = Number(value)
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts
  const wallMs = Date.UTC(year, month - 1, day, hour, minute)
  const wall = new Date(wallMs)
  const instantMinute = Math.floor(instantMs / 60_000)
  return {
    day: wall.toISOString().slice(0, 10),
    weekday: wall.getUTCDay() || 7,
    minutes: hour * 60 + minute,
    offsetMinutes: wallMs / 60_000 - instantMinute,
  }
}
