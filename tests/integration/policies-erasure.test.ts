/** Erasing a person: looked for in every text of every table. */
import type postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { actAs } from '../support/recruiter.ts'
import { ANN, attemptAs, seedTwoOffices, type TwoOffices } from '../support/two-offices.ts'

let database: FreshDatabase
let agency: TwoOffices

beforeAll(async () => {
  database = await freshFrontend()
  agency = await seedTwoOffices(database)
})
afterAll(() => database.dispose())

/** `table.column` of every place of the database that names any of the words. */
async function placesOf(words: readonly string[]): Promise<string[]> {
  const { sql } = database
  const tables = await sql`select c.oid::regclass::text as name from pg_class c
    where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind = 'r'`
  const places = new Set<string>()
  for (const { name } of tables) {
    for (const word of words) {
      const rows = await sql.unsafe(
        `select distinct cell.key as column from ${String(name)} t, jsonb_each_text(to_jsonb(t)) as cell
         where strpos(lower(cell.value), lower($1)) > 0`,
        [word],
      )
      for (const row of rows) places.add(`${String(name)}.${String(row['column'])}`)
    }
  }
  return [...places].sort()
}

const WORDS = [ANN.phone.slice(-9), ANN.given, ANN.session, ANN.name, ANN.email]

test('nothing is left of somebody erased but the order to the backend, and that goes when it is done', async () => {
  const { sql } = database
  expect((await placesOf(WORDS)).length).toBeGreaterThan(25)
  const accounting = async () => {
    const [row] =
      await sql`select public.campaign_accounting(${agency.ids.campaign}) - 'at' as numbers`
    return row?.['numbers'] as Record<string, number>
  }
  const before = await accounting()

  await actAs(sql, agency.users.admin, agency.manchester, async (tx) => {
    await tx`select public.erase_person(${agency.ids.person})`
  })
  expect(await placesOf(WORDS)).toEqual(['backend_commands.session_id'])
  expect(await accounting()).toEqual(before)
  // A walk that stood at them goes on from before their campaign, so that it passes nobody over.
  const [{ cursor } = { cursor: null }] = await sql`select cursor from sync_cursors`
  expect(cursor).toEqual({ v: 1, page: { mode: 'full', after: 'plumber_u000000' } })

  await sql`update backend_commands set state = 'done'`
  await sql`select public.finish_erasures()`
  expect(await placesOf(WORDS)).toEqual([])
  expect(
    await sql`select from erasures where finished_at is null and requested_by is not null`,
  ).toEqual([])
})

test('what names somebody else stayed', async () => {
  expect(await placesOf(['somebody-else'])).toEqual(['launch_batches.tasks'])
  expect(await database.sql`select name from people_segments`).toEqual([{ name: 'Gas fitters' }])
})

test('the erased number stays barred for everybody, and the audit says who erased, not whom', async () => {
  const { sql } = database
  for (const user of [agency.users.londonRecruiter, agency.users.manchesterViewer]) {
    const [row] = await attemptAs(
      sql,
      user,
      (tx) => tx`select public.is_suppressed(${ANN.phone}) as barred`,
    )
    expect(row?.['barred']).toBe(true)
  }
  const audit = await sql`select actor_id, details from audit_log where action = 'erase'`
  expect(audit).toEqual([{ actor_id: agency.users.admin, details: { recipients: 1, sessions: 1 } }])
})

test('a number is barred in each of its national spellings, suppressed or erased', async () => {
  const { sql } = database
  const isBarred = async (phone: string) => {
    const [row] = await attemptAs(
      sql,
      agency.users.londonRecruiter,
      (tx) => tx`
      select public.is_suppressed(${phone}) as barred`,
    )
    return row?.['barred'] === true
  }
  const spellings = ['+5581987654321', '+558187654321'] as const
  for (const spelling of spellings) expect(await isBarred(spelling)).toBe(false)

  await sql`insert into suppressions (phone_e164, reason) values (${spellings[0]}, 'opted_out')`
  await sql`insert into contact_slots (phone_e164) values (private.phone_key(${spellings[0]}))`
  for (const spelling of spellings) expect(await isBarred(spelling)).toBe(true)

  const [person] = await sql`insert into people (phone_e164) values (${spellings[0]}) returning id`
  await actAs(sql, agency.users.admin, agency.manchester, async (tx) => {
    await tx`select public.erase_person(${String(person?.['id'])})`
  })
  expect(await placesOf(['81987654321', '8187654321'])).toEqual([])
  for (const spelling of spellings) expect(await isBarred(spelling)).toBe(true)
})

test('who has no profile learns of no number whether it is barred', async () => {
  const [row] = await attemptAs(
    database.sql,
    agency.users.nobody,
    (tx) => tx`
    select public.is_suppressed(${ANN.phone}) as barred`,
  )
  expect(row?.['barred']).toBe(false)
})

test('the sweep’s cursor names nobody erased either, and goes on where nobody is passed over', async () => {
  const named = {
    v: 'sweep-1',
    infos: { at: '2026-09-01T08:00:00Z', key: ANN.session },
    held: ANN.session,
    walk: { table: 2, after: ANN.session },
    waiting: ['somebody-else', ANN.session],
    chatAfter: 7,
  }
  const without = async (cursor: postgres.JSONValue) => {
    const [row] = await database.sql`select private.cursor_without(
      ${database.sql.json(cursor)}, ${[ANN.session]}, ${ANN.phone.slice(-9)}) as cursor`
    return row?.['cursor'] as unknown
  }
  expect(await without(named)).toEqual({
    v: 'sweep-1',
    infos: { at: '2026-09-01T08:00:00Z', key: 'plumber_u000000' },
    held: null,
    walk: { table: 2, after: 'plumber_u000000' },
    waiting: ['somebody-else'],
    chatAfter: 0,
  })
  // What is of no known form is given up, and everything is read again.
  expect(await without({ v: 'new', elsewhere: { session: ANN.session } })).toBeNull()
})
