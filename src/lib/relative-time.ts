const STEPS = [
  { unit: 'year', seconds: 31_557_600 },
  { unit: 'month', seconds: 2_629_800 },
  { unit: 'week', seconds: 604_800 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const

/**
 * Says how far a moment is from now, in the largest unit that fits: "4 minutes ago",
 * "in 2 hours", "yesterday". Less than a minute is "now".
 *
 * @param at the moment, in milliseconds since the epoch
 * @param now the present, in milliseconds since the epoch
 */
export function toRelativeTime(at: number, now: number, locale: string): string {
  const seconds = (at - now) / 1000
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const step = STEPS.find((candidate) => Math.abs(seconds) >= candidate.seconds)
  if (step === undefined) return words.format(0, 'second')
  return words.format(Math.trunc(seconds / step.seconds), step.unit)
}
