/**
 * Sends a file's rows, call by call. Every step may be repeated: ids are made beforehand and the
 * database knows rows it has, so going on after a failure loses and doubles nothing.
 */
import type { ImportAnswer, ImportRow } from '../../../data/frontend/imports.ts'
import { isAppError } from '../../../lib/app-error.ts'
import { backOffDelayMs } from '../../../lib/back-off.ts'
import type { Random } from '../../../lib/random.ts'

const RETRIES = 6
const BACK_OFF = { baseMs: 1_000, capMs: 20_000 }
const MS_PER_SECOND = 1_000

export type ImportSteps = {
  /** Makes the pool where it is new, and the import. */
  readonly start: () => Promise<ImportAnswer>
  readonly chunk: (from: number) => Promise<readonly ImportRow[]>
  readonly send: (rows: readonly ImportRow[]) => Promise<ImportAnswer>
  readonly finish: () => Promise<ImportAnswer>
}

export type RunOptions = {
  /** How many rows are in already, from an attempt before. */
  readonly from: number
  readonly total: number
  /** Told after every call: how many rows have gone, and the account so far. */
  readonly onProgress: (sent: number, answer: ImportAnswer) => void
  /** Told before waiting, with the error and the wait; null when it goes on. */
  readonly onWait: (wait: { readonly error: unknown; readonly delayMs: number } | null) => void
  readonly wait: (delayMs: number) => Promise<void>
  /** Where the sign-in ran out: until the same person is signed in again; false where that can't be awaited. */
  readonly signedInAgain: () => Promise<boolean>
  readonly random: Random
}

async function withRetries<Value>(call: () => Promise<Value>, options: RunOptions): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const value = await call()
      if (attempt > 1) options.onWait(null)
      return value
    } catch (error) {
      if (isAppError(error, 'unauthenticated') && (await options.signedInAgain())) continue
      if (!isAppError(error) || !error.retryable || attempt > RETRIES) throw error
      const asked = (error.retryAfterSeconds ?? 0) * MS_PER_SECOND
      const delayMs = Math.max(asked, backOffDelayMs(attempt, options.random, BACK_OFF))
      options.onWait({ error, delayMs })
      await options.wait(delayMs)
    }
  }
}

/** Runs to the end, or throws what stopped it; `from` then says where to go on. */
export async function runImport(steps: ImportSteps, options: RunOptions): Promise<ImportAnswer> {
  const started = await withRetries(steps.start, options)
  // Its last call came through but its answer was lost: there is nothing left to send.
  if (started.state === 'finished') return started
  // After a reload only the database knows how far it came; its rows are the file's first ones.
  let from = Math.max(options.from, started.read)
  while (from < options.total) {
    const rows = await steps.chunk(from)
    const answer = await withRetries(() => steps.send(rows), options)
    from += rows.length
    options.onProgress(from, answer)
  }
  return withRetries(steps.finish, options)
}
