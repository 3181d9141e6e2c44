/** What goes wrong in a chaos run, decided by its seed alone: the same seed, the same plan. */
import { between, pick, seededRandom } from '../demo-agent/seeded-random.ts'
import type { ChaosFeed } from './read-through.ts'

/** What may happen to one request and its answer on the way. */
export const LINE_FAULTS = [
  'lose-request',
  'cut-request',
  'garble-request',
  'delay-request',
  'repeat-request',
  'lose-answer',
  'cut-answer',
  'garble-answer',
  'empty-answer',
  'delay-answer',
  'unavailable',
  'rate-limit',
] as const
export type LineFault = (typeof LINE_FAULTS)[number]

/** The lines between bridges and the rest of the world. */
export type LineName = 'frontend' | 'backend' | 'webhook'

export type PlannedFault = { readonly kind: LineFault | 'none'; readonly delayMs: number }

/** Longer than a bridge of the run waits, so that some answers come to nobody. */
const LONGEST_DELAY_MS = 3_500

/** Of the requests of a line such a part is disturbed. */
const SHARE: Readonly<Record<LineName, number>> = { frontend: 0.12, backend: 0.15, webhook: 0.2 }
/** A look of the sweep is twenty requests and more where a tick of the log is one: most looks would never end. */
const SHARE_SWEPT = 0.03

/** The fate of the nth request of a line, counted from 1. */
export function planFault(
  { seed, feed }: { readonly seed: number; readonly feed: ChaosFeed },
  line: LineName,
  nth: number,
): PlannedFault {
  const random = seededRandom(`${seed}:line:${line}:${nth}`)
  const delayMs = Math.round(random() ** 3 * LONGEST_DELAY_MS)
  const share = line === 'backend' && feed === 'sweep' ? SHARE_SWEPT : SHARE[line]
  if (random() >= share) return { kind: 'none', delayMs: 0 }
  return { kind: pick(random, LINE_FAULTS), delayMs }
}

export const BRIDGES = 3

export type KillTarget =
  | 'frontend-postgres'
  | 'backend-postgres'
  | 'frontend-postgrest'
  | 'backend-postgrest'
  | 'receiver'
  | `bridge-${number}`

export type Kill = { readonly atMs: number; readonly target: KillTarget }

export const KILL_TARGETS: readonly KillTarget[] = [
  'frontend-postgres',
  'backend-postgres',
  'frontend-postgrest',
  'backend-postgrest',
  'receiver',
  ...Array.from({ length: BRIDGES }, (_, index) => `bridge-${index + 1}` as const),
]

/** Between two kills there is time to come back, and to be killed in the middle of that. */
const LONGEST_PEACE_MS = 5_000

/**
 * Every `kill -9` of a run: each part at least once, in an order of the seed's.
 *
 * @param durationMs of the run's stormy part
 */
export function planKills(seed: number, durationMs: number): Kill[] {
  const random = seededRandom(`${seed}:kills`)
  const everyMs = Math.min(LONGEST_PEACE_MS, durationMs / (KILL_TARGETS.length + 1))
  const kills: Kill[] = []
  let round: KillTarget[] = []
  for (let atMs = everyMs / 2; atMs < durationMs; atMs += everyMs) {
    if (round.length === 0) round = [...KILL_TARGETS]
    const [target] = round.splice(between(random, 0, round.length - 1), 1)
    if (target === undefined) break
    kills.push({ atMs: Math.round(atMs + (random() - 0.5) * everyMs * 0.8), target })
  }
  return kills
}

export type PlannedRestore = {
  readonly atMs: number
  readonly act: 'back up' | 'restore'
  readonly side: 'backend' | 'frontend' | 'both'
}

/**
 * First one after the other, then both from copies of one time. Contacts that both have forgotten are known to n8n alone,
 * so only where both are restored somebody enters them again.
 */
const RESTORE_ROUND: readonly (Omit<PlannedRestore, 'atMs'> & { readonly share: number })[] = [
  { share: 0.1, act: 'back up', side: 'backend' },
  { share: 0.24, act: 'restore', side: 'backend' },
  { share: 0.32, act: 'back up', side: 'frontend' },
  { share: 0.48, act: 'restore', side: 'frontend' },
  { share: 0.58, act: 'back up', side: 'both' },
  { share: 0.76, act: 'restore', side: 'both' },
]
const RESTORE_ROUND_MS = 150_000

/** Backups and what comes of them: each database is restored twice every two and a half minutes, at least twice. */
export function planRestores(seed: number, durationMs: number): PlannedRestore[] {
  const random = seededRandom(`${seed}:restores`)
  const rounds = Math.max(1, Math.floor(durationMs / RESTORE_ROUND_MS))
  return Array.from({ length: rounds }, (_, round) =>
    RESTORE_ROUND.map(({ share, ...what }) => ({
      atMs: Math.round(((round + share + (random() - 0.5) * 0.08) / rounds) * durationMs),
      ...what,
    })),
  ).flat()
}
