/** Two rows of one human being with whatever can hang on them, and all of it as plain rows. */
import fc from 'fast-check'
import type postgres from 'postgres'
import type { TwoOffices } from './two-offices.ts'

const whose = fc.constantFrom('one' as const, 'other' as const, 'both' as const)
const status = fc.constantFrom('not-contacted', 'interested', 'interview', 'rejected')
const setBy = fc.constantFrom('person' as const, 'automation' as const)

/** What the two have; the numbers of boards and pools are among three each. */
export const aCase = fc.record({
  cards: fc.uniqueArray(
    fc.record({ job: fc.nat(2), whose, status, otherStatus: status, setBy, otherSetBy: setBy }),
    { selector: ({ job }) => job, maxLength: 3 },
  ),
  members: fc.uniqueArray(fc.record({ pool: fc.nat(2), whose }), {
    selector: ({ pool }) => pool,
    maxLength: 3,
  }),
  lines: fc.nat(2),
  suppressed: fc.constantFrom('nobody' as const, 'one' as const, 'other' as const),
  phones: fc.constantFrom('one' as const, 'other' as const, 'both' as const),
})
type Case = typeof aCase extends fc.Arbitrary<infer Given> ? Given : never

export type Pair = {
  readonly one: string
  readonly other: string
  /** E.164, of the first then of the second, where they have one. */
  readonly phones: readonly string[]
}

let made = 0

/** Makes the two and everything of theirs in the office of Manchester. */
export async function makePair(sql: postgres.Sql, agency: TwoOffices, given: Case): Promise<Pair> {
  const office = agency.manchester
  const id = async (query: postgres.PendingQuery<postgres.Row[]>) =>
    String((await query)[0]?.['id'])
  made += 1
  const number = (tail: number) => `+44770090${String(made * 2 + tail).padStart(4, '0')}`
  const phoneOf = { one: number(0), other: number(1) }
  const has = (who: 'one' | 'other') => given.phones === 'both' || given.phones === who
  const person = (who: 'one' | 'other') =>
    id(sql`insert into people (phone_e164) values (${has(who) ? phoneOf[who] : null}) returning id`)
  const people = { one: await person('one'), other: await person('other') }
  const each = (which: 'one' | 'other' | 'both') =>
    which === 'both' ? (['one', 'other'] as const) : ([which] as const)

  const cardIds: { job: string; who: 'one' | 'other'; card: string }[] = []
  for (const card of given.cards) {
    const job = await id(sql`insert into jobs (office_id, title, created_by)
      values (${office}, ${`Job ${card.job}`}, null) returning id`)
    for (const who of each(card.whose)) {
      const [is, by] =
        who === 'one' ? [card.status, card.setBy] : [card.otherStatus, card.otherSetBy]
      const row =
        await id(sql`insert into candidates (job_id, office_id, person_id, name, email, status,
          status_set_by, status_changed_at, tags, created_by)
        values (${job}, ${office}, ${people[who]}, ${`Sam ${who}`}, ${who === 'one' ? '' : 'sam@example.org'}, ${is}, ${by},
          now() - ${who === 'one' ? '2 hours' : '1 hour'}::text::interval, ${sql.array([who])}, null) returning id`)
      await sql`insert into candidate_notes (candidate_id, office_id, body, author_id)
        values (${row}, ${office}, ${`A note of ${who}`}, null)`
      await sql`insert into status_events (office_id, candidate_id, to_status, set_by)
        values (${office}, ${row}, ${is}, ${by})`
      cardIds.push({ job, who, card: row })
    }
  }
  // Each is known to the office by something that is theirs alone.
  for (const who of ['one', 'other'] as const) {
    const pool = await id(sql`insert into datasets (office_id, name, created_by)
      values (${office}, ${`Of ${who}`}, null) returning id`)
    await sql`insert into dataset_candidates (dataset_id, office_id, person_id, name, created_by)
      values (${pool}, ${office}, ${people[who]}, 'Sam', null)`
  }
  for (const member of given.members) {
    const pool = await id(sql`insert into datasets (office_id, name, created_by)
      values (${office}, ${`Pool ${member.pool}`}, null) returning id`)
    for (const who of each(member.whose)) {
      await sql`insert into dataset_candidates (dataset_id, office_id, person_id, name, notes, trade, file_row, created_by)
        values (${pool}, ${office}, ${people[who]}, 'Sam', ${`Notes of ${who}`}, ${who === 'one' ? '' : 'Plumber'}, ${who === 'one' ? 2 : 3}, null)`
    }
  }
  await addLines(sql, agency, { given, people, phoneOf, cardIds })
  if (given.suppressed !== 'nobody' && has(given.suppressed)) {
    await sql`insert into suppressions (phone_e164, reason) values (${phoneOf[given.suppressed]}, 'opted_out')`
  }
  return { ...people, phones: (['one', 'other'] as const).filter(has).map((who) => phoneOf[who]) }
}

