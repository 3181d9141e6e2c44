/** Whose rows one sees: every table and view of `public` is asked, as each kind of account. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countVisible, listRelations } from '../support/browser-privileges.ts'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { attemptAs, seedTwoOffices, type TwoOffices } from '../support/two-offices.ts'

let database: FreshDatabase
let agency: TwoOffices

beforeAll(async () => {
  database = await freshFrontend()
  agency = await seedTwoOffices(database)
})
afterAll(() => database.dispose())

/** How many rows an account sees of each relation where it sees any. */
async function visibleTo(user: string | null): Promise<Record<string, number>> {
  const relations = await listRelations(database.sql)
  return attemptAs(database.sql, user, async (tx) => {
    const seen: Record<string, number> = {}
    for (const { name } of relations) {
      const count = await countVisible(tx, name)
      if (count !== null && count > 0) seen[name] = count
    }
    return seen
  })
}

test('the seed has a row in every table, so that the tests below leave none out', async () => {
  const empty: string[] = []
  for (const { name } of await listRelations(database.sql)) {
    const [row] =
      await database.sql`select exists (select from public.${database.sql(name)}) as any`
    if (row?.['any'] !== true) empty.push(name)
  }
  expect(empty).toEqual([])
})

test('a recruiter of London sees nothing of Manchester in any table or view', async () => {
  expect(await visibleTo(agency.users.londonRecruiter)).toEqual({
    offices: 1, // their own
    profiles: 2, // themselves, and the admin
    profile_offices: 1,
    // What is the agency's as a whole, without anything personal.
    settings: (await database.sql`select from settings`).length,
    sync_runs: 1,
  })
})

test('a viewer of Manchester sees there what a recruiter of Manchester sees', async () => {
  const seen = await visibleTo(agency.users.manchesterViewer)
  expect(seen).toEqual(await visibleTo(agency.users.manchesterRecruiter))
  expect(Object.keys(seen)).toEqual(
    expect.arrayContaining([
      'campaign_candidates',
      'candidates_with_columns',
      'people',
      'whatsapp_messages',
      'call_transcript_messages',
      'status_rules',
    ]),
  )
})

test('an admin sees every office, and still not what is the bridge’s own', async () => {
  const seen = Object.keys(await visibleTo(agency.users.admin))
  const all = (await listRelations(database.sql)).map(({ name }) => name)
  expect(all.filter((name) => !seen.includes(name))).toEqual([
    'backend_commands',
    'contact_slots',
    'conversation_reads',
    'erasures',
    'inbox_marks',
    'kept_writes',
    'session_links',
    'sync_cursors',
  ])
})

test('without a profile there are no rows anywhere', async () => {
  expect(await visibleTo(agency.users.nobody)).toEqual({})
})

test('who is no longer active sees that, and nothing else', async () => {
  expect(await visibleTo(agency.users.inactive)).toEqual({ profiles: 1 })
})

test('without a token there is nothing at all', async () => {
  expect(await visibleTo(null)).toEqual({})
})

test('a role or office claimed in the token gives nothing', async () => {
  const seen = await attemptAs(database.sql, agency.users.londonRecruiter, async (tx) => {
    const claims = {
      sub: agency.users.londonRecruiter,
      role: 'authenticated',
      app_metadata: { role: 'admin', offices: [agency.manchester] },
      user_metadata: { role: 'admin' },
    }
    await tx`select set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`
    return tx`select id from public.jobs`
  })
  expect(seen).toEqual([])
})

test('rows without an office are for admins', async () => {
  const { sql } = database
  await sql`insert into session_evidence (session_id, matched_by) values ('stranger', 'unmatched')`
  await sql`insert into whatsapp_messages (session_id, chat_id, direction) values ('stranger', 1, 'inbound')`
  const strangers = (user: string) =>
    attemptAs(
      sql,
      user,
      (tx) => tx`select session_id from public.session_evidence where session_id = 'stranger'
      union all select session_id from public.whatsapp_messages where session_id = 'stranger'`,
    )
  expect(await strangers(agency.users.admin)).toHaveLength(2)
  expect(await strangers(agency.users.manchesterRecruiter)).toHaveLength(0)
})
