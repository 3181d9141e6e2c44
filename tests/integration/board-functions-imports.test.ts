/** Imports that add up, and the change feed that misses nothing. */
import type postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { actAs } from '../support/recruiter.ts'
import { ANN, seedTwoOffices, type TwoOffices } from '../support/two-offices.ts'

let database: FreshDatabase
let agency: TwoOffices
let file: string

beforeAll(async () => {
  database = await freshFrontend()
  agency = await seedTwoOffices(database)
})
afterAll(() => database.dispose())

type Change = { readonly entity: string; readonly id: string | null; readonly change: string }
type Answer = Readonly<Record<string, unknown>> & {
  readonly cursor: postgres.JSONValue
  readonly changes: readonly Change[]
}

/** Calls a function as the recruiter of Manchester, who keeps what it does. */
async function act(query: string, values: readonly (string | number | null)[]): Promise<Answer> {
  const answers: Answer[] = []
  const { users, manchester } = agency
  await actAs(database.sql, users.manchesterRecruiter, manchester, async (tx) => {
    const [row] = await tx.unsafe(`select ${query} as answer`, [...values])
    answers.push(row?.['answer'] as Answer)
  })
  const [answer] = answers
  if (answer === undefined) throw new Error('no answer')
  return answer
}

beforeEach(async () => {
  file = crypto.randomUUID()
  await act(`public.start_import($1, $2, 'people.csv', 9, '{}')`, [file, agency.ids.pool])
})

const send = (rows: readonly object[]) =>
  act('public.import_rows($1, $2::text::jsonb)', [file, JSON.stringify(rows)])
let lastRow = 0
const person = (phone: string, rest: object = {}) => {
  lastRow += 1
  return { row: lastRow, name: `Person ${lastRow}`, phone_e164: phone, phone_given: phone, ...rest }
}

test('every row has one outcome, and a call that is repeated changes nothing', async () => {
  // Known to the office by another pool; a number that only others know counts as new, so it isn't told.
  const [known] =
    await database.sql`insert into people (phone_e164) values ('+447700900201') returning id`
  const [pool] = await database.sql`insert into datasets (office_id, name, created_by)
    values (${agency.manchester}, 'Other', null) returning id`
  await database.sql`insert into dataset_candidates (dataset_id, office_id, person_id, name, created_by)
    values (${String(pool?.['id'])}, ${agency.manchester}, ${String(known?.['id'])}, 'Kim', null)`
  await database.sql`insert into people (phone_e164) values ('+447700900202')`
  const rows = [
    person('+447700900200'),
    person('+447700900201'),
    person('+447700900202'),
    person('+447700900200'),
    person(ANN.phone, { email: 'other@example.org', trade: 'Roofer' }),
    { row: 900, faults: [{ column: 'phone', code: 'missing' }], given: { phone: '-' } },
  ]
  const counts = { read: 6, created: 2, linked: 1, updated: 1, duplicate: 1, rejected: 1 }
  expect(await send(rows)).toMatchObject(counts)
  expect(await send(rows)).toMatchObject(counts)
  // Somebody in the pool already keeps what is known of them; only blanks are filled.
  const [ann] =
    await database.sql`select name, email, trade from dataset_candidates where id = ${agency.ids.member}`
  expect(ann).toEqual({ name: ANN.name, email: ANN.email, trade: 'Roofer' })
})

test('a number that came in an earlier call of the same file is a duplicate', async () => {
  await send([person('+447700900210')])
  expect(await send([person('+447700900210')])).toMatchObject({ read: 2, created: 1, duplicate: 1 })
  // So it is where the pool knew the number before the file.
  await send([person(ANN.phone)])
  expect(await send([person(ANN.phone)])).toMatchObject({ read: 4, updated: 1, duplicate: 2 })
})

