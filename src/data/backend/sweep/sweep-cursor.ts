import { z } from 'zod'

/** Triggers of ours are switched off or gone, so what they should log is swept for. */
export const LOG_INCOMPLETE = 'backend_log_incomplete'

/**
 * Where the sweep stands. Kept with the effects of the page it came with, so a crash repeats and
 * never skips. The version tells it from the log feed's cursor: each takes the other's for none,
 * and starts over.
 */
const serialMarkSchema = z.object({
  last: z.int(),
  gaps: z.array(z.object({ from: z.int(), to: z.int(), looks: z.int() })),
})

const timeMarkSchema = z.object({
  /** The newest time seen, as the backend writes it; null: no row has one. */
  at: z.string().nullable(),
  key: z.string(),
})

const sweepCursorSchema = z.object({
  v: z.literal('sweep-1'),
  chats: serialMarkSchema,
  events: serialMarkSchema,
  infos: timeMarkSchema,
  calls: timeMarkSchema,
  /** The last session of what we hold that was looked at again; null: from the start. */
  held: z.string().nullable(),
  /** Where the walk for sessions that nothing pointed at stands: a table, and a row of it. */
  walk: z.object({ table: z.int(), after: z.string().nullable() }),
  /** False until the walk came round for the first time: until then a tick goes on. */
  walked: z.boolean(),
  /** Every tenth discovery reads the last minutes once more. */
  discoveries: z.int(),
  /** Found, and still to be read. */
  waiting: z.array(z.string()),
  /** The first of those is a chat that goes on after this message. */
  chatAfter: z.int(),
  /** Why a log that is there is not read, as a stable code; the frontend's `sync_state` tells it. */
  logFault: z.literal(LOG_INCOMPLETE).nullable().default(null),
})

export type SweepCursor = z.infer<typeof sweepCursorSchema>
export type TimeMark = z.infer<typeof timeMarkSchema>

/** The cursor as stored; null where it is none of the sweep's. */
export function readSweepCursor(stored: unknown): SweepCursor | null {
  return sweepCursorSchema.safeParse(stored).data ?? null
}
