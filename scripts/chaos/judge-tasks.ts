/**
 * Every task that arrived at the webhook, whatever came of it, against the ledger and against what was let go. Pure.
 */
import type { ContactFaults, LedgerLine, Outcome } from './outcome.ts'
import type { Post } from './receiver.ts'

type Arrived = Pick<Outcome, 'posts' | 'begun' | 'erased' | 'drafts' | 'halts'> & {
  readonly forgotten: Pick<Outcome['forgotten'], 'launches'>
}
type Line = Pick<LedgerLine, 'id' | 'campaign' | 'phone'>

export function judgeTasks(outcome: Arrived, lines: ReadonlyMap<string, Line>): ContactFaults {
  const faults = outcome.posts.map((post) => judgePost(post, outcome, lines))
  return {
    lost: faults.flatMap(({ lost }) => lost),
    double: findRepeatedTasks(outcome),
    unwanted: faults.flatMap(({ unwanted }) => unwanted),
  }
}

function judgePost(
  { batchId, campaign, tasks }: Post,
  { begun, erased, forgotten, drafts }: Arrived,
  lines: ReadonlyMap<string, Line>,
): Pick<ContactFaults, 'lost' | 'unwanted'> {
  const letGo = new Set(begun.flatMap((one) => (one.batchId === batchId ? one.recipients : [])))
  const isForgotten = forgotten.launches.has(campaign)
  const lost: string[] = []
  const unwanted: string[] = []
  for (const { session, phone } of tasks) {
    const line = lines.get(session)
    // Of who was erased no line names the session any more.
    if (erased.has(phone)) continue
    if (line === undefined) {
      if (!isForgotten || !drafts.has(campaign)) lost.push(`${batchId}: nobody of the ledger`)
      continue
    }
    if (line.campaign !== campaign) lost.push(`${line.id}: sent for ${campaign}`)
    if (line.phone !== phone) lost.push(`${line.id}: sent with somebody else's number`)
    // Launched again after a restore, they are the same people by other ids.
    if (!isForgotten && !letGo.has(line.id)) unwanted.push(`${line.id}: sent, and never let go`)
  }
  return { lost, unwanted }
}

/**
 * Within one POST, or under an id that stood for other tasks before: a receiver can't know the one for the other. A
 * restored frontend has forgotten what it posted under an id since the backup; that begins anew then.
 */
function findRepeatedTasks({ posts, halts }: Pick<Arrived, 'posts' | 'halts'>): string[] {
  const first = new Map<string, string>()
  return posts.flatMap(({ batchId, tasks, at }) => {
    const id = `${batchId} ${halts.filter(({ from }) => from < at).length}`
    const sessions = tasks.map(({ session }) => session)
    const faults: string[] = []
    if (new Set(sessions).size < sessions.length) faults.push(`${batchId}: somebody twice in it`)
    const known = first.get(id)
    if (known === undefined) first.set(id, sessions.join())
    else if (known !== sessions.join()) faults.push(`${batchId}: other tasks under the same id`)
    return faults
  })
}
