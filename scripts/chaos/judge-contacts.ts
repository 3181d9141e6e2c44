/** Was everybody contacted who should be, nobody twice, nobody against their will? Pure. */
import { judgeTasks } from './judge-tasks.ts'
import type { Begun, ContactFaults, Effect, LedgerLine, Outcome } from './outcome.ts'

/** Why somebody may stay unconfirmed for good: a person was asked, or they wished it. */
const SETTLED_DOUBTS = new Set(['needs_decision', 'opted_out', 'stopped', 'window_over'])

export function judgeContacts(outcome: Outcome): ContactFaults {
  const lines = new Map(outcome.ledger.map((line) => [line.session, line]))
  const tasks = judgeTasks(outcome, lines)
  return {
    lost: [...findLost(outcome), ...findUnknown(outcome, lines), ...tasks.lost],
    double: [...findRepeated(outcome), ...findCompeting(outcome, lines), ...tasks.double],
    unwanted: [...findUnwanted(outcome, lines), ...findHasty(outcome), ...tasks.unwanted],
  }
}

/** Lines of the ledger that say something else than the backend, or wait although all is well. */
function findLost(outcome: Outcome): string[] {
  const letGo = new Set(outcome.begun.flatMap(({ recipients }) => recipients))
  const begunOnce = new Set(outcome.forgotten.effects.map(({ session }) => session))
  // Where n8n has begun what a restored backend lacks, a person counts all as sent who are in doubt.
  const campaigns = campaignsOf(outcome)
  const doubted = new Set(outcome.forgotten.effects.map(({ batchId }) => campaigns.get(batchId)))
  const isTaken = (line: LedgerLine) => line.code === 'taken_as_sent'
  return outcome.ledger.flatMap((line) => {
    const { delivery, code } = line
    const isInDoubt = delivery === 'unconfirmed' || isTaken(line)
    if (isInDoubt && !letGo.has(line.id)) return [`${line.id}: in doubt, never sent`]
    // Of who was erased, what became of them stays as it was; nobody can tell which session was theirs.
    if (line.erased) return isOpen(line) ? [`${line.id}: erased, and still ${delivery}`] : []
    const exists = outcome.sessions.has(line.session)
    if (delivery === 'confirmed') {
      // Who was contacted stays so where the backend was restored to before.
      const isKnown = begunOnce.has(line.session) || (isTaken(line) && doubted.has(line.campaign))
      return exists || isKnown ? [] : [`${line.id}: confirmed, never begun`]
    }
    if (exists) return [`${line.id}: begun, but ${delivery}:${code}`]
    const isSurelyNot = delivery === 'excluded' || delivery === 'failed'
    if (isSurelyNot && begunOnce.has(line.session))
      return [`${line.id}: begun once, but ${delivery}`]
    if (delivery === 'excluded') return []
    const over = line.campaignState === 'stopped'
    if (delivery === 'failed' && over) return []
    const isSettled = delivery === 'unconfirmed' && SETTLED_DOUBTS.has(code ?? '')
    // After everything was healed, a person sent the undecided again, unless it was stopped.
    if (isSettled && (over || code !== 'needs_decision')) return []
    return [`${line.id}: left ${delivery}:${code} in a campaign ${line.campaignState}`]
  })
}

function isOpen({ delivery }: LedgerLine): boolean {
  return ['waiting', 'held', 'sending'].includes(delivery)
}

/** A session's id ends with its phone's digits. */
function phoneOf(session: string): string {
  return `+${/[0-9]+$/.exec(session)?.[0] ?? ''}`
}

/** By batch: the campaign that its POST named. */
function campaignsOf({ posts }: Outcome): ReadonlyMap<string, string> {
  return new Map(posts.map(({ batchId, campaign }) => [batchId, campaign]))
}

/**
 * Of a launch that a restored frontend has forgotten, and that could not be repeated because nobody was left to be sent to,
 * the ledger knows nothing; people are told of each conversation then.
 */
