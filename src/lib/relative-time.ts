const STEPS = [
  { unit: 'year', seconds: 31_557_600 },
  { unit: 'month', seconds: 2_629_800 },
  { unit: 'week', seconds: 604_800 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const

/**
 * Says how far a moment is from now, in whole ones of the largest unit that fits: "4 minutes ago",
 * "in 2 hours", "1 day ago". Less than a minute is "now". Never "yesterday": 47 hours are one whole
 * day, but may have begun the day before.
 *
 * @param at the moment, in milliseconds since the epoch
 * @param now the present, in milliseconds since the epoch
 */
export function toRelativeTime(at: number, now: number, locale: string): string {
  const seconds = (at - now) / 1000
  const step = STEPS.find((each) => Math.abs(seconds) >= each.seconds)
  if (step === undefined) {
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second')
  }
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc(seconds / step.seconds), step.unit)
}
