import type { TranscriptLine } from './parse-transcript.ts'

/** What the backend holds of a call. */
export type CallFacts = {
  /** The provider's or agent's word; in the backend it may also hold the reason of the end. */
  readonly status: string | null
  /** JSON of any shape, or its text; null while it hasn't come. */
  readonly analysis: unknown
  readonly durationSeconds: number | null
  readonly transcript: readonly TranscriptLine[]
}
