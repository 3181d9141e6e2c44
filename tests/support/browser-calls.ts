/** What each function that a browser may call is called with, and the rows of Manchester that this takes. */
import type postgres from 'postgres'
import type { TwoOffices } from './two-offices.ts'

const CHANGE = '00000000-0000-4000-8000-000000000004'
const MERGE = '00000000-0000-4000-8000-000000000003'
/** What the seeded unreadable message looks like. */
const ODD_FORM = '{ping}'

/** Ids of rows beyond those of both offices. */
export type Extras = {
  readonly statusEvent: string
  readonly recording: string
  readonly secondPerson: string
  readonly secondPool: string
  readonly suppression: string
  readonly column: string
  readonly segment: string
}

export async function seedExtras(sql: postgres.Sql, agency: TwoOffices): Promise<Extras> {
  const [event] = await sql`select id from status_events`
  const statusEvent = String(event?.['id'])
  await sql`update campaigns set state = 'draft'`
  const [call] = await sql`update call_records
    set recording_url = 'https://recordings.example/ann.wav' returning id`
  const recording = String(call?.['id'])
  await sql`update settings set value = '["recordings.example"]' where key = 'recording_hosts'`
  const [own] = await sql`insert into kanban_columns (job_id, office_id, key, name, position)
    values (${agency.ids.job}, ${agency.manchester}, 'own', 'Own', 50) returning id`
  const column = String(own?.['id'])
  const [saved] = await sql`select id from people_segments limit 1`
  const segment = String(saved?.['id'])
  await sql`insert into private.board_changes (id, job_id, office_id, actor_id, change)
    values (${CHANGE}, ${agency.ids.job}, ${agency.manchester}, ${agency.users.manchesterRecruiter}, '{}')`
  await sql`insert into sync_issues (kind, session_id, item, office_id, recipient_id, summary, details)
    values ('message', 'odd', 'chat:1', ${agency.manchester}, ${agency.ids.recipient}, 'Unreadable',
      ${sql.json({ chatId: 1, form: ODD_FORM })})`
  const [opted] = await sql`select id from suppressions`
  const suppression = String(opted?.['id'])
  const [other] = await sql`insert into people (phone_e164) values ('+447700900556') returning id`
  const [merged] =
    await sql`insert into people (merged_into) values (${agency.ids.person}) returning id`
  const secondPerson = String(other?.['id'])
  await sql`insert into dataset_candidates (dataset_id, office_id, person_id, name, created_by)
    values (${agency.ids.pool}, ${agency.manchester}, ${secondPerson}, 'Bea', null)`
  await sql`insert into private.person_merges (id, kept_id, merged_id, record) values (${MERGE}, ${agency.ids.person},
    ${String(merged?.['id'])}, '{"cards": [], "members": [], "recipients": [], "foldedCards": [], "foldedMembers": [],
      "aliases": [], "identities": [], "campaigns": [], "suppressions": [], "slot": {"before": null, "after": null}}')`
  const [target] = await sql`insert into datasets (office_id, name, created_by)
    values (${agency.manchester}, 'Other pool', null) returning id`
  const secondPool = String(target?.['id'])
  return { statusEvent, recording, secondPerson, secondPool, suppression, column, segment }
}

const uuid = () => crypto.randomUUID()

type Argument = string | number | boolean | null | object

/** What each function that can write is called with: Manchester's own rows. */
export function callsOf(
  { ids, london, manchester, users }: TwoOffices,
  extras: Extras,
): Readonly<Record<string, readonly Argument[]>> {
  const { statusEvent, recording, secondPerson, secondPool, suppression, column, segment } = extras
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
    delete_segment: [segment],
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
    note_audit_export: [1],
    note_campaign_export: [campaign, 1],
    note_export: [pool, 1],
    order_columns: [job, [], []],
    play_recording: [recording],
    preview_status_rules: [campaign, [{ objectiveKey: 'interested', status: 'interested' }]],
    put_aside_alike: ['message', ODD_FORM],
    remove_card: [card, 1],
    remove_members: [[member]],
    remove_recording_host: ['recordings.example'],
    rename_campaign_draft: [campaign, 1, 'Name', 'name'],
    resolve_sync_issue: [issue, recipient],
    save_calling_hours: [{ days: [1], from: '09:00', to: '19:00' }],
    save_campaign_parts: [campaign, 1, [], []],
    save_contact_limits: [1, 30, 0],
    save_costs: [{ perConversation: 0.5, perCallMinute: 0.1, currency: 'GBP' }],
    save_default_rules: [[{ objectiveKey: 'interested', status: 'interested' }], 0],
    save_office: [london, 1, 'London', 'Europe/London', 'GB'],
    save_profile: [users.manchesterViewer, 1, 'A viewer', 'viewer', [london]],
    save_segment: [segment, manchester, 'Fitters', { tag: 'gas' }, true],
    save_status_rules: [campaign, [{ objectiveKey: 'interested', status: 'interested' }], 1],
    send_kept_write: [
      uuid(),
      'job-fields',
      { subjectId: job, before: { title: 'Plumber' }, after: { title: 'Plumber' } },
    ],
    set_person_time_zone: [person, 'Europe/Warsaw'],
    set_profile_active: [users.inactive, true],
    set_recipient_status: [recipient, 'hired'],
    settle_conversation: [recipient, true],
    start_import: [uuid(), pool, 'people.csv', 1, {}],
    tag_members: [pool, [member], '', ['new'], [], null, 10],
    take_back_alike: ['message', ODD_FORM],
    take_over_conversation: [recipient],
    turn_off_retention: [],
    undo_board_change: [CHANGE],
    undo_card_change: [statusEvent],
    undo_import: [ids.import, 10],
    undo_merge: [MERGE],
    waive_ai_disclosure: [campaign, 'because'],
  }
}
