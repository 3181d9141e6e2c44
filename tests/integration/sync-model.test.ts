/**
 * Stories of agents, people and ticks: whenever frontends tick, in pages of whatever size, dying
 * at any step or several at once, they show what a plain reading of the backend says (S1–S4).
 */
import fc from 'fast-check'
import type postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runTick } from '../../src/sync/run-tick.ts'
import {
  addCall,
  candidateWrites,
  removeSession,
  setObjective,
  withdrawObjective,
} from '../support/agents.ts'
import { faultyPorts } from '../support/faulty-ports.ts'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { actAs, addRecruiter } from '../support/recruiter.ts'
import { backendPort, frontendPort } from '../support/sync-ports.ts'
import {
  OracleStory,
  PEOPLE,
  RULE_SETS,
  stepArb,
  tickStyleArb,
  timeOf,
  type Step,
  type TickStyle,
} from '../support/sync-model.ts'
import {
  addCampaign,
  addRecipient,
  createSyncWorld,
  newPhone,
  newUid,
  type SyncWorld,
} from '../support/sync-world.ts'

/** A frontend with its own ledger ids for the same people. */
type Side = {
  readonly database: FreshDatabase
  /** Of the worker that ticks at the same time. */
  readonly other: postgres.Sql
  readonly recruiter: string
  officeId: string
  recipients: string[]
  cards: string[]
}

let world: SyncWorld
let eager: Side
let lazy: Side
let sessions: string[] = []
let campaigns: { side: Side; id: string; rulesVersion: number }[] = []
/** Transactions of the backend that are still open. */
const open: postgres.ReservedSql[] = []

async function openSide(database: FreshDatabase): Promise<Side> {
  const recruiter = await addRecruiter(database.sql)
  return { database, other: database.connect(), recruiter, officeId: '', recipients: [], cards: [] }
}

beforeAll(async () => {
  world = await createSyncWorld()
  eager = await openSide(world.frontend)
  lazy = await openSide(await freshFrontend())
})
afterAll(async () => {
  await lazy.database.dispose()
  await world.close()
})

/** New people with a card each, unknown to every story before. */
async function begin(): Promise<void> {
  const uid = newUid()
  const phones = Array.from({ length: PEOPLE }, newPhone)
  campaigns = []
  sessions = phones.map((phone) => `plumberlondon_${uid}_${phone.slice(1)}`)
  for (const side of [eager, lazy]) {
    const { sql } = side.database
    const campaign = await addCampaign(sql, { uid, cardPolicy: 'never' })
    side.officeId = campaign.officeId
    campaigns.push({ side, id: campaign.id, rulesVersion: 1 })
    side.recipients = []
    side.cards = []
    for (const phone of phones) {
      const { id, personId } = await addRecipient(sql, campaign, { phone })
      const [card] = await sql`
        insert into public.candidates (job_id, office_id, person_id, name)
        values (${campaign.jobId}, ${campaign.officeId}, ${personId}, 'Ann') returning id`
      await sql`update public.campaign_candidates set candidate_id = ${String(card?.['id'])}
        where id = ${id}`
      side.recipients.push(id)
      side.cards.push(String(card?.['id']))
    }
  }
}

async function perform(step: Step): Promise<void> {
  const { sql } = world.backend
  const session = sessions[step.who] ?? ''
  await sql`insert into public.session_info (session_id, objectives) values (${session}, '{}')
    on conflict do nothing`
  switch (step.type) {
    case 'write':
      return void (await candidateWrites(sql, session, 'Hello'))
    case 'forget':
      return void (await sql`delete from public.chat_history where session_id = ${session}`)
    case 'objective': {
      const at = step.atMinute === null ? null : timeOf(step.atMinute)
      return setObjective(sql, session, step.key, step.value, at)
    }
    case 'withdraw':
      return withdrawObjective(sql, session, step.key)
    case 'call':
      return addCall(sql, session, { callId: crypto.randomUUID() })
    case 'remove':
      return removeSession(sql, session)
    case 'late':
      return writeLate(session)
    case 'settle':
      return settle(step.end)
    case 'rules':
      return changeRules(step.which)
    case 'move':
    case 'accept':
    case 'dismiss':
    case 'resume':
      return decide(step)
  }
}

async function writeLate(session: string): Promise<void> {
  const writer = await world.backend.connect().reserve()
  await writer`begin`
  await writer`insert into public.chat_history (session_id, message)
    values (${session}, '{"type": "human", "content": "Hello"}')`
  open.push(writer)
}

async function settle(end: 'commit' | 'rollback'): Promise<void> {
  // In the reverse order of their beginnings.
  for (const writer of open.splice(0).reverse()) {
    await writer.unsafe(end)
    writer.release()
  }
}

