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
import { modelRuns } from '../support/model-runs.ts'
import { actAs, addRecruiter } from '../support/recruiter.ts'
import { backendPort, frontendPort } from '../support/sync-ports.ts'
import {
  OracleStory,
  PEOPLE,
  RULE_SETS,
  stepArb,
  timeOf,
  type Step,
} from '../support/sync-model.ts'
import { expectEnded, expectUnbrokenHistory, seen, type Shown } from '../support/sync-model-seen.ts'
import type { Text } from '../support/sync-wishes.ts'
import {
  addCampaign,
  addRecipient,
  createSyncWorld,
  newPhone,
  newUid,
  type SyncWorld,
} from '../support/sync-world.ts'
import { tickStyleArb, WHOLE, type TickStyle } from '../support/tick-style.ts'

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

const DELETIONS: ReadonlySet<Step['type']> = new Set(['forget', 'remove', 'stranger-leaves'])

let world: SyncWorld
let eager: Side
let lazy: Side
let phones: string[] = []
let sessions: string[] = []
let campaigns: { side: Side; id: string; rulesVersion: number }[] = []
/** Transactions of the backend that are still open. */
const open: postgres.ReservedSql[] = []

async function openSide(database: FreshDatabase): Promise<Side> {
  const recruiter = await addRecruiter(database.sql)
  await database.sql`update public.profiles set role = 'admin' where id = ${recruiter}`
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
  phones = Array.from({ length: PEOPLE }, newPhone)
  campaigns = []
  sessions = phones.map((phone) => `plumberlondon_${uid}_${phone.slice(1)}`)
  for (const side of [eager, lazy]) {
    const { sql } = side.database
    // Numbers come round again: what earlier stories said of them is forgotten.
    await sql`delete from public.suppressions`
    await sql`update public.session_evidence set phones = '{}'`
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
      return void (await candidateWrites(sql, session, step.text))
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
      return writeLate(session, step.text)
    case 'settle':
      return settle(step.end)
    case 'rules':
      return changeRules(step.which)
    case 'stranger-writes':
      await sql`insert into public.session_info (session_id) values (${strangerOf(step.who)})
        on conflict do nothing`
      return void (await candidateWrites(sql, strangerOf(step.who), step.text))
    case 'stranger-leaves':
      return removeSession(sql, strangerOf(step.who))
    case 'move':
    case 'accept':
    case 'dismiss':
    case 'resume':
    case 'link':
    case 'bar':
    case 'lift':
      return decide(step)
  }
}

/** Under the same number, of a campaign that nobody here knows. */
function strangerOf(who: number): string {
  return (sessions[who] ?? '').replace('plumberlondon', 'cookleeds')
}

async function writeLate(session: string, text: Text): Promise<void> {
  const writer = await world.backend.connect().reserve()
  await writer`begin`
  await writer`insert into public.chat_history (session_id, message)
    values (${session}, ${writer.json({ type: 'human', content: text })})`
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
    await tick(side, WHOLE)
    const card = side.cards[step.who] ?? ''
    const phone = phones[step.who] ?? ''
    const { sql } = side.database
    await actAs(sql, side.recruiter, side.officeId, async (tx) => {
      if (step.type === 'move') {
        await tx`select public.move_card(${card}, ${step.to}, null, null)`
      } else if (step.type === 'bar') {
        await tx`select public.add_opt_out(${phone}, 'manual', '')`
      } else if (step.type === 'lift') {
        await tx`select public.lift_opt_out(id, 'A test') from public.suppressions
          where phone_e164 = ${phone} and lifted_at is null`
      } else if (step.type === 'link') {
        const [linked] = await tx`
          select public.resolve_sync_issue(id, ${side.recipients[step.to] ?? ''}) as answer
          from public.sync_issues where session_id = ${strangerOf(step.who)} and state = 'open'`
        expect(linked?.['answer']).toEqual({ result: 'ok' })
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

function shownBy(side: Side, who: number): Shown {
  return {
    sql: side.database.sql,
    recipient: side.recipients[who] ?? '',
    card: side.cards[who] ?? '',
    phone: phones[who] ?? '',
    session: sessions[who] ?? '',
    stranger: strangerOf(who),
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
        // A wish that was deleted stays obeyed where it was seen: so both have seen what goes.
        if (DELETIONS.has(step.type)) await tick(lazy, WHOLE)
        await perform(step)
        oracle.take(step)
        await tick(eager, WHOLE)
        await tick(lazy, style)
      }
      await settle('commit')
      oracle.take({ type: 'settle', who: 0, end: 'commit' })
      for (const side of [eager, lazy]) await tick(side, WHOLE)
      for (let who = 0; who < PEOPLE; who += 1) {
        for (const side of [eager, lazy]) {
          const shown = shownBy(side, who)
          expect(await seen(shown)).toEqual(oracle.seen(who))
          await expectUnbrokenHistory(shown)
          await expectEnded(shown, oracle.wishes, who)
        }
      }
    }),
    { numRuns: modelRuns(18) },
  )
}, 3_600_000)