function findUnknown(outcome: Outcome, lines: ReadonlyMap<string, LedgerLine>): string[] {
  const { sessions, forgotten, drafts, unmatched } = outcome
  const campaigns = campaignsOf(outcome)
  return outcome.effects
    .filter(({ session }) => !lines.has(session) && !outcome.erased.has(phoneOf(session)))
    .flatMap(({ session, batchId }) => {
      const campaign = campaigns.get(batchId) ?? ''
      const isForgotten = forgotten.launches.has(campaign) && drafts.has(campaign)
      if (!isForgotten) return [`${batchId}: begun, and the ledger knows nothing of it`]
      if (!sessions.has(session) || unmatched.has(session)) return []
      return [`${batchId}: begun by a forgotten launch, and nobody is told`]
    })
}

function findRepeated({ effects, erased, posts }: Outcome): string[] {
  const seen = new Set<string>()
  const repeated = new Set(posts.flatMap((post) => (post.isRepeated ? [post.batchId] : [])))
  return effects.flatMap(({ session, batchId }) => {
    // Once somebody is erased, a receiver can't know a POST that the way repeats.
    if (erased.has(phoneOf(session)) && repeated.has(batchId)) return []
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
 * its campaign was seen open afterwards, and its session is not ended even now, nor was before a restore of the backend.
 */
function findCompeting(outcome: Outcome, lines: ReadonlyMap<string, LedgerLine>): string[] {
  const firstPosts = firstPostOf(outcome)
  const campaigns = campaignsOf(outcome)
  const campaignOf = new Map(
    outcome.effects.map(({ session, batchId }) => [session, campaigns.get(batchId) ?? '']),
  )
  const tell = (session: string) => {
    const line = lines.get(session)
    if (line === undefined) return 'somebody whom the ledger lacks'
    const at = Math.round((firstPosts.get(session) ?? 0) / 1000)
    return `${line.id} (${line.delivery}:${line.code}, ${line.campaignState}, from ${at} s)`
  }
  const { ended } = outcome.forgotten
  return [...Map.groupBy(campaignOf.keys(), phoneOf).values()].flatMap((group) => {
    const ordered = group
      .map((session) => ({ session, at: firstPosts.get(session) ?? Infinity }))
      .sort((one, other) => one.at - other.at)
    return ordered.slice(1).flatMap(({ session, at }, index) => {
      const competing = ordered.slice(0, index + 1).find((before) => {
        const campaign = campaignOf.get(before.session) ?? ''
        return (
          campaign !== campaignOf.get(session) &&
          outcome.sessions.get(before.session)?.completed === false &&
          !ended.has(before.session) &&
          (outcome.wishes.lastOpen.get(campaign) ?? 0) > at
        )
      })
      return competing ? [`${tell(session)}: begun while ${tell(competing.session)} went on`] : []
    })
  })
}

/** When the first POST that named each session arrived, if it took effect. */
function firstPostOf({ posts, effects }: Outcome): Map<string, number> {
  const effective = new Set(effects.map(({ session, batchId }) => `${batchId} ${session}`))
  const first = new Map<string, number>()
  for (const { batchId, tasks, at } of posts) {
    for (const { session } of tasks) {
      if (effective.has(`${batchId} ${session}`) && !first.has(session)) first.set(session, at)
    }
  }
  return first
}

/** Let go by a frontend that had come back from a backup, before anybody said that it may. */
function findHasty({ begun, halts }: Outcome): string[] {
  return begun
    .filter(({ at }) => halts.some(({ from, until }) => from < at && at < until))
    .map(({ batchId }) => `${batchId}: let go after a restore, though nobody said so`)
}

function findUnwanted(outcome: Outcome, lines: ReadonlyMap<string, LedgerLine>): string[] {
  const { wishes, begun, posts } = outcome
  const effective = new Set(outcome.effects.map((one: Effect) => `${one.batchId} ${one.session}`))
  return posts.flatMap(({ batchId, campaign, tasks, at }) => {
    const letGo = letGoAt(begun, batchId, at)
    if (letGo === null) return [`${batchId}: posted without leave`]
    return tasks.flatMap(({ session }) => {
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
