/**
 * London and Manchester: London has people but nothing to see; Manchester has a row in every table
 * that the browser may know of, and one person, Ann Example, who is named wherever a name can be.
 */
import type postgres from 'postgres'
import type { FreshDatabase } from './fresh-database.ts'

export const ANN = {
  name: 'Ann Example',
  phone: '+447700900123',
  given: '07700 900123',
  session: 'plumber_u00000001_447700900123',
  email: 'ann@example.org',
} as const

export type TwoOffices = {
  readonly london: string
  readonly manchester: string
  /** Accounts by what they are; `nobody` has no profile. */
  readonly users: Readonly<Record<User, string>>
  /** Ids of Manchester's rows. */
  readonly ids: Readonly<Record<Entity, string>>
}

type User =
  'admin' | 'londonRecruiter' | 'manchesterRecruiter' | 'manchesterViewer' | 'inactive' | 'nobody'
type Entity =
  'job' | 'person' | 'pool' | 'import' | 'member' | 'card' | 'campaign' | 'recipient' | 'issue'

/** @param newAccount makes a sign-in and answers its id, where a test needs real ones */
export async function seedTwoOffices(
  { sql }: Pick<FreshDatabase, 'sql'>,
  newAccount: (email: string) => Promise<string> = async () => crypto.randomUUID(),
): Promise<TwoOffices> {
  const addUser = async (role: string, offices: readonly string[], active = true) => {
    const email = `${crypto.randomUUID()}@agency.example`
    const id = await newAccount(email)
    await sql`insert into profiles (id, email, full_name, role, active)
      values (${id}, ${email}, ${`A ${role}`}, ${role}, ${active})`
    for (const office of offices) await sql`insert into profile_offices values (${id}, ${office})`
    return id
  }
  const london = await idOf(sql`insert into offices (name) values ('London') returning id`)
  const manchester = await idOf(sql`insert into offices (name) values ('Manchester') returning id`)
  const users = {
    admin: await addUser('admin', []),
    londonRecruiter: await addUser('recruiter', [london]),
    manchesterRecruiter: await addUser('recruiter', [manchester]),
    manchesterViewer: await addUser('viewer', [manchester]),
    inactive: await addUser('recruiter', [manchester], false),
    nobody: await newAccount('nobody@agency.example'),
  }
  const ids = await seedWork(sql, manchester)
  await seedConversation(sql, manchester, ids)
  for (const segment of [{ name: ANN.name }, { name: 'Gas fitters', filter: { tag: 'gas' } }])
    await sql`insert into people_segments (id, office_id, owner_id, name, shared, filter)
      values (gen_random_uuid(), ${manchester}, ${users.admin}, ${segment.name}, true, ${sql.json(segment.filter ?? { search: ANN.given })})`
  await sql`insert into conversation_reads values (${users.admin}, ${ids.recipient}, 0)`
  await sql`insert into inbox_marks values (${users.admin}, now() - interval '1 hour')`
  return { london, manchester, users, ids }
}

async function seedWork(sql: postgres.Sql, office: string): Promise<TwoOffices['ids']> {
  const job = await idOf(
    sql`insert into jobs (office_id, title, created_by) values (${office}, 'Plumber', null) returning id`,
  )
  const person = await idOf(
    sql`insert into people (phone_e164, phone_given) values (${ANN.phone}, ${ANN.given}) returning id`,
  )
  const pool = await idOf(
    sql`insert into datasets (office_id, name, created_by) values (${office}, 'Pool', null) returning id`,
  )
  const file = await idOf(sql`insert into imports (office_id, dataset_id, total_rows, created_by)
    values (${office}, ${pool}, 2, null) returning id`)
  const member = await idOf(sql`insert into dataset_candidates
      (dataset_id, office_id, person_id, name, phone_given, email, import_id, created_by)
    values (${pool}, ${office}, ${person}, ${ANN.name}, ${ANN.given}, ${ANN.email}, ${file}, null)
    returning id`)
  await sql`insert into import_rows (import_id, row_number, outcome, member_id)
    values (${file}, 1, 'created', ${member})`
  await sql`insert into import_rows (import_id, row_number, outcome, faults, given) values (${file}, 2,
    'rejected', '[{"column": "phone", "code": "two_numbers"}]', ${sql.json({ phone: `(0)7700-900 123 / 07700 900124`, name: ANN.name })})`
  const card = await idOf(sql`insert into candidates
      (job_id, office_id, person_id, name, phone_given, email, created_by)
    values (${job}, ${office}, ${person}, ${ANN.name}, ${ANN.given}, ${ANN.email}, null) returning id`)
  await sql`insert into candidate_notes (candidate_id, office_id, body, author_id)
    values (${card}, ${office}, ${`${ANN.name} rang from ${ANN.phone}`}, null)`
  const campaign = await idOf(sql`insert into campaigns
      (office_id, job_id, name, slug, uid, state, created_by)
    values (${office}, ${job}, 'Plumber', 'plumber', 'u00000001', 'running', null) returning id`)
  await sql`insert into campaign_targets (campaign_id, name, objective_key)
    values (${campaign}, 'Interested', 'interested')`
  await sql`insert into campaign_matrices (campaign_id, name, objective_key)
    values (${campaign}, 'Papers', 'matrix_papers')`
  await sql`insert into status_rules (campaign_id, rules_version, position, objective_key, status, rank)
    values (${campaign}, 1, 1, 'interested', 'interested', 2)`
  const recipient =
    await idOf(sql`insert into campaign_candidates (campaign_id, office_id, person_id,
      candidate_id, forename, surname, mobile, phone_e164, email, session_id, delivery_state)
    values (${campaign}, ${office}, ${person}, ${card}, 'Ann', 'Example', ${ANN.given}, ${ANN.phone},
      ${ANN.email}, ${ANN.session}, 'confirmed') returning id`)
  const launch = await idOf(sql`insert into launches (campaign_id, office_id, preview_hash, payload)
    values (${campaign}, ${office}, 'hash', '{}') returning id`)
  const tasks = [
    { recipient_id: recipient, session: ANN.session, phone_number: ANN.phone },
    { recipient_id: crypto.randomUUID(), session: 'somebody-else', phone_number: '+447700900999' },
  ]
  // A receiver may repeat what it was sent; what a closed batch held went on in another one.
  const batch = await idOf(sql`insert into launch_batches
      (launch_id, campaign_id, position, state, tasks, last_answer, acknowledgement)
    values (${launch}, ${campaign}, 1, 'confirmed', ${sql.json(tasks)},
      ${`{"sessions":["${ANN.session}"]}`}, ${sql.json({ accepted: 2, numbers: [ANN.given] })}) returning id`)
  await sql`insert into launch_batches (launch_id, campaign_id, position, state, tasks)
    values (${launch}, ${campaign}, 1, 'closed', ${sql.json(tasks)})`
  await sql`update sync_cursors set cursor = ${sql.json({
    v: 1,
    page: { mode: 'full', after: ANN.session, part: { session: ANN.session, chat_after: 7 } },
  })}`
  await sql`update campaign_candidates set batch_id = ${batch}, launch_id = ${launch}`
  const issue =
    await idOf(sql`insert into sync_issues (kind, session_id, office_id, recipient_id, summary, raw)
    values ('unmatched', ${ANN.session}, ${office}, ${recipient}, 'No recipient', ${ANN.name}) returning id`)
  return { job, person, pool, import: file, member, card, campaign, recipient, issue }
}

