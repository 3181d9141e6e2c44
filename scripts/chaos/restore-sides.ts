/**
 * A database that comes back from a backup in the middle of the storm. The backend's is noticed by
 * the sync itself. The frontend notices by itself and sends nothing until somebody says so, which
 * they do as docs/operations.md asks: when what people wished since the backup was entered again, what
 * the backend holds was read, and what n8n alone knows was entered there.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type postgres from 'postgres'
import { askUntilDone } from './ask-until-done.ts'
import type { Gate } from './gate.ts'
import type { Line } from './open-line.ts'
import type { Effect, Forgotten, Halt } from './outcome.ts'
import type { LineName } from './plan-faults.ts'
import type { People } from './press-buttons.ts'
import type { Receiver } from './receiver.ts'
import type { Bridges } from './start-bridges.ts'
import type { ChaosSide } from './start-side.ts'
import { type ChaosFeed, leftTo, setMilestone } from './read-through.ts'
import type { Wishes } from './watch-wishes.ts'

export type ForgottenSoFar = Forgotten & {
  readonly effects: Effect[]
  readonly launches: Map<string, number>
  readonly ended: Set<string>
  /** How many decisions of people about cards. */
  decisions: number
}

type Numbered = Effect & { readonly id: string }

function readEffects(side: ChaosSide): Promise<readonly Numbered[]> {
  return askUntilDone(
    side,
    (sql) => sql<Numbered[]>`
      select id, session_id as session, batch_id as "batchId" from chaos.effects`,
  )
}

async function readEnded(side: ChaosSide): Promise<readonly string[]> {
  const rows = await askUntilDone(
    side,
    (sql) => sql<{ session: string }[]>`
      select session_id as session from public.session_info where session_status = 'completed'`,
  )
  return rows.map(({ session }) => session)
}

export type BackendRestore = {
  readonly backendSide: ChaosSide
  readonly receiver: Pick<Receiver, 'halt' | 'goOn'>
  readonly forgotten: ForgottenSoFar
}

/** @returns what the backend has forgotten by it */
export async function restoreBackend(options: BackendRestore): Promise<readonly Effect[]> {
  const { backendSide, receiver, forgotten } = options
  await receiver.halt()
  const before = await readEffects(backendSide)
  for (const session of await readEnded(backendSide)) forgotten.ended.add(session)
  await backendSide.restore()
  const kept = new Set((await readEffects(backendSide)).map(({ id }) => id))
  const lost = before.filter(({ id }) => !kept.has(id))
  forgotten.effects.push(...lost)
  receiver.goOn()
  return lost
}

export type FrontendRestore = BackendRestore & {
  readonly frontendSide: ChaosSide
  readonly gate: Gate
  readonly lines: Readonly<Record<LineName, Line>>
  readonly receiver: Pick<Receiver, 'settle' | 'halt' | 'goOn' | 'posts'>
  readonly bridges: Bridges
  readonly people: People
  readonly wishes: Wishes
  readonly feed: ChaosFeed
  readonly halts: Halt[]
}

export function restoreFrontend(options: FrontendRestore): Promise<void> {
  return standStill(options, () => options.frontendSide.restore())
}

/** Both from copies of one time: of the contacts since, only n8n's own record of its executions is left. */
export function restoreBoth(options: FrontendRestore): Promise<void> {
  return standStill(options, async () => {
    const [lost] = await Promise.all([restoreBackend(options), options.frontendSide.restore()])
    await enterAgain(options, lost)
  })
}

/** Nobody begins anything while the databases are exchanged; then a person does what must be done before sending goes on. */
async function standStill(options: FrontendRestore, exchange: () => Promise<void>): Promise<void> {
  const { frontendSide, gate, lines, receiver, bridges, halts } = options
  await gate.close()
  bridges.killAll()
  await Promise.all(Object.values(lines).map((line) => line.settle()))
  await receiver.settle()
  const from = performance.now()
  await exchange()
  await forgetDecisions(options)
  await repeatWishes(options)
  await readAll(options)
  await launchAgain(options)
  halts.push({ from, until: performance.now() })
  await askUntilDone(
    frontendSide,
    (sql) => sql`select public.set_sending_paused(null::uuid, null::text)`,
  )
  gate.open()
}

/** Conversations that n8n has begun and the agents' database has forgotten, as somebody enters them again. */
async function enterAgain(
  { backendSide, receiver }: FrontendRestore,
  lost: readonly Effect[],
): Promise<void> {
  const campaigns = new Map(receiver.posts.map(({ batchId, campaign }) => [batchId, campaign]))
  const rows = lost.map(({ session, batchId }) => ({ session, campaign: campaigns.get(batchId) }))
  await askUntilDone(backendSide, async (sql) => {
    const given = sql.json(rows as postgres.JSONValue)
    await sql`insert into public.campaign_info (campaign)
      select distinct campaign from jsonb_to_recordset(${given}) as x(campaign text) on conflict do nothing`
    await sql`insert into public.session_info (session_id, campaign, objectives)
      select distinct on (session) session, campaign, '{}'::jsonb
      from jsonb_to_recordset(${given}) as x(session text, campaign text) on conflict do nothing`
  })
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
  await stopAgain({ frontendSide, people }, wishes)
}

async function stopAgain(
  { frontendSide, people }: Pick<FrontendRestore, 'frontendSide' | 'people'>,
  wishes: Wishes,
): Promise<void> {
  const keys = [...wishes.stopped.keys()]
  const campaigns = await askUntilDone(
    frontendSide,
    (sql) => sql<{ id: string }[]>`select id from public.campaigns
      where campaign_key = any (${keys}) and state not in ('draft', 'stopped')`,
  )
  for (const { id } of campaigns) while (!(await people.press(id, 'stop'))) await delay(200)
}

/** Those launched since the backup are drafts again, and are launched again; what was stopped then is stopped then again. */
async function launchAgain(options: FrontendRestore): Promise<void> {
  const { frontendSide, people, wishes, forgotten } = options
  const rows = await askUntilDone(
    frontendSide,
    (sql) => sql<{ id: string; key: string }[]>`select id, campaign_key as key
      from public.campaigns where id = any (${[...people.launched]}::uuid[]) and state = 'draft'`,
  )
  for (const { id, key } of rows) {
    forgotten.launches.set(key, performance.now())
    await people.launch(id)
  }
  await readAll(options)
  await stopAgain(options, wishes)
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
