/**
 * The app's words are English; dates and numbers follow the browser's own English (British,
 * American, …), or British where it has none.
 */
export const locale: string =
  globalThis.navigator?.languages?.find((language) => /^en(-|$)/i.test(language)) ?? 'en-GB'

const wholeNumber = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
const exactMoment = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' })
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
const calendarDay = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})
const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })

/** Writes a whole number with the locale's separators: 12,400. */
export function formatNumber(value: number): string {
  return wholeNumber.format(value)
}

/**
 * Writes a part of a whole in per cent; a part of nothing is a dash. Somebody is never nobody: what
 * would round to nothing is “<1%”, and what would round to all of them “>99%”.
 */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return '–'
  const ratio = part / whole
  if (ratio > 0 && ratio < 0.005) return `<${share.format(0.01)}`
  if (ratio < 1 && ratio >= 0.995) return `>${share.format(0.99)}`
  return share.format(ratio)
}

/** An amount of money in its currency (ISO 4217): "£12.50". */
export function formatMoney(amount: number, currency: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount)
}

/** Writes a moment as date and minute, in the reader's time zone. */
export function formatMoment(at: Date): string {
  return moment.format(at)
}

/** Writes a moment in full, weekday and time zone included: for hovering. */
export function formatExactMoment(at: Date): string {
  return exactMoment.format(at)
}

/** Writes a calendar day. */
export function formatDay(at: Date): string {
  return day.format(at)
}

/** Writes hours and minutes. */
export function formatClock(at: Date): string {
  return clock.format(at)
}

/** Writes a day given as YYYY-MM-DD, which is the same everywhere: 9 Mar. */
export function formatCalendarDay(isoDay: string): string {
  return calendarDay.format(new Date(`${isoDay}T00:00:00Z`))
}
