/** When each line of a transcript is heard, so that a recording and its words move together. */
import type { TranscriptLine } from './parse-transcript.ts'

type Line = Pick<TranscriptLine, 'text' | 'startMs'>

export type LineTimes = {
  /** Milliseconds from the start, one for each line, never descending; null where nothing is known. */
  readonly startsMs: readonly (number | null)[]
  /** True where the times are a guess from the length of what was said. */
  readonly estimated: boolean
}

/** What a line costs before its first word: a breath, and the other's silence. In characters. */
const PAUSE_CHARACTERS = 12

/**
 * The provider's own times where every line has one; else the call's duration shared out by the
 * length of the lines, which is right to a few seconds.
 */
export function lineTimes(lines: readonly Line[], durationSeconds: number | null): LineTimes {
  if (lines.length > 0 && lines.every(({ startMs }) => startMs !== null)) {
    let latest = 0
    return {
      startsMs: lines.map(({ startMs }) => (latest = Math.max(latest, startMs ?? 0))),
      estimated: false,
    }
  }
  if (durationSeconds === null || durationSeconds <= 0) {
    return { startsMs: lines.map(() => null), estimated: true }
  }
  const weights = lines.map(({ text }) => text.length + PAUSE_CHARACTERS)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let before = 0
  const startsMs = weights.map((weight) => {
    const startMs = Math.round((before / whole) * durationSeconds * 1000)
    before += weight
    return startMs
  })
  return { startsMs, estimated: true }
}

/** The line heard at a moment; -1 before the first and where no times are known. */
export function lineAt(startsMs: LineTimes['startsMs'], atMs: number): number {
  return startsMs.findLastIndex((startMs) => startMs !== null && startMs <= atMs)
}
