/** The storm itself: what is killed, copied and restored, when the plan says so. */
import { setTimeout as delay } from 'node:timers/promises'
import { insist } from './insist.ts'
import type { PostNotes } from './note-posts.ts'
import type { Receiver } from './receiver.ts'
import { BEHAVIOUR_NAMES } from './receiver-answers.ts'
import { type KillTarget, planKills, planRestores } from './plan-faults.ts'
import {
  type FrontendRestore,
  restoreBackend,
  restoreBoth,
  restoreFrontend,
} from './restore-sides.ts'

export type StormOptions = FrontendRestore & {
  readonly receiver: Pick<Receiver, 'answers'>
  readonly notes: Pick<PostNotes, 'refused'>
  readonly seed: number
  readonly durationMs: number
  /** The receiver takes each session once from now on, and the connection test says so. */
  readonly becomeProven: () => Promise<void>
  readonly report: (line: string) => void
}

/** Of the storm, until the connection test proves the receiver idempotent. */
const UNPROVEN_SHARE = 0.7
/** On a busy machine few POSTs come about: so often each of n8n's answers must have been met before, */
const MEETINGS = 2
/** in a storm that is no mere sample, */
const SHORTEST_FULL_MS = 60_000
/** and at the latest after so many times its length. */
const MOST_LENGTHS = 3
const LOOK_MS = 250

/** @returns what was done to the databases, processes and backups, by name */
export async function storm(options: StormOptions): Promise<string[]> {
  const { durationMs, notes, lines } = options
  const startedAt = performance.now()
  const untilMs = (atMs: number) => delay(Math.max(0, startedAt + atMs - performance.now()))
  let isProven = false
  const unmet = () =>
    BEHAVIOUR_NAMES.some((name) => (options.receiver.answers.get(name) ?? 0) < MEETINGS)
  const isFull = durationMs >= SHORTEST_FULL_MS
  const proving = untilMs(durationMs * UNPROVEN_SHARE).then(async () => {
    const latest = startedAt + durationMs * MOST_LENGTHS
    while (isFull && (unmet() || notes.refused() === 0) && performance.now() < latest) {
      await delay(LOOK_MS)
      if (notes.refused() === 0) await lines.webhook.refuse()
    }
    isProven = true
    await options.becomeProven()
    await delay(durationMs * (1 - UNPROVEN_SHARE))
  })
  const restoring = restoreAll(options, untilMs, async () => {
    // What a restored frontend has forgotten is tested again.
    if (isProven) await options.becomeProven()
  })
  const killed = await killAll(options, untilMs)
  await Promise.all([untilMs(durationMs), proving])
  return [...killed, ...(await restoring)]
}

type Until = (atMs: number) => Promise<void>

async function killAll(options: StormOptions, untilMs: Until): Promise<string[]> {
  const done: string[] = []
  for (const { atMs, target } of planKills(options.seed, options.durationMs)) {
    await untilMs(atMs)
    try {
      kill(options, target)
      done.push(`kill ${target}`)
    } catch {
      // Killed before and not back yet.
    }
  }
  return done
}

function kill(
  { frontendSide, backendSide, bridges, lines }: StormOptions,
  target: KillTarget,
): void {
  if (target === 'frontend-postgres') frontendSide.killPostgres()
  else if (target === 'backend-postgres') backendSide.killPostgres()
  else if (target === 'frontend-postgrest') frontendSide.killPostgrest()
  else if (target === 'backend-postgrest') backendSide.killPostgrest()
  else if (target === 'receiver') void lines.webhook.refuse()
  else bridges.kill(Number(target.slice('bridge-'.length)))
}

async function restoreAll(
  options: StormOptions,
  untilMs: Until,
  proveAgain: () => Promise<void>,
): Promise<string[]> {
  const sides = {
    backend: [options.backendSide],
    frontend: [options.frontendSide],
    both: [options.backendSide, options.frontendSide],
  }
  const restores = { backend: restoreBackend, frontend: restoreFrontend, both: restoreBoth }
  const done: string[] = []
  for (const { atMs, act, side } of planRestores(options.seed, options.durationMs)) {
    await untilMs(atMs)
    if (act === 'back up') await Promise.all(sides[side].map((one) => insist(() => one.backUp())))
    else {
      await restores[side](options)
      if (side !== 'backend') await proveAgain()
      done.push(`restore ${side}`)
    }
    options.report(`${Math.round(performance.now() / 1000)} s: ${act} ${side}`)
  }
  return done
}
