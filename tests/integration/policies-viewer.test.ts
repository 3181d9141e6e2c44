/** A viewer, and a recruiter of another office, at every table and function a browser may write by. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callsOf, type Extras, seedExtras } from '../support/browser-calls.ts'
import { listFunctions, listWritableColumns } from '../support/browser-privileges.ts'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { attemptAs, seedTwoOffices, type TwoOffices } from '../support/two-offices.ts'

let database: FreshDatabase
let agency: TwoOffices
let extras: Extras

beforeAll(async () => {
  database = await freshFrontend()
  agency = await seedTwoOffices(database)
  extras = await seedExtras(database.sql, agency)
})
afterAll(() => database.dispose())

/** Calls a function as an account; answers the stable code of the refusal, or 'allowed'. */
async function outcomeOf(user: string | null, name: string): Promise<string> {
  const functions = await listFunctions(database.sql, 'postgres')
  const types = functions.find((found) => found.name === name)?.argument_types ?? []
  const texts = (callsOf(agency, extras)[name] ?? []).map((value, index) => {
    if (value === null) return null
    if (types[index]?.endsWith('[]') === true) return `{${(value as readonly string[]).join(',')}}`
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  })
  const list = types.map((type, index) => `$${index + 1}::text::${type}`).join(', ')
  return attemptAs(database.sql, user, (tx) =>
    tx.unsafe(`select public.${name}(${list})`, texts).then(() => 'allowed'),
  ).catch((error: { readonly detail?: string; readonly message: string }) =>
    (error.detail ?? '') === '' ? error.message : String(error.detail),
  )
}

async function outcomes(user: string | null): Promise<Record<string, string>> {
  const all: Record<string, string> = {}
  for (const name of Object.keys(callsOf(agency, extras))) all[name] = await outcomeOf(user, name)
  return all
}

/** Not about an office's rows: nobody without admin rights gets any further. */
const FOR_ADMINS_OF_ALL = [
  'allow_recording_host',
  'confirm_retention',
  'erase_person',
  'lift_opt_out',
  'note_audit_export',
  'remove_recording_host',
  'save_calling_hours',
  'save_contact_limits',
  'save_costs',
  'save_default_rules',
  'save_office',
  'save_profile',
  'set_profile_active',
  'turn_off_retention',
]

const ADMIN_ONLY = [
  ...FOR_ADMINS_OF_ALL,
  'allow_active_elsewhere',
  'waive_ai_disclosure',
].toSorted()

/** Opting out holds for all offices, so any recruiter may note it. */
const FOR_RECRUITERS_OF_ALL = ['add_opt_out']

/** One's own marks of what was read, and listening, which is noted: for whoever may look. */
const FOR_READERS = [
  'mark_conversation',
  'mark_inbox_read',
  'note_campaign_export',
  'play_recording',
]

/** The answers, without those of the functions named. */
function without(answers: Record<string, string>, names: readonly string[]): Set<string> {
  return new Set(
    Object.entries(answers).flatMap(([name, said]) => (names.includes(name) ? [] : [said])),
  )
}

/** Just the answers of the functions named. */
function answersOf(answers: Record<string, string>, names: readonly string[]): Set<string> {
  return new Set(names.map((name) => answers[name] ?? ''))
}

test('every function that browsers may call can only read, or is called below', async () => {
  const granted = await listFunctions(database.sql, 'authenticated')
  const writing = granted.filter((found) => !found.is_read_only).map((found) => found.name)
  expect(writing).toEqual(Object.keys(callsOf(agency, extras)))
})

test('a viewer is refused by each of them but those for readers', async () => {
  const answers = await outcomes(agency.users.manchesterViewer)
  expect(answersOf(answers, FOR_ADMINS_OF_ALL)).toEqual(new Set(['forbidden:admin_only']))
  expect(answersOf(answers, FOR_READERS)).toEqual(new Set(['allowed']))
  expect(without(answers, [...FOR_ADMINS_OF_ALL, ...FOR_READERS])).toEqual(
    new Set(['forbidden:read_only']),
  )
})

test('a recruiter of another office is told that there is no such thing', async () => {
  const answers = await outcomes(agency.users.londonRecruiter)
  expect(answersOf(answers, FOR_ADMINS_OF_ALL)).toEqual(new Set(['forbidden:admin_only']))
  expect(answersOf(answers, FOR_RECRUITERS_OF_ALL)).toEqual(new Set(['allowed']))
  const forAll = [...FOR_ADMINS_OF_ALL, ...FOR_RECRUITERS_OF_ALL, 'mark_inbox_read']
  expect(without(answers, forAll)).toEqual(new Set(['not_found:not_visible']))
})

test('without an active profile nothing can be done, and without a token nothing called', async () => {
  for (const user of [agency.users.nobody, agency.users.inactive]) {
    const answers = await outcomes(user)
    expect(answersOf(answers, FOR_ADMINS_OF_ALL)).toEqual(new Set(['forbidden:admin_only']))
    expect(answers['send_kept_write']).toBe('forbidden:no_access')
    expect(without(answers, [...FOR_ADMINS_OF_ALL, 'send_kept_write'])).toEqual(
      new Set(['not_found:not_visible']),
    )
  }
  for (const refusal of Object.values(await outcomes(null)))
    expect(refusal).toMatch(/permission denied/)
})

