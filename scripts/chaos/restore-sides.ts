/**
 * A database that comes back from a backup in the middle of the storm. The backend's is noticed by
 * the sync itself; the frontend's is gone about as docs/operations.md asks: nobody sends until what
 * the backend holds was read and what people wished since the backup was entered again.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type postgres from 'postgres'
import { askUntilDone } from './ask-until-done.ts'
import type { Gate } from './gate.ts'
import type { Line } from './open-line.ts'
import type { Effect, Forgotten } from './outcome.ts'
import type { People } from './press-buttons.ts'
import type { Receiver } from './receiver.ts'
import type { Bridges } from './start-bridges.ts'
import type { ChaosSide } from './start-side.ts'
import { type ChaosFeed, leftTo, setMilestone } from './read-through.ts'
import type { Wishes } from './watch-wishes.ts'

export type ForgottenSoFar = Forgotten & {
  readonly effects: Effect[]
  readonly launches: Map<string, number>
  /** How many decisions of people about cards. */
  decisions: number
  /** How many restores of the backend. */
  backends: number
}

type Numbered = Effect & { readonly id: string }

function readEffects(side: ChaosSide): Promise<readonly Numbered[]> {
  return askUntilDone(
    side,
    (sql) => sql<Numbered[]>`
      select id, session_id as session, batch_id as "batchId" from chaos.effects`,
  )
}

export async function restoreBackend(options: {
  readonly backendSide: ChaosSide
  readonly receiver: Pick<Receiver, 'halt' | 'goOn'>
  readonly forgotten: ForgottenSoFar
}): Promise<void> {
  const { backendSide, receiver, forgotten } = options
  await receiver.halt()
  const before = await readEffects(backendSide)
  await backendSide.restore()
  const kept = new Set((await readEffects(backendSide)).map(({ id }) => id))
  forgotten.effects.push(...before.filter(({ id }) => !kept.has(id)))
  forgotten.backends += 1
  receiver.goOn()
}

export type FrontendRestore = {
  readonly frontendSide: ChaosSide
  readonly backendSide: ChaosSide
  readonly gate: Gate
  readonly lines: readonly Line[]
  readonly receiver: Pick<Receiver, 'settle'>
  readonly bridges: Bridges
  readonly people: People
  readonly wishes: Wishes
  readonly feed: ChaosFeed
  readonly forgotten: ForgottenSoFar
}

export async function restoreFrontend(options: FrontendRestore): Promise<void> {
  const { frontendSide, gate, lines, receiver, bridges, people } = options
  await gate.close()
  bridges.killAll()
  await Promise.all(lines.map((line) => line.settle()))
  await receiver.settle()

  await frontendSide.restore()
  await askUntilDone(frontendSide, (sql) => setPause(sql, 'Restored from a backup'))
  await forgetDecisions(options)
  await repeatWishes(options)
  await readAll(options)
  for (const campaignId of await launchesForgotten(options)) await people.launch(campaignId)
  await readAll(options)
  await askUntilDone(frontendSide, (sql) => setPause(sql, ''))
  gate.open()
}

function setPause(sql: postgres.Sql, reason: string) {
  return sql`update public.settings set value = value || ${sql.json({ pausedReason: reason })}
    where key = 'sending'`
}

/** Cards are as they were at the backup; what people decided since is for them to decide again. */
async function forgetDecisions({ frontendSide, people, forgotten }: FrontendRestore) {
  const cards = await askUntilDone(
    frontendSide,
    (sql) => sql<{ id: string; status: string; setBy: 'person' | 'automation' }[]>`
      select id, status, status_set_by as "setBy" from public.candidates`,
  )
  forgotten.decisions += people.decisions.restored(cards)
}

/** Whoever wished not to be written to, or to be forgotten, or stopped a campaign, does so again. */
async function repeatWishes({ frontendSide, people, wishes }: FrontendRestore): Promise<void> {
  const { erased } = people.erasures
  const phones = [...wishes.suppressed.keys()].filter((phone) => !erased.has(phone))
  await askUntilDone(
    frontendSide,
    (sql) => sql`insert into public.suppressions (phone_e164, reason, source)
      select phone, 'manual', 'person' from unnest(${phones}::text[]) as phone on conflict do nothing`,
  )
  await people.erasures.repeat()
  const keys = [...wishes.stopped.keys()]
  const campaigns = await askUntilDone(
    frontendSide,
    (sql) => sql<{ id: string }[]>`select id from public.campaigns
      where campaign_key = any (${keys}) and state not in ('draft', 'stopped')`,
  )
  for (const { id } of campaigns) while (!(await people.press(id, 'stop'))) await delay(200)
}

/** Those launched since the backup are drafts again, and are launched again unless they were stopped. */
async function launchesForgotten(options: FrontendRestore): Promise<string[]> {
  const { frontendSide, people, wishes, forgotten } = options
  const rows = await askUntilDone(
    frontendSide,
    (sql) => sql<{ id: string; key: string }[]>`select id, campaign_key as key
      from public.campaigns where id = any (${[...people.launched]}::uuid[]) and state = 'draft'`,
  )
  for (const { key } of rows) forgotten.launches.set(key, performance.now())
  return rows.filter(({ key }) => !wishes.stopped.has(key)).map(({ id }) => id)
}

/** Ticks until all that the backend held was read, and what it says of the ledger is entered. */
async function readAll({ frontendSide, backendSide, bridges, feed }: FrontendRestore) {
  const milestone = await askUntilDone(frontendSide, (frontend) =>
    askUntilDone(backendSide, (backend) => setMilestone({ frontend, backend }, feed)),
  )
  for (let left = 1; left > 0;) {
    await bridges.work()
    left = await askUntilDone(
      frontendSide,
      async (sql) => (await leftTo(milestone, sql)) + (await countUnmatched(sql)),
    )
  }
}

/** Recipients who seem to wait though their session was read, and sessions still to be matched. */
async function countUnmatched(frontend: postgres.Sql): Promise<number> {
  const [row] = await frontend`select count(*)::int as n from public.session_evidence e
    left join public.campaign_candidates r using (session_id)
    where e.rematch or (not e.gone and r.delivery_state in ('waiting', 'held'))`
  return Number(row?.['n'])
}
