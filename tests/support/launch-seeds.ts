/** People, pools and campaigns for launch tests, and what the ledger says of them. */
import type postgres from 'postgres'
import type { LaunchWorld } from './launch-world.ts'

let last = 0

/** A text that no other test of the file has. */
function unique(): string {
  last += 1
  return last.toString(36).padStart(8, '0')
}

/** The nth of Ofcom's fictional numbers: 1,000 mobiles, then 1,000 of London. */
function fictionalPhone(n: number): string {
  return n < 1000
    ? `+447700900${String(n).padStart(3, '0')}`
    : `+442079460${String(n - 1000).padStart(3, '0')}`
}

export function phones(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => fictionalPhone(from + index))
}

let usedPhones = 0

/** So many phones that no other test of the file has. */
export function freshPhones(count: number): string[] {
  usedPhones += count
  return phones(usedPhones - count, count)
}

export type Member = {
  readonly name?: string
  /** Null: the person has no E.164. */
  readonly phone: string | null
  readonly given?: string
}

/** A pool with these members. */
export async function addPool(
  { frontend, officeId }: Pick<LaunchWorld, 'frontend' | 'officeId'>,
  members: readonly (Member | string)[],
): Promise<string> {
  const { sql } = frontend
  const [pool] = await sql`insert into public.datasets (office_id, name, created_by)
    values (${officeId}, 'Pool', null) returning id`
  const poolId = String(pool?.['id'])
  const rows = members.map((member, index) => {
    const { phone, name, given }: Member = typeof member === 'string' ? { phone: member } : member
    return { phone, given: given ?? phone ?? '', name: name ?? `Person ${index}` }
  })
  await sql`insert into public.people (phone_e164, phone_given)
    select phone, given from jsonb_to_recordset(${sql.json(rows)}) as x(phone text, given text)
    where phone is not null on conflict (phone_e164) do nothing`
  await sql`insert into public.dataset_candidates (dataset_id, office_id, person_id, name, phone_given, created_by)
    select ${poolId}, ${officeId}, p.id, x.name, x.given, null
    from jsonb_to_recordset(${sql.json(rows)}) as x(phone text, given text, name text)
    left join public.people p on p.phone_e164 = x.phone`
  return poolId
}

export type CampaignSeed = {
  readonly pools?: readonly string[]
  readonly audience?: postgres.JSONValue
  readonly cardPolicy?: string
  readonly startsAt?: string | null
  readonly jobId?: string
}

/** A draft that is ready to be launched. */
export async function addDraft(
  { frontend, officeId }: Pick<LaunchWorld, 'frontend' | 'officeId'>,
  seed: CampaignSeed,
): Promise<string> {
  const { sql } = frontend
  const jobId = seed.jobId ?? (await addJob({ frontend, officeId }))
  const audience = seed.audience ?? { datasetIds: [...(seed.pools ?? [])] }
  const [draft] = await sql`
    insert into public.campaigns (office_id, job_id, name, slug, uid, audience, purpose, consent_basis,
      ai_disclosure, first_message_chat, card_policy, starts_at, created_by)
    values (${officeId}, ${jobId}, 'Plumber - London', 'plumber-london', ${`u${unique()}`}, ${sql.json(audience)},
      'To offer a job', 'consent', 'I am an AI', 'Hello! I am an AI.', ${seed.cardPolicy ?? 'never'},
      ${seed.startsAt ?? null}, null)
    returning id`
  const id = String(draft?.['id'])
  await sql`insert into public.campaign_targets (campaign_id, name, objective_key)
    values (${id}, 'Interested', 'interested')`
  return id
}

export async function addJob({
  frontend,
  officeId,
}: Pick<LaunchWorld, 'frontend' | 'officeId'>): Promise<string> {
  const [job] = await frontend.sql`insert into public.jobs (office_id, title, created_by)
    values (${officeId}, 'Plumber', null) returning id`
  return String(job?.['id'])
}

/** A launched campaign whose pool holds these phones. */
export async function launchTo(world: LaunchWorld, to: readonly string[]): Promise<string> {
  const campaignId = await addDraft(world, { pools: [await addPool(world, to)] })
  await world.launch(campaignId)
  return campaignId
}

export type Accounting = {
  readonly [
    name in
      | 'planned'
      | 'sent'
      | 'confirmed'
      | 'unconfirmed'
      | 'acknowledged'
      | 'needsDecision'
      | 'held'
      | 'excluded'
      | 'failed'
      | 'waiting'
  ]: number
} & {
  readonly exclusions: Readonly<Record<string, number>>
  readonly failures: Readonly<Record<string, number>>
  readonly doubts: Readonly<Record<string, number>>
}

/** A campaign's numbers; fails where they don't add up. */
export async function accountingOf(world: LaunchWorld, campaignId: string): Promise<Accounting> {
  const [row] = await world.frontend
    .sql`select public.campaign_accounting(${campaignId}) as numbers`
  const numbers = row?.['numbers'] as Accounting
  const { planned, sent, held, excluded, failed, waiting, confirmed, unconfirmed } = numbers
  if (planned !== sent + held + excluded + failed + waiting || sent !== confirmed + unconfirmed) {
    throw new Error(`The numbers don't add up: ${JSON.stringify(numbers)}`)
  }
  return numbers
}

/** Delivery states of a campaign's recipients by phone, with the reason or code where there is one. */
export async function deliveriesOf(
  world: LaunchWorld,
  campaignId: string,
): Promise<Record<string, string>> {
  const rows = await world.frontend.sql`
    select coalesce(phone_e164, mobile) as phone,
      concat_ws(':', delivery_state, coalesce(exclusion_reason, delivery_code)) as delivery
    from public.campaign_candidates where campaign_id = ${campaignId} order by 1`
  return Object.fromEntries(rows.map((row) => [String(row['phone']), String(row['delivery'])]))
}

export async function stateOf(world: LaunchWorld, campaignId: string): Promise<string> {
  const [row] = await world.frontend
    .sql`select state from public.campaigns where id = ${campaignId}`
  return String(row?.['state'])
}

/** Lets the connection test's result be that this receiver takes a session once. */
export function proveReceiver({ store, ports, recruiter }: LaunchWorld): Promise<void> {
  return store.recordReceiverTest({
    actorId: recruiter.userId,
    receiver: ports.webhook.receiver,
    idempotent: true,
    code: 'proven',
  })
}

/** Takes everything launched so far out of play, so that a test counts its own posts only. */
export async function retireCampaigns({ frontend }: Pick<LaunchWorld, 'frontend'>): Promise<void> {
  await frontend.sql`update public.campaigns set state = 'stopped' where state <> 'draft'`
  await frontend.sql`update public.launch_batches set state = 'closed', reconcile_at = null`
}

/** Both looks into the backend, two and ten minutes after the POST. */
export async function lookTwice(world: LaunchWorld): Promise<void> {
  await world.letPass(3)
  await world.work()
  await world.letPass(9)
  await world.work()
}
