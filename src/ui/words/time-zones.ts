import { locale } from '../text/locale.ts'

/** The time zones this browser knows by their IANA names. */
export const TIME_ZONES: readonly string[] = [
  ...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]),
]

/** What the clock says in a zone: "14:05"; empty where this browser does not know the zone. */
export function clockIn(timeZone: string, atMs: number): string {
  try {
    return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(atMs)
  } catch {
    return ''
  }
}