async function changeRules(which: number): Promise<void> {
  for (const campaign of campaigns) {
    const { sql } = campaign.side.database
    campaign.rulesVersion += 1
    for (const rule of RULE_SETS[which] ?? []) {
      await sql`insert into public.status_rules
          (campaign_id, rules_version, position, objective_key, status, rank, is_refusal)
        values (${campaign.id}, ${campaign.rulesVersion}, ${rule.position}, ${rule.objectiveKey},
          ${rule.status}, ${rule.rank}, ${rule.isRefusal})`
    }
    await sql`update public.campaigns set rules_version = ${campaign.rulesVersion}
      where id = ${campaign.id}`
  }
}

/** A person decides on what they see, so both frontends show the same before. */
async function decide(step: Step): Promise<void> {
  for (const side of [eager, lazy]) {
    await tick(side, { type: 'tick', pageSessions: 1000 })
    const card = side.cards[step.who] ?? ''
    await actAs(side.database.sql, side.recruiter, side.officeId, async (tx) => {
      if (step.type === 'move') {
        await tx`select public.move_card(${card}, ${step.to}, null, null)`
      } else await tx`select public.decide_suggestion(${card}, ${step.type}, null)`
    })
  }
}

async function tick(side: Side, style: TickStyle): Promise<void> {
  const ports = {
    backend: backendPort(world.backend.sql),
    frontend: frontendPort(side.database.sql),
  }
  const options = { owner: 'story', trigger: 'command', force: true } as const
  switch (style.type) {
    case 'none':
      return
    case 'tick':
      await runTick(ports, { ...options, pageSessions: style.pageSessions })
      return
    case 'crash': {
      const dying = faultyPorts(ports, (at) => (at === style.step ? style.fault : null))
      await runTick(dying, { ...options, pageSessions: style.pageSessions })
      return
    }
    case 'together': {
      const other = { ...ports, frontend: frontendPort(side.other) }
      await Promise.all(
        [ports, other].map((each) => runTick(each, { ...options, pageSessions: 1 })),
      )
      return
    }
  }
}

async function seen(side: Side, who: number) {
  const { sql } = side.database
  const [recipient] = await sql`
    select status, contested_status from public.campaign_candidates
    where id = ${side.recipients[who] ?? ''}`
  const [card] = await sql`
    select status, status_set_by as "setBy", proposed_status as proposed,
      suggested_status as suggested
    from public.candidates where id = ${side.cards[who] ?? ''}`
  return {
    status: recipient?.['status'] as string,
    contested: recipient?.['contested_status'] as string | null,
    card: { ...card },
  }
}

/** Every line of history begins where the one before ended, and the last where things are now. */
async function expectUnbrokenHistory(side: Side, who: number): Promise<void> {
  const rows = await side.database.sql`
    select recipient_id is null as of_card, from_status, to_status, trace ->> 'action' as action
    from public.status_events
    where recipient_id = ${side.recipients[who] ?? ''} or candidate_id = ${side.cards[who] ?? ''}
    order by id`
  const { status, card } = await seen(side, who)
  for (const [ofCard, present] of [
    [false, status],
    [true, card['status']],
  ]) {
    let at: unknown = 'not-contacted'
    for (const row of rows.filter((each) => each['of_card'] === ofCard)) {
      expect(row['from_status']).toBe(at)
      at = row['to_status']
      // Only people write lines that move nothing: what they dismissed or handed back.
      if (!['accept', 'dismiss', 'resume'].includes(String(row['action']))) {
        expect(row['to_status']).not.toBe(row['from_status'])
      }
    }
    expect(at).toBe(present)
  }
}

const storyArb = fc.array(fc.record({ step: stepArb, style: tickStyleArb }), {
  minLength: 1,
  maxLength: 14,
})

test('whenever and however they tick, frontends show what the backend says and people decided', async () => {
  await fc.assert(
    fc.asyncProperty(storyArb, async (story) => {
      await begin()
      const oracle = new OracleStory()
      for (const { step, style } of story) {
        if (!oracle.makesSense(step)) continue
        await perform(step)
        oracle.take(step)
        await tick(eager, { type: 'tick', pageSessions: 1000 })
        await tick(lazy, style)
      }
      await settle('commit')
      oracle.take({ type: 'settle', who: 0, end: 'commit' })
      for (const side of [eager, lazy]) await tick(side, { type: 'tick', pageSessions: 1000 })
      for (let who = 0; who < PEOPLE; who += 1) {
        expect(await seen(eager, who)).toEqual(oracle.seen(who))
        expect(await seen(lazy, who)).toEqual(oracle.seen(who))
        await expectUnbrokenHistory(eager, who)
        await expectUnbrokenHistory(lazy, who)
      }
    }),
    { numRuns: 18 },
  )
}, 300_000)
