import { parseOwnTime } from '../domain/conversation/own-time.ts'

/**
 * A time of the backend in ISO 8601, UTC, cut to milliseconds as the rules compare them; null where
 * it is none that can be meant, such as PostgreSQL's "infinity".
 */
export function plausibleTime(text: string | null): string | null {
  return parseOwnTime(text)
}

/** The latest of some times that `plausibleTime` gave. */
export function latestTime(times: readonly (string | null)[]): string | null {
  // Of one form and length, such texts compare as their times do.
  return times.reduce((latest, time) => {
    return latest === null || (time !== null && time > latest) ? time : latest
  }, null)
}
