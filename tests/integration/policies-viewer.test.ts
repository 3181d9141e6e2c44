/** A viewer, and a recruiter of another office, at every table and function a browser may write by. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listFunctions, listWritableColumns } from '../support/browser-privileges.ts'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { attemptAs, seedTwoOffices, type TwoOffices } from '../support/two-offices.ts'

let database: FreshDatabase
let agency: TwoOffices
let statusEvent: string
let recording: string
let secondPerson: string
let secondPool: string
let suppression: string
let column: string
const CHANGE = '00000000-0000-4000-8000-000000000004'
const MERGE = '00000000-0000-4000-8000-000000000003'

beforeAll(async () => {
  database = await freshFrontend()
  agency = await seedTwoOffices(database)
  const [event] = await database.sql`select id from status_events`
  statusEvent = String(event?.['id'])
  await database.sql`update campaigns set state = 'draft'`
  const [call] = await database.sql`update call_records
    set recording_url = 'https://recordings.example/ann.wav' returning id`
  recording = String(call?.['id'])
  await database.sql`update settings set value = '["recordings.example"]' where key = 'recording_hosts'`
  const [own] =
    await database.sql`insert into kanban_columns (job_id, office_id, key, name, position)
    values (${agency.ids.job}, ${agency.manchester}, 'own', 'Own', 50) returning id`
  column = String(own?.['id'])
  await database.sql`insert into private.board_changes (id, job_id, office_id, actor_id, change)
    values (${CHANGE}, ${agency.ids.job}, ${agency.manchester}, ${agency.users.manchesterRecruiter}, '{}')`
  const [opted] = await database.sql`select id from suppressions`
  suppression = String(opted?.['id'])
  const [other] =
    await database.sql`insert into people (phone_e164) values ('+447700900556') returning id`
  const [merged] =
    await database.sql`insert into people (merged_into) values (${agency.ids.person}) returning id`
  secondPerson = String(other?.['id'])
  await database.sql`insert into dataset_candidates (dataset_id, office_id, person_id, name, created_by)
    values (${agency.ids.pool}, ${agency.manchester}, ${secondPerson}, 'Bea', null)`
  await database.sql`insert into private.person_merges (id, kept_id, merged_id, record) values (${MERGE}, ${agency.ids.person},
    ${String(merged?.['id'])}, '{"cards": [], "members": [], "recipients": [], "foldedCards": [], "foldedMembers": [],
      "aliases": [], "identities": [], "campaigns": [], "suppressions": [], "slot": {"before": null, "after": null}}')`
  const [target] = await database.sql`insert into datasets (office_id, name, created_by)
    values (${agency.manchester}, 'Other pool', null) returning id`
  secondPool = String(target?.['id'])
})
afterAll(() => database.dispose())

const uuid = () => crypto.randomUUID()

type Argument = string | number | boolean | null | object

/** What each function that can write is called with: Manchester's own rows. */
function callsOf({
  ids,
  london,
  users,
}: TwoOffices): Readonly<Record<string, readonly Argument[]>> {
  const { job, pool, card, campaign, recipient, issue, member, person } = ids
  const phone = ['+447700900555', '07700 900555', true]
  return {
    add_card: [uuid(), job, 'Bea Example', ...phone, '', 'not-contacted'],
    add_column: [uuid(), job, 'Trial', 'pink', false, null],
    add_member: [uuid(), pool, 'Bea Example', ...phone, {}],
    add_members_to_campaign: [pool, [member], '', campaign],
    add_opt_out: ['+447700900777', 'manual', 'A test'],
    allow_active_elsewhere: [campaign, true],
    allow_recording_host: ['recordings.example'],
    assign_conversation: [recipient, null],
    change_cards: [uuid(), job, { status: 'hired' }, [{ id: card, seen: 'not-contacted' }]],
    change_draft_people: [campaign, [person], []],
    confirm_retention: [12, 24, 0, 0],
    copy_members: [pool, [member], '', secondPool, true, null, 10],
    create_campaign_draft: [uuid(), job, 'Name', 'name', 'u00000009'],
    decide_suggestion: [card, 'resume', null],
    delete_campaign_draft: [campaign, 1],
    delete_column: [uuid(), column, 1, 'not-contacted'],
    delete_dataset: [pool],
    dismiss_sync_issue: [issue],
    dismiss_sync_issues: [[issue]],
    duplicate_campaign: [campaign, uuid(), 'Name', 'name', 'u00000008', false],
    erase_person: [person],
    export_person: [person],
    finish_import: [ids.import],
    import_rows: [ids.import, [{ row: 3, name: 'Bea Example' }]],
    lift_opt_out: [suppression, 'A mistake'],
    mark_conversation: [recipient, true],
    mark_distinct: [person, secondPerson, true],
    mark_inbox_read: [],
    merge_people: [uuid(), person, secondPerson],
    move_card: [card, 'hired', null, null, null],
    note_campaign_export: [campaign, 1],
    note_export: [pool, 1],
    order_columns: [job, [], []],
    play_recording: [recording],
    preview_status_rules: [campaign, [{ objectiveKey: 'interested', status: 'interested' }]],
    remove_card: [card, 1],
    remove_members: [[member]],
    remove_recording_host: ['recordings.example'],
    rename_campaign_draft: [campaign, 1, 'Name', 'name'],
    resolve_sync_issue: [issue, recipient],
    save_calling_hours: [{ days: [1], from: '09:00', to: '19:00' }],
    save_campaign_parts: [campaign, 1, [], []],
    save_contact_limits: [1, 30, 0],
    save_default_rules: [[{ objectiveKey: 'interested', status: 'interested' }], 0],
    save_office: [london, 1, 'London', 'Europe/London', 'GB'],
    save_profile: [users.manchesterViewer, 1, 'A viewer', 'viewer', [london]],
    save_status_rules: [campaign, [{ objectiveKey: 'interested', status: 'interested' }], 1],
    set_person_time_zone: [person, 'Europe/Warsaw'],
    set_profile_active: [users.inactive, true],
    set_recipient_status: [recipient, 'hired'],
    settle_conversation: [recipient, true],
    start_import: [uuid(), pool, 'people.csv', 1, {}],
    tag_members: [pool, [member], '', ['new'], [], null, 10],
    take_over_conversation: [recipient],
    turn_off_retention: [],
    undo_board_change: [CHANGE],
    undo_card_change: [statusEvent],
    undo_import: [ids.import, 10],
    undo_merge: [MERGE],
    waive_ai_disclosure: [campaign, 'because'],
  }
}

