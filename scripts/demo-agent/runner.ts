/** The demo agent's clockwork: takes due steps, a batch at a time, for as long as it runs. */
import { setTimeout as delay } from 'node:timers/promises'
import type postgres from 'postgres'
import { claimDue, saveProgress } from './store.ts'
import { takeSteps } from './take-steps.ts'
import { writeAgentRows } from './write-rows.ts'

const BATCH_SIZE = 500
const LONGEST_REST_MS = 1000
const SHORTEST_REST_MS = 50
const LONGEST_PAUSE_MS = 10_000

/** One batch of due steps, in one transaction. Answers how many were due. */
export async function runRound(
  sql: postgres.Sql,
  speed: number,
  recordings: string,
): Promise<number> {
  return sql.begin(async (tx) => {
    const due = await claimDue(tx, BATCH_SIZE)
    if (due.length === 0) return 0
    const { rows, progress } = takeSteps(due, speed, recordings)
    await writeAgentRows(tx, rows)
    await saveProgress(tx, progress)
    return due.length
  })
}

export type Runner = { readonly stop: () => Promise<void> }

/**
 * Runs rounds until stopped. A database that is away is waited for; conversations stand still
 * meanwhile and lose nothing.
 */
export function startRunner(
  sql: postgres.Sql,
  options: {
    readonly speed: number
    readonly recordings: string
    readonly report: (line: string) => void
    /** Makes the agent's own table; asked for before every round, so that it costs nothing when done. */
    readonly prepare: () => Promise<void>
  },
): Runner {
  const stopping = new AbortController()
  const restMs = Math.max(SHORTEST_REST_MS, LONGEST_REST_MS / options.speed)
  const rest = (ms: number) => delay(ms, undefined, { signal: stopping.signal }).catch(() => {})

  async function run(): Promise<void> {
    let pauseMs = 0
    while (!stopping.signal.aborted) {
      try {
        await options.prepare()
        const taken = await runRound(sql, options.speed, options.recordings)
        pauseMs = 0
        if (taken < BATCH_SIZE) await rest(restMs)
      } catch (error) {
        if (stopping.signal.aborted) return
        if (pauseMs === 0) options.report(`The demo agent waits for its database: ${nameOf(error)}`)
        pauseMs = Math.min(Math.max(pauseMs * 2, 500), LONGEST_PAUSE_MS)
        await rest(pauseMs)
      }
    }
  }

  const running = run()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/** An error's code rather than its message, which may hold a session id and with it a phone. */
function nameOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown'
}
