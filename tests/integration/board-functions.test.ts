/** What people do to cards and notes, as the API lets them. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { actAs } from '../support/recruiter.ts'
import { seedTwoOffices, type TwoOffices } from '../support/two-offices.ts'

let database: FreshDatabase
let agency: TwoOffices
let card: string

beforeAll(async () => {
  database = await freshFrontend()
  agency = await seedTwoOffices(database)
})
afterAll(() => database.dispose())

beforeEach(async () => {
  const { ids, manchester } = agency
  const [row] = await database.sql`insert into candidates (job_id, office_id, name, created_by)
    values (${ids.job}, ${manchester}, 'Bea Example', null) returning id`
  card = String(row?.['id'])
})

type CardRow = {
  readonly id: string
  readonly status: string
  readonly status_set_by: string
  readonly suggested_status: string | null
  readonly version: number
  readonly rejection_reason: string
}
type CardAnswer = {
  readonly result: string
  readonly eventId: number | null
  readonly card: CardRow
}

/** Calls a function as the recruiter of Manchester, who keeps what it does. */
async function act(
  query: string,
  values: readonly (string | number | null)[],
): Promise<CardAnswer> {
  const answers: CardAnswer[] = []
  const { users, manchester } = agency
  await actAs(database.sql, users.manchesterRecruiter, manchester, async (tx) => {
    const [row] = await tx.unsafe(`select ${query} as answer`, [...values])
    answers.push(row?.['answer'] as CardAnswer)
  })
  const [answer] = answers
  if (answer === undefined) throw new Error('no answer')
  return answer
}

const move = (status: string, version: number | null, reason: string | null = null) =>
  act('public.move_card($1, $2, null, $3, $4)', [card, status, version, reason])
const decide = (decision: string) => act('public.decide_suggestion($1, $2, null)', [card, decision])
const undo = (event: number | null) => act('public.undo_card_change($1)', [event])
const propose = (status: string) =>
  database.sql`update candidates set proposed_status = ${status} where id = ${card}`
const eventsOf =
  () => database.sql`select from_status, to_status, set_by, actor_id, trace ->> 'action' as action
  from status_events where candidate_id = ${card} order by id`

test('a move is a person’s decision and leaves one event with who, from where and to where', async () => {
  const answer = await move('rejected', 1, 'Lives too far away')
  expect(answer).toMatchObject({
    result: 'ok',
    card: {
      status: 'rejected',
      status_set_by: 'person',
      version: 2,
      rejection_reason: 'Lives too far away',
    },
  })
  expect(await eventsOf()).toEqual([
    {
      from_status: 'not-contacted',
      to_status: 'rejected',
      set_by: 'person',
      actor_id: agency.users.manchesterRecruiter,
      action: 'move',
    },
  ])
})

test('a move from what somebody else has changed since answers the present card and changes nothing', async () => {
  await move('interested', 1)
  const answer = await move('hired', 1)
  expect(answer).toMatchObject({ result: 'conflict', card: { status: 'interested', version: 2 } })
  expect(await eventsOf()).toHaveLength(1)
})

test('automation never makes a person’s view of a card stale', async () => {
  await database.sql`update candidates set proposed_status = 'interested', status = 'contacted' where id = ${card}`
  expect(await move('hired', 1)).toMatchObject({ result: 'ok', card: { version: 2 } })
})

test('a card goes to no column that its board has not', async () => {
  await expect(move('nowhere', null)).rejects.toMatchObject({ detail: 'invalid:no_such_column' })
})

test('a suggestion that is accepted is the person’s decision', async () => {
  await propose('interested')
  expect(await decide('accept')).toMatchObject({
    result: 'ok',
    card: { status: 'interested', status_set_by: 'person', suggested_status: null },
  })
  expect(await decide('accept')).toMatchObject({ result: 'conflict' })
})

test('a dismissed suggestion comes back only when the evidence says something new', async () => {
  await propose('interested')
  const dismissed = await decide('dismiss')
  expect(dismissed.card).toMatchObject({ status: 'not-contacted', suggested_status: null })
  await propose('hired')
  const [row] = await database.sql`select suggested_status from candidates where id = ${card}`
  expect(row?.['suggested_status']).toBe('hired')
})

test('a change can be undone once, and not over somebody’s later one', async () => {
  await propose('interested')
  const first = await move('hired', null)
  expect(await undo(first.eventId)).toMatchObject({
    result: 'ok',
    card: { status: 'not-contacted', status_set_by: 'automation', suggested_status: 'interested' },
  })
  expect(await undo(first.eventId)).toMatchObject({ result: 'conflict' })
  const second = await move('hired', null)
  await move('rejected', null)
  expect(await undo(second.eventId)).toMatchObject({
    result: 'conflict',
    card: { status: 'rejected' },
  })
})

test('who is on the board already is found by phone, and adding twice adds one', async () => {
  const { job } = agency.ids
  const add = (id: string, phone: string) =>
    act(`public.add_card($1, $2, 'Cy Example', $3, $3, true)`, [id, job, phone])
  const id = crypto.randomUUID()
  expect(await add(id, '+447700900777')).toMatchObject({ result: 'ok', card: { id } })
  expect(await add(id, '+447700900777')).toMatchObject({ result: 'ok', card: { id } })
  expect(await add(crypto.randomUUID(), '+447700900777')).toMatchObject({
    result: 'exists',
    card: { id },
  })
})

test('a note is signed by who writes it, whatever they say', async () => {
  const { users, manchester } = agency
  await actAs(database.sql, users.manchesterRecruiter, manchester, async (tx) => {
    await tx`insert into public.candidate_notes (candidate_id, body) values (${card}, 'Rang, no answer')`
  })
  const sign = actAs(database.sql, users.manchesterRecruiter, manchester, async (tx) => {
    await tx`insert into public.candidate_notes (candidate_id, body, author_name) values (${card}, 'x', 'Boss')`
  })
  await expect(sign).rejects.toThrow(/permission denied/)
  expect(
    await database.sql`select author_id, author_name, office_id from candidate_notes where candidate_id = ${card}`,
  ).toEqual([
    { author_id: users.manchesterRecruiter, author_name: 'A recruiter', office_id: manchester },
  ])
})
