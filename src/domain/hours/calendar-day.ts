/** Days of the calendar as YYYY-MM-DD, which no time zone moves. */

/** The day so many days later; earlier where negative. */
export function addDays(isoDay: string, days: number): string {
  const at = new Date(`${isoDay}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
