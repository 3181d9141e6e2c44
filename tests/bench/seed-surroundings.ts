/** What else an agency of that size has around its conversations: a board, a pool, calls, opt-outs, a draft. */
import { addRecruiter } from '../support/recruiter.ts'
import type { ScaledPair } from './seed-scale.ts'

const MOST_CARDS = 10_000
const MOST_MEMBERS = 100_000

export type Surroundings = {
  readonly officeId: string
  readonly recruiterId: string
  readonly jobId: string
  readonly poolId: string
  /** A campaign to the whole pool that was not launched. */
  readonly draftId: string
}

/** As many cards and members as fit beside so many sessions; one in a hundred was called. */
export async function seedSurroundings({ frontend: { sql } }: ScaledPair): Promise<Surroundings> {
  const [row] =
    await sql`select j.id as job, o.id as office from public.jobs j join public.offices o on o.id = j.office_id`
  const officeId = String(row?.['office'])
  const jobId = String(row?.['job'])
  const recruiterId = await addRecruiter(sql)
  await sql`update public.profiles set role = 'admin' where id = ${recruiterId}`
  const [pool] = await sql`insert into public.datasets (office_id, name, created_by)
    values (${officeId}, 'Everybody', null) returning id`
  const poolId = String(pool?.['id'])
  await sql`insert into public.candidates (job_id, office_id, person_id, name, email, status, tags, position, created_by)
    select ${jobId}, ${officeId}, person_id, forename || ' ' || surname, lower(forename || '.' || surname || '@example.org'),
      (array['not-contacted', 'contacted', 'interested'])[1 + row_number() over () % 3], array['nights'], row_number() over (), null
    from public.campaign_candidates order by id limit ${MOST_CARDS}`
  await sql`insert into public.dataset_candidates (dataset_id, office_id, person_id, name, email, phone_given, trade, location, postcode, created_by)
    select ${poolId}, ${officeId}, person_id, forename || ' ' || surname, '', phone_e164, 'Plumber', 'London',
      'N' || (row_number() over ()) % 20 || ' 1AA', null
    from public.campaign_candidates order by id limit ${MOST_MEMBERS}`
  await sql`insert into public.call_records (campaign_candidate_id, office_id, session_id, call_id, called_at, duration_seconds,
      answered_by, disposition, summary)
    select id, office_id, session_id, 'call-' || session_id, created_at, 90, 'person', 'completed', 'Wants to know the pay.'
    from public.campaign_candidates where right(phone_e164, 2) = '00'`
  await sql`insert into public.suppressions (phone_e164, reason, source)
    select phone_e164, 'opted_out', 'whatsapp' from public.campaign_candidates where right(phone_e164, 3) = '007'`
  const [draft] = await sql`
    insert into public.campaigns (office_id, job_id, name, slug, uid, audience, contact_active_elsewhere, created_by)
    values (${officeId}, ${jobId}, 'Plumber - Leeds', 'plumber-leeds', 'bench0002',
      ${sql.json({ datasetIds: [poolId] })}, true, null) returning id`
  await sql`insert into public.people_segments (id, office_id, owner_id, name, filter)
    select gen_random_uuid(), ${officeId}, ${recruiterId}, name, jsonb_build_object('search', search, 'tag', tag, 'place', '')
    from (values ('A tag', '', 'nights'), ('A common name', 'ann', ''), ('Everybody', '', '')) as s(name, search, tag)`
  await sql`vacuum analyze`
  return { officeId, recruiterId, jobId, poolId, draftId: String(draft?.['id']) }
}
