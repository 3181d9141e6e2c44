/**
 * The frontend's SQL and src/domain/status read the same facts alike: rules, what contests what,
 * traces, the board's columns. The domain is the reference.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardStatus } from '../../src/domain/status/board-status.ts'
import { resolveStatus } from '../../src/domain/status/resolve-status.ts'
import type { EvidentCall, EvidentMessage } from '../../src/domain/status/status-evidence.ts'
import type { ObjectiveEvent, ObjectiveFact } from '../../src/domain/status/status-facts.ts'
import { DEFAULT_RULES, type StatusRule } from '../../src/domain/status/status-rule.ts'
import { traceFor } from '../../src/domain/status/status-trace.ts'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { seeRecipient } from '../support/seen.ts'
import { addCampaign, addRecipient, type TestRecipient } from '../support/sync-world.ts'

let frontend: FreshDatabase

beforeAll(async () => {
  frontend = await freshFrontend()
})
afterAll(() => frontend.dispose())

const KEYS = ['interested', 'interview_scheduled', 'rejected', 'not_interested', 'hired', 'other']
// Few instants, so that ties and order both happen.
const instant = fc
  .integer({ min: 0, max: 6 })
  .map((minutes) => new Date(Date.UTC(2026, 8, 1, 10, minutes)).toISOString())

const rulesArb: fc.Arbitrary<readonly StatusRule[]> = fc.oneof(
  fc.constant(DEFAULT_RULES),
  fc
    .array(
      fc.record({
        objectiveKey: fc.constantFrom(...KEYS),
        status: fc.constantFrom('interested', 'interview', 'hired', 'rejected', 'own-column'),
        isRefusal: fc.boolean(),
        rank: fc.constantFrom(1, 2, 2.5, 3, 4),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((rules) => rules.map((rule, index) => ({ ...rule, position: index + 1 }))),
)

const factArb: fc.Arbitrary<ObjectiveFact> = fc.record({
  key: fc.constantFrom(...KEYS),
  value: fc.constantFrom(true, false, 'Tuesday', 3),
  affirmed: fc.boolean(),
  at: fc.option(instant),
  eventId: fc.option(fc.integer({ min: 1, max: 5 })),
})

const eventArb: fc.Arbitrary<ObjectiveEvent> = fc.record({
  id: fc.integer({ min: 1, max: 5 }),
  objectiveKey: fc.constantFrom(...KEYS),
  value: fc.constant(true),
  at: fc.option(instant),
  source: fc.constantFrom('chat', 'call:c1', 'c2', 'message 2', 'phone', 'agent', 'whatsapp/3', ''),
})

const callArb: fc.Arbitrary<EvidentCall> = fc.record({
  id: fc.constantFrom('c1', 'c2', 'c3'),
  startedAt: fc.option(instant),
  durationSeconds: fc.option(fc.integer({ min: 0, max: 200 })),
  personAnswered: fc.boolean(),
})

const messageArb: fc.Arbitrary<EvidentMessage> = fc.record({
  id: fc.integer({ min: 1, max: 5 }),
  at: fc.option(instant),
  isFromCandidate: fc.boolean(),
})

const caseArb = fc.record({
  rules: rulesArb,
  facts: fc.uniqueArray(factArb, { selector: ({ key }) => key, maxLength: 5 }),
  events: fc.uniqueArray(eventArb, { selector: ({ id }) => id, maxLength: 4 }),
  calls: fc.uniqueArray(callArb, { selector: ({ id }) => id, maxLength: 3 }),
  messages: fc.uniqueArray(messageArb, { selector: ({ id }) => id, maxLength: 4 }),
})
type Case = typeof caseArb extends fc.Arbitrary<infer Value> ? Value : never

let lastCase = 0

/** Writes registers and mirrors as the apply does, then lets SQL derive. */
async function deriveInSql({ rules, facts, events, calls, messages }: Case) {
  const { sql } = frontend
  lastCase += 1
  const campaign = await addCampaign(sql, { slug: `case-${lastCase}` })
  const recipient: TestRecipient = await addRecipient(sql, campaign)
  const { session } = recipient
  if (rules !== DEFAULT_RULES) {
    for (const rule of rules) {
      await sql`insert into public.status_rules
          (campaign_id, rules_version, position, objective_key, status, rank, is_refusal)
        values (${campaign.id}, 1, ${rule.position}, ${rule.objectiveKey}, ${rule.status},
          ${rule.rank}, ${rule.isRefusal})`
    }
  }
  const objectives = Object.fromEntries(facts.map(({ key, ...fact }) => [key, fact]))
  const inbound = messages.filter((message) => message.isFromCandidate).length
  const answered = calls.filter((call) => call.personAnswered).length
  await sql`insert into public.session_evidence
      (session_id, recipient_id, matched_by, objectives, inbound_count, answered_calls)
    values (${session}, ${recipient.id}, 'session', ${sql.json(objectives)}, ${inbound}, ${answered})`
  for (const { id, objectiveKey, at, source } of events) {
    await sql`insert into public.objective_events
        (session_id, event_id, campaign_candidate_id, objective_key, source, occurred_at)
      values (${session}, ${id}, ${recipient.id}, ${objectiveKey}, ${source}, ${at})`
  }
  for (const { id, startedAt, durationSeconds, personAnswered } of calls) {
    await sql`insert into public.call_records
        (session_id, call_id, campaign_candidate_id, called_at, duration_seconds, answered_by)
      values (${session}, ${id}, ${recipient.id}, ${startedAt}, ${durationSeconds},
        ${personAnswered ? 'person' : 'unknown'})`
  }
  for (const { id, at, isFromCandidate } of messages) {
    await sql`insert into public.whatsapp_messages
        (session_id, chat_id, campaign_candidate_id, direction, sent_at)
      values (${session}, ${id}, ${recipient.id}, ${isFromCandidate ? 'inbound' : 'outbound'}, ${at})`
  }
  await sql`select private.rederive_recipients(array[${recipient.id}::uuid])`
  const seen = await seeRecipient(sql, recipient.id)
  // The same call ids serve the next case.
  await sql`delete from public.call_records where session_id = ${session}`
  return seen
}

