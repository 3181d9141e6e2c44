/** Was everybody contacted who should be, nobody twice, nobody against their will? Pure. */
import type { Begun, Effect, LedgerLine, Outcome } from './outcome.ts'
import type { Post } from './receiver.ts'

/** Why somebody may stay unconfirmed for good: a person was asked, or they wished it. */
const SETTLED_DOUBTS = new Set(['needs_decision', 'opted_out', 'stopped', 'window_over'])

export type ContactFaults = {
  readonly lost: readonly string[]
  readonly double: readonly string[]
  readonly unwanted: readonly string[]
}

export function judgeContacts(outcome: Outcome): ContactFaults {
  const lines = new Map(outcome.ledger.map((line) => [line.session, line]))
  return {
    lost: [...findLost(outcome), ...findUnknown(outcome, lines)],
    double: [...findRepeated(outcome), ...findCompeting(outcome, lines)],
    unwanted: findUnwanted(outcome, lines),
  }
}

/** Lines of the ledger that say something else than the backend, or wait although all is well. */
function findLost(outcome: Outcome): string[] {
  const { ledger, sessions, forgotten } = outcome
  const ofForgottenLaunch = sessionsOfForgottenLaunches(outcome)
  const begunOnce = new Set(forgotten.effects.map(({ session }) => session))
  return ledger.flatMap((line) => {
    if (line.erased) return isOpen(line) ? [`${line.id}: erased, and still ${line.delivery}`] : []
    const exists = sessions.has(line.session)
    if (line.delivery === 'confirmed') {
      // Who was contacted stays so where the backend was restored to before; about who may have
      // been, a person said so.
      const isKnown = begunOnce.has(line.session) || line.code === 'taken_as_contacted'
      return exists || isKnown ? [] : [`${line.id}: confirmed, never begun`]
    }
    // Excluded when it was launched for the second time, after a restore that forgot the first.
    if (line.delivery === 'excluded' && ofForgottenLaunch.has(line.session)) return []
    if (exists) return [`${line.id}: begun, but ${line.delivery}:${line.code}`]
    if (line.delivery === 'excluded') return []
    const over = line.campaignState === 'stopped'
    if (line.delivery === 'failed' && over) return []
    const isSettled = line.delivery === 'unconfirmed' && SETTLED_DOUBTS.has(line.code ?? '')
    // After everything was healed, a person sent the undecided again, unless it was stopped.
    if (isSettled && (over || line.code !== 'needs_decision')) return []
    return [`${line.id}: left ${line.delivery}:${line.code} in a campaign ${line.campaignState}`]
  })
}

function isOpen({ delivery }: LedgerLine): boolean {
  return ['waiting', 'held', 'sending'].includes(delivery)
}

/** A session's id ends with its phone's digits. */
function phoneOf(session: string): string {
  return `+${/[0-9]+$/.exec(session)?.[0] ?? ''}`
}

/** Begun before the frontend was restored to a time at which their campaign was a draft. */
function sessionsOfForgottenLaunches({ posts, forgotten }: Outcome): Set<string> {
  const isForgotten = ({ campaign, at }: Post) => at < (forgotten.launches.get(campaign) ?? 0)
  return new Set(posts.filter(isForgotten).flatMap(({ sessions }) => sessions))
}

function findUnknown(outcome: Outcome, lines: ReadonlyMap<string, LedgerLine>): string[] {
  const ofForgottenLaunch = sessionsOfForgottenLaunches(outcome)
  return outcome.effects
    .filter(({ session }) => !lines.has(session) && !ofForgottenLaunch.has(session))
    .filter(({ session }) => !outcome.erased.has(phoneOf(session)))
    .map(({ batchId }) => `${batchId}: begun, and the ledger knows nothing of it`)
}

function findRepeated({ effects }: Outcome): string[] {
  const seen = new Set<string>()
  return effects.flatMap(({ session, batchId }) => {
    if (seen.has(session)) return [`${batchId}: begun again`]
    seen.add(session)
    return []
  })
}

/** When a POST of this batch was let go last before it arrived; null: it never was. */
function letGoAt(begun: readonly Begun[], batchId: string, arrivedAt: number): number | null {
  const times = begun.filter((one) => one.batchId === batchId && one.at < arrivedAt)
  return times.length === 0 ? null : Math.max(...times.map((one) => one.at))
}

/**
 * Conversations of two campaigns with one phone, the second begun while the first surely went on:
 * its campaign was seen open afterwards, and its session is not ended even now.
 */
function findCompeting(outcome: Outcome, lines: ReadonlyMap<string, LedgerLine>): string[] {
  const firstPosts = firstPostOf(outcome)
  const byPhone = Map.groupBy(
    outcome.effects.flatMap((effect) => lines.get(effect.session) ?? []),
    (line) => line.phone,
  )
  return [...byPhone.values()].flatMap((group) => {
    const ordered = [...new Set(group)]
      .map((line) => ({ line, at: firstPosts.get(line.session) ?? Infinity }))
      .sort((one, other) => one.at - other.at)
    return ordered.slice(1).flatMap(({ line, at }, index) => {
      const before = ordered.slice(0, index + 1).map((one) => one.line)
      const competing = before.find(
        (other) =>
          other.campaign !== line.campaign &&
          outcome.sessions.get(other.session)?.completed === false &&
          (outcome.wishes.lastOpen.get(other.campaign) ?? 0) > at,
      )
      return competing ? [`${line.id}: begun while ${competing.id} went on`] : []
    })
  })
}

/** When the first POST that named each session arrived, if it took effect. */
function firstPostOf({ posts, effects }: Outcome): Map<string, number> {
  const effective = new Set(effects.map(({ session, batchId }) => `${batchId} ${session}`))
  const first = new Map<string, number>()
  for (const { batchId, sessions, at } of posts) {
    for (const session of sessions) {
      if (effective.has(`${batchId} ${session}`) && !first.has(session)) first.set(session, at)
    }
  }
  return first
}

function findUnwanted(outcome: Outcome, lines: ReadonlyMap<string, LedgerLine>): string[] {
  const { wishes, begun, posts } = outcome
  const effective = new Set(outcome.effects.map((one: Effect) => `${one.batchId} ${one.session}`))
  return posts.flatMap(({ batchId, campaign, sessions, at }) => {
    const letGo = letGoAt(begun, batchId, at)
    if (letGo === null) return [`${batchId}: posted without leave`]
    return sessions.flatMap((session) => {
      if (!effective.has(`${batchId} ${session}`)) return []
      const line = lines.get(session)
      const suppressedAt = wishes.suppressed.get(line?.phone ?? '') ?? Infinity
      const stoppedAt = wishes.stopped.get(campaign) ?? Infinity
      const erasedAt = outcome.erased.get(phoneOf(session)) ?? Infinity
      if (erasedAt < letGo) return [`${batchId}: begun with somebody erased before`]
      if (suppressedAt < letGo) return [`${line?.id}: begun after it was suppressed`]
      if (stoppedAt < letGo) return [`${line?.id}: begun after the campaign was stopped`]
      return []
    })
  })
}