test('a recruiter of the office may do all but what is for admins, and an admin that too', async () => {
  const answers = Object.entries(await outcomes(agency.users.manchesterRecruiter))
  const refused = answers.filter(([, answer]) => answer === 'forbidden:admin_only')
  expect(refused.map(([name]) => name)).toEqual(ADMIN_ONLY)
  expect(answers.filter(([, answer]) => answer === 'allowed')).toHaveLength(
    answers.length - ADMIN_ONLY.length,
  )
  for (const name of ADMIN_ONLY) expect(await outcomeOf(agency.users.admin, name)).toBe('allowed')
})

test('no table takes a change from a viewer or from another office', async () => {
  const columns = await listWritableColumns(database.sql, 'authenticated')
  const updates = columns.filter((grant) => grant.endsWith(' update'))
  expect(updates.length).toBeGreaterThan(30)
  const changed = async (user: string, grant: string) => {
    const [table = '', column = ''] = grant.replace(' update', '').split('.')
    return attemptAs(database.sql, user, async (tx) => {
      const rows = await tx`update public.${tx(table)} set ${tx(column)} = ${tx(column)}`
      return rows.count
    })
  }
  const { londonRecruiter, manchesterViewer, inactive, nobody, manchesterRecruiter } = agency.users
  const taken: string[] = []
  for (const grant of updates) {
    for (const user of [londonRecruiter, manchesterViewer, inactive, nobody]) {
      if ((await changed(user, grant)) > 0) taken.push(grant)
    }
  }
  expect(taken).toEqual([])
  expect(await changed(manchesterRecruiter, 'candidates.tags update')).toBe(1)
})

test('nothing can be deleted but one’s own notes', async () => {
  const { sql } = database
  const deletable = await sql`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v')
      and has_table_privilege('authenticated', oid, 'DELETE') order by 1`
  expect(deletable.map((row) => String(row['name']))).toEqual([
    'campaign_candidate_notes',
    'candidate_notes',
  ])
  for (const user of Object.values(agency.users)) {
    const gone = await attemptAs(sql, user, (tx) => tx`delete from public.candidate_notes`)
    expect(gone.count).toBe(0)
  }
})

/** The least that makes a row of each table that browsers may add to. */
function rowsOf({ manchester, ids }: TwoOffices): Readonly<Record<string, Record<string, string>>> {
  return {
    campaign_candidate_notes: { campaign_candidate_id: ids.recipient, body: 'A note' },
    candidate_notes: { candidate_id: ids.card, body: 'A note' },
    datasets: { office_id: manchester, name: 'A pool' },
    jobs: { office_id: manchester, title: 'A job' },
  }
}

test('no table takes a new row from a viewer or for another office', async () => {
  const columns = await listWritableColumns(database.sql, 'authenticated')
  const inserts = columns.filter((grant) => grant.endsWith(' insert'))
  const tables = [...new Set(inserts.map((grant) => grant.split('.')[0]))]
  expect(tables).toEqual(Object.keys(rowsOf(agency)))
  const { londonRecruiter, manchesterViewer, inactive, nobody, manchesterRecruiter } = agency.users
  for (const [table, row] of Object.entries(rowsOf(agency))) {
    const add = (user: string) =>
      attemptAs(database.sql, user, (tx) => tx`insert into public.${tx(table)} ${tx(row)}`)
    for (const user of [londonRecruiter, manchesterViewer, inactive, nobody]) {
      await expect(add(user), table).rejects.toThrow(/row-level security/)
    }
    expect((await add(manchesterRecruiter)).count, table).toBe(1)
  }
})

test('an id that is in use elsewhere shows nothing of what it names', async () => {
  const { sql } = database
  const { london, users, ids } = agency
  await sql`insert into jobs (id, office_id, title, created_by) values (${LONDON_JOB}, ${london}, 'Roofer', null)`
  await sql`insert into datasets (id, office_id, name, created_by) values (${LONDON_POOL}, ${london}, 'Roofers', null)`
  const asLondon = (query: string, values: readonly string[]) =>
    attemptAs(sql, users.londonRecruiter, (tx) => tx.unsafe(query, [...values]))
  await expect(
    asLondon(`select public.add_card($1, $2, 'Bea', null, '', false)`, [ids.card, LONDON_JOB]),
  ).rejects.toThrow(/duplicate key/)
  await expect(
    asLondon(`select public.add_member($1, $2, 'Bea', null, '', false)`, [ids.member, LONDON_POOL]),
  ).rejects.toThrow(/duplicate key/)
  await expect(
    asLondon(`select public.start_import($1, $2, '', 1, '{}')`, [ids.import, LONDON_POOL]),
  ).rejects.toThrow(/belongs to another pool/)
})

const LONDON_JOB = '00000000-0000-4000-8000-000000000001'
const LONDON_POOL = '00000000-0000-4000-8000-000000000002'