function deriveInDomain({ rules, facts, events, calls, messages }: Case) {
  const resolution = resolveStatus(rules, {
    objectives: facts,
    inboundCount: messages.filter((message) => message.isFromCandidate).length,
    answeredCalls: calls.filter((call) => call.personAnswered).length,
  })
  const trace = traceFor(resolution, facts, { events, calls, messages }, 1)
  const { objectiveKey = null } = resolution.because ?? {}
  const value = facts.find(({ key }) => key === objectiveKey)?.value ?? null
  return {
    status: resolution.status ?? 'not-contacted',
    contested_status: resolution.contested,
    status_trace: trace === null ? null : { ...trace, value },
  }
}

test('SQL derives the status, what contests it and its trace as the domain does', async () => {
  await fc.assert(
    fc.asyncProperty(caseArb, async (given) => {
      expect(await deriveInSql(given)).toMatchObject(deriveInDomain(given))
    }),
    { numRuns: 150 },
  )
}, 120_000)

test('the default rules are the same on both sides', async () => {
  const rows = await frontend.sql`
    select position, objective_key, status, rank, is_refusal from private.default_status_rules()`
  expect(rows.map((row) => ({ ...row }))).toEqual(
    DEFAULT_RULES.map(({ position, objectiveKey, status, rank, isRefusal }) => ({
      position,
      objective_key: objectiveKey,
      status,
      rank,
      is_refusal: isRefusal,
    })),
  )
})

test('SQL puts a status into the same column as the domain, whatever columns a board has', async () => {
  const statuses = ['not-contacted', 'contacted', 'interested', 'interview', 'hired']
  const { sql } = frontend
  const { jobId } = await addCampaign(sql, { slug: 'board' })
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...statuses, 'started-work', 'rejected', 'own-column']),
      fc.constantFrom(...statuses, 'started-work', 'rejected', 'own-column', 'column-that-is-gone'),
      async (columns, status) => {
        await sql`delete from public.kanban_columns where job_id = ${jobId}`
        for (const [index, key] of columns.entries()) {
          await sql`insert into public.kanban_columns (job_id, office_id, key, name, position)
            select id, office_id, ${key}, ${key}, ${index} from public.jobs where id = ${jobId}`
        }
        const [row] = await sql`select private.board_status(${jobId}, ${status}) as answer`
        expect(row?.['answer']).toBe(boardStatus(status, columns))
      },
    ),
    { numRuns: 100 },
  )
})