/** Both are in each of these campaigns, by their numbers; what a line is linked to stays its own card. */
async function addLines(
  sql: postgres.Sql,
  agency: TwoOffices,
  {
    given,
    people,
    phoneOf,
    cardIds,
  }: {
    given: Case
    people: { one: string; other: string }
    phoneOf: { one: string; other: string }
    cardIds: readonly { job: string; who: 'one' | 'other'; card: string }[]
  },
): Promise<void> {
  const office = agency.manchester
  for (let line = 0; line < given.lines; line += 1) {
    const job = cardIds[0]?.job ?? agency.ids.job
    const [campaign] =
      await sql`insert into campaigns (office_id, job_id, name, slug, uid, state, created_by)
      values (${office}, ${job}, 'Sam', 'sam', ${crypto.randomUUID().replaceAll('-', '').slice(0, 9)}, 'running', null)
      returning id`
    for (const who of ['one', 'other'] as const) {
      const card = cardIds.find((made) => made.job === job && made.who === who)?.card ?? null
      const [row] =
        await sql`insert into campaign_candidates (campaign_id, office_id, person_id, candidate_id, forename,
          phone_e164, delivery_state)
        values (${String(campaign?.['id'])}, ${office}, ${people[who]}, ${card}, 'Sam', ${phoneOf[who]}, 'confirmed')
        returning id`
      const recipient = String(row?.['id'])
      await sql`insert into campaign_candidate_notes (campaign_candidate_id, office_id, body, author_id)
        values (${recipient}, ${office}, 'Said on the line', null)`
      await sql`insert into status_events (office_id, recipient_id, to_status, set_by)
        values (${office}, ${recipient}, 'contacted', 'automation')`
      await sql`insert into whatsapp_messages (campaign_candidate_id, office_id, direction, body)
        values (${recipient}, ${office}, 'inbound', 'hello')`
    }
  }
}

/** Everything that hangs on these people, in a fixed order, without what every write moves. */
export async function rowsOf(sql: postgres.Sql, people: readonly string[]) {
  const theirs = sql(people)
  const rows = async (query: postgres.PendingQuery<postgres.Row[]>) =>
    (await query).map((row) => ({ ...row }))
  return {
    people: await rows(
      sql`select id, phone_e164, merged_into, other_identities from people where id in ${theirs} order by id`,
    ),
    offices: await rows(
      sql`select person_id, office_id from person_offices where person_id in ${theirs} order by 1, 2`,
    ),
    cards:
      await rows(sql`select id, job_id, person_id, name, email, status, status_set_by, tags, proposed_status, decided_against,
        extract(epoch from status_changed_at) as decided from candidates where person_id in ${theirs} order by id`),
    members:
      await rows(sql`select id, dataset_id, person_id, name, notes, trade, tags, file_row from dataset_candidates
      where person_id in ${theirs} order by id`),
    recipients:
      await rows(sql`select id, campaign_id, person_id, candidate_id, phone_e164, status, delivery_state
      from campaign_candidates where person_id in ${theirs} order by id`),
    notes:
      await rows(sql`select n.id, n.candidate_id as on_id, n.body from candidate_notes n join candidates c on c.id = n.candidate_id
      where c.person_id in ${theirs}
      union all select n.id, r.id, n.body from campaign_candidate_notes n join campaign_candidates r on r.id = n.campaign_candidate_id
      where r.person_id in ${theirs} order by 1`),
    messages: await rows(sql`select m.id, m.campaign_candidate_id from whatsapp_messages m
      join campaign_candidates r on r.id = m.campaign_candidate_id where r.person_id in ${theirs} order by 1`),
    events:
      await rows(sql`select e.id, e.candidate_id, e.recipient_id, e.to_status, e.trace ->> 'action' as action from status_events e
      left join candidates c on c.id = e.candidate_id left join campaign_candidates r on r.id = e.recipient_id
      where c.person_id in ${theirs} or r.person_id in ${theirs} order by e.id`),
    suppressed:
      await rows(sql`select s.phone_e164, s.reason from suppressions s join people p on p.phone_e164 = s.phone_e164
      where p.id in ${theirs} and s.lifted_at is null order by 1`),
  }
}
