/** Seconds of PostgreSQL's units that are not a fixed time, as `extract(epoch from …)` takes them. */
const UNIT_SECONDS: Readonly<Record<string, number>> = {
  year: 31_557_600,
  mon: 2_592_000,
  day: 86_400,
}

const CLOCK = /(-?)(\d+):(\d{2}):(\d{2}(?:\.\d+)?)/

/**
 * Seconds of an interval as PostgreSQL writes it: `00:01:23.5`, `1 day 02:00:00`, `-00:00:05`.
 *
 * @returns null for another notation
 */
export function readIntervalSeconds(text: string): number | null {
  const parts = [...text.matchAll(/(-?\d+) (year|mon|day)s?/g)]
  const clock = CLOCK.exec(text)
  if (parts.length === 0 && clock === null) return null
  const whole = parts.reduce(
    (sum, [, count = '0', unit = '']) => sum + Number(count) * (UNIT_SECONDS[unit] ?? 0),
    0,
  )
  if (clock === null) return whole
  const [, sign, hours, minutes, seconds] = clock
  const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return whole + (sign === '-' ? -time : time)
}
