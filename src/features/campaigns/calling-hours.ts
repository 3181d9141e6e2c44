import { type CallingWindow, parseCallingWindow } from '../../domain/hours/calling-window.ts'
import { setupText } from '../../ui/text/campaign-page.ts'
import { locale } from '../../ui/text/locale.ts'

const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
/** 2024-01-01 was a Monday. */
const MONDAY_MS = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

/** The short name of an ISO weekday, 1 Monday to 7 Sunday. */
export function weekdayName(day: number): string {
  return weekday.format(new Date(MONDAY_MS + (day - 1) * DAY_MS))
}

/** The window a campaign stores, or null for any time (what can't be read is no window either). */
export function toCallingWindow(raw: unknown): CallingWindow | null {
  const parsed = parseCallingWindow(raw)
  return parsed.ok ? parsed.value : null
}

/** A campaign's contact hours in words: "Mon, Tue, Wed 09:00–19:00 (Europe/London)". */
export function callingHoursWords(raw: unknown, timeZone: string): string {
  const window = toCallingWindow(raw)
  if (window === null) return setupText.anyTime
  const days = window.days.map(weekdayName).join(', ')
  return `${days} ${window.from}–${window.to} (${timeZone})`
}