/** Calls a function as an account; answers the stable code of the refusal, or 'allowed'. */
async function outcomeOf(user: string | null, name: string): Promise<string> {
  const functions = await listFunctions(database.sql, 'postgres')
  const types = functions.find((found) => found.name === name)?.argument_types ?? []
  const texts = (callsOf(agency)[name] ?? []).map((value, index) => {
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
  for (const name of Object.keys(callsOf(agency))) all[name] = await outcomeOf(user, name)
  return all
}

const ADMIN_ONLY = [
  'allow_active_elsewhere',
  'allow_recording_host',
  'confirm_retention',
  'erase_person',
  'lift_opt_out',
  'remove_recording_host',
  'save_calling_hours',
  'save_contact_limits',
  'save_default_rules',
  'save_office',
  'save_profile',
  'set_profile_active',
  'turn_off_retention',
  'waive_ai_disclosure',
]

/** Not about an office's rows: nobody without admin rights gets any further. */
const FOR_ADMINS_OF_ALL = [
  'allow_recording_host',
  'confirm_retention',
  'erase_person',
  'lift_opt_out',
  'remove_recording_host',
  'save_calling_hours',
  'save_contact_limits',
  'save_default_rules',
  'save_office',
  'save_profile',
  'set_profile_active',
  'turn_off_retention',
]

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
  expect(writing).toEqual(Object.keys(callsOf(agency)))
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
    expect(without(answers, FOR_ADMINS_OF_ALL)).toEqual(new Set(['not_found:not_visible']))
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