test('an import’s people were added when it began, and stand in the order of their file', async () => {
  const { sql } = database
  const phones = [230, 231, 232, 233, 234, 235].map((end) => `+447700900${end}`)
  const rows = phones.map((phone) => person(phone))
  await send(rows.slice(3).toReversed())
  await send(rows.slice(0, 3))
  const members = await sql`select name, created_at from dataset_candidates
    where import_id = ${file} order by created_at desc, file_row, id`
  expect(members.map(({ name }) => String(name))).toEqual(rows.map(({ name }) => name))
  const [began] = await sql`select created_at from imports where id = ${file}`
  expect(members[5]?.['created_at']).toEqual(began?.['created_at'])
})

test('1,001 rows in a call are refused, and so is whatever comes after the end', async () => {
  const rows = Array.from({ length: 1001 }, (_, row) => ({ row: row + 1, faults: [], given: {} }))
  await expect(send(rows)).rejects.toMatchObject({ detail: 'invalid:too_many_rows' })
  expect(await act('public.finish_import($1)', [file])).toMatchObject({
    state: 'finished',
    read: 0,
  })
  await expect(send([person('+447700900220')])).rejects.toMatchObject({
    detail: 'conflict:import_closed',
  })
})

const poll = (cursor: postgres.JSONValue) =>
  act('public.poll_changes($1::text::jsonb)', [cursor === null ? null : JSON.stringify(cursor)])

test('a poll without a cursor answers the present one and nothing else', async () => {
  const { cursor, ...rest } = await poll(null)
  expect(rest).toEqual({ reload: false, changes: [] })
  expect((await poll(cursor)).changes).toEqual([])
})

test('a change that commits late is not skipped', async () => {
  const { sql } = database
  const { job } = agency.ids
  const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>()
  const { promise: written, resolve: didWrite } = Promise.withResolvers<void>()
  const early = database.connect().begin(async (tx) => {
    await tx`update jobs set title = 'Plumber, early' where id = ${job}`
    didWrite()
    await mayCommit
  })
  await written
  const start = await poll(null)
  await sql`update datasets set description = 'late' where id = ${agency.ids.pool}`
  const first = await poll(start.cursor)
  expect(first.changes.map((change) => change.entity)).toEqual(['dataset'])
  commit()
  await early
  const second = await poll(first.cursor)
  expect(second.changes).toEqual([{ entity: 'job', id: job, parent: job, change: 'update' }])
})

test('over 500 rows in one statement are one “reload” of their parent', async () => {
  const { cursor } = await poll(null)
  const { pool } = agency.ids
  await database.sql`insert into dataset_candidates (dataset_id, office_id, name, created_by)
    select ${pool}, ${agency.manchester}, 'Person ' || n, null from generate_series(1, 501) n`
  expect((await poll(cursor)).changes).toEqual([
    { entity: 'member', id: null, parent: pool, change: 'reload' },
  ])
})

test('a cursor that is a day old, or from before a restart, asks for everything anew', async () => {
  const { cursor } = await poll(null)
  const stale = { ...(cursor as object), at: '2020-01-01T00:00:00Z' }
  const restarted = { ...(cursor as object), startedAt: '2020-01-01T00:00:00Z' }
  expect(await poll(stale)).toMatchObject({ reload: true, changes: [] })
  expect(await poll(restarted)).toMatchObject({ reload: true, changes: [] })
})

test('a conversation that a person places is remembered, and its issue closed under their name', async () => {
  const { ids, users } = agency
  await database.sql`delete from session_links`
  await act('public.resolve_sync_issue($1, $2)', [ids.issue, ids.recipient])
  const [link] = await database.sql`select recipient_id, linked_by from session_links`
  expect(link).toEqual({ recipient_id: ids.recipient, linked_by: users.manchesterRecruiter })
  const [issue] =
    await database.sql`select state, resolved_by from sync_issues where id = ${ids.issue}`
  expect(issue).toEqual({ state: 'resolved', resolved_by: users.manchesterRecruiter })
})