async function seedConversation(
  sql: postgres.Sql,
  office: string,
  { recipient, card, campaign }: TwoOffices['ids'],
): Promise<void> {
  const { session, phone, name } = ANN
  await sql`insert into campaign_candidate_notes (campaign_candidate_id, office_id, body, author_id)
    values (${recipient}, ${office}, ${`Ask ${name}`}, null)`
  await sql`insert into session_evidence (session_id, recipient_id, office_id, matched_by, phones)
    values (${session}, ${recipient}, ${office}, 'session', ${sql.array([phone])})`
  await sql`insert into whatsapp_messages (campaign_candidate_id, office_id, session_id, chat_id, direction, body)
    values (${recipient}, ${office}, ${session}, 1, 'inbound', ${`I am ${name}`})`
  const call =
    await idOf(sql`insert into call_records (campaign_candidate_id, office_id, session_id, call_id)
    values (${recipient}, ${office}, ${session}, 'call-1') returning id`)
  await sql`insert into call_transcript_messages (call_record_id, position, office_id, speaker, body)
    values (${call}, 1, ${office}, 'candidate', ${`This is ${name}`})`
  await sql`insert into objective_events (session_id, event_id, campaign_candidate_id, office_id, objective_key)
    values (${session}, 1, ${recipient}, ${office}, 'interested')`
  await sql`insert into status_events (office_id, candidate_id, recipient_id, to_status, set_by, trace)
    values (${office}, ${card}, ${recipient}, 'interested', 'automation', ${sql.json({ by: session })})`
  await sql`insert into contact_slots (phone_e164, active_recipient_id, active_campaign_id)
    values (${phone}, ${recipient}, ${campaign})`
  await sql`insert into suppressions (phone_e164, reason, session_id) values (${phone}, 'manual', ${session})`
  await sql`insert into session_links (session_id, recipient_id) values (${session}, ${recipient})`
  await sql`insert into backend_commands (kind, session_id, recipient_id, campaign_id)
    values ('complete-session', ${session}, ${recipient}, ${campaign}) on conflict do nothing`
  await sql`insert into erasures (kind, hmac) values ('session', '\\x00')`
  await sql`insert into audit_log (action, entity_type, office_id) values ('seed', 'office', ${office})`
  await sql`insert into settings (key, value) values ('seeded', 'true') on conflict do nothing`
  await sql`insert into kept_writes (id, user_id) values (gen_random_uuid(), gen_random_uuid())`
  await sql`insert into sync_runs (trigger) values ('timer')`
  await sql`insert into sync_put_aside (office_id, kind, alike) values (${office}, 'message', '{ping}')`
}

/**
 * Does something as PostgREST does it for a token, and takes it back.
 *
 * @param user the token's subject; null: no token, role `anon`
 */
export async function attemptAs<Answer>(
  sql: postgres.Sql,
  user: string | null,
  act: (tx: postgres.TransactionSql) => Promise<Answer>,
): Promise<Answer> {
  const kept: Answer[] = []
  const takeBack = new Error('taken back')
  await sql
    .begin(async (tx) => {
      const role = user === null ? 'anon' : 'authenticated'
      const claims = JSON.stringify(user === null ? { role } : { sub: user, role })
      await tx`select set_config('request.jwt.claims', ${claims}, true), set_config('role', ${role}, true)`
      kept.push(await act(tx))
      throw takeBack
    })
    .catch((error: unknown) => {
      if (error !== takeBack) throw error
    })
  return kept[0] as Answer
}

async function idOf(query: postgres.PendingQuery<postgres.Row[]>): Promise<string> {
  const [row] = await query
  return String(row?.['id'])
}
