/** An office with recruiters, and drafts whose pools share people, so that campaigns compete. */
import type postgres from 'postgres'
import { saveAuthUser } from '../stack/auth-users.ts'

export type Draft = { readonly campaignId: string }
export type Account = { readonly email: string; readonly password: string; readonly userId: string }

/** A storm is no less of one at night. */
const ANY_TIME = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }
const PEOPLE = 30
/** A pool begins so far behind the one before: about a third of its people are in the next too. */
const STRIDE = 20
const BATCH_SIZE = 4

/** The nth of Ofcom's fictional numbers: 1,000 mobiles, then 1,000 of London, then again. */
function fictionalPhone(n: number): string {
  const index = n % 2000
  return index < 1000
    ? `+447700900${String(index).padStart(3, '0')}`
    : `+442079460${String(index - 1000).padStart(3, '0')}`
}

export async function seedAgency(
  frontend: postgres.Sql,
  { recruiters, drafts }: { readonly recruiters: number; readonly drafts: number },
): Promise<{ accounts: Account[]; admin: Account; drafts: Draft[] }> {
  await frontend`insert into public.settings (key, value)
    values ('sending', ${frontend.json({ batchSize: BATCH_SIZE })}),
      ('calling_hours', ${frontend.json(ANY_TIME)})
    on conflict (key) do update set value = excluded.value`
  const [office] = await frontend`insert into public.offices (name) values ('London') returning id`
  const officeId = String(office?.['id'])
  const add = async (name: string, role: string): Promise<Account> => {
    const account = { email: `${name}@agency.example`, password: 'a long enough password' }
    const userId = await saveAuthUser(frontend, account)
    await frontend`insert into public.profiles (id, email, role) values (${userId}, ${account.email}, ${role})`
    await frontend`insert into public.profile_offices values (${userId}, ${officeId})`
    return { ...account, userId }
  }
  const accounts: Account[] = []
  for (let nth = 1; nth <= recruiters; nth += 1) {
    accounts.push(await add(`recruiter${nth}`, 'recruiter'))
  }
  const admin = await add('admin', 'admin')
  const seeded: Draft[] = []
  for (let nth = 0; nth < drafts; nth += 1) {
    const phones = Array.from({ length: PEOPLE }, (_, index) =>
      fictionalPhone(nth * STRIDE + index),
    )
    seeded.push({ campaignId: await seedDraft(frontend, officeId, nth, phones) })
  }
  return { accounts, admin, drafts: seeded }
}

async function seedDraft(
  frontend: postgres.Sql,
  officeId: string,
  nth: number,
  phones: readonly string[],
): Promise<string> {
  const uid = `c${nth.toString(36).padStart(8, '0')}`
  const [draft] = await frontend`
    with job as (
      insert into public.jobs (office_id, title, created_by) values (${officeId}, 'Plumber', null) returning id),
    pool as (
      insert into public.datasets (office_id, name, created_by) values (${officeId}, ${`Pool ${nth}`}, null) returning id),
    known as (
      insert into public.people (phone_e164, phone_given)
      select phone, phone from unnest(${[...phones]}::text[]) as phone
      on conflict (phone_e164) do update set phone_given = excluded.phone_given returning id, phone_e164),
    members as (
      insert into public.dataset_candidates (dataset_id, office_id, person_id, name, phone_given, created_by)
      select pool.id, ${officeId}, known.id, 'Ann Example', known.phone_e164, null from pool, known)
    insert into public.campaigns (office_id, job_id, name, slug, uid, audience, purpose, consent_basis,
      ai_disclosure, first_message_chat, card_policy, created_by)
    select ${officeId}, job.id, 'Plumber - London', 'plumber-london', ${uid},
      jsonb_build_object('datasetIds', jsonb_build_array(pool.id)), 'To offer a job', 'consent',
      'I am an AI', 'Hello! I am an AI.', 'contacted', null
    from job, pool returning id`
  const campaignId = String(draft?.['id'])
  await frontend`insert into public.campaign_targets (campaign_id, name, objective_key)
    values (${campaignId}, 'Interested', 'interested')`
  return campaignId
}
