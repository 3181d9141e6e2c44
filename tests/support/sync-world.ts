/** A backend, a frontend and the sync between them, with words for what agents and people do. */
import type postgres from 'postgres'
import { runRecipient } from '../../src/sync/run-recipient.ts'
import { runTick, type SyncPorts, type TickOptions } from '../../src/sync/run-tick.ts'
import type { TickReport } from '../../src/sync/tick-report.ts'
import { openSession } from './agents.ts'
import { freshBackend, freshFrontend, type FreshDatabase } from './fresh-database.ts'
import { backendPort, frontendPort } from './sync-ports.ts'

export type SyncWorld = {
  readonly backend: FreshDatabase
  readonly frontend: FreshDatabase
  readonly ports: SyncPorts
  /** A forced tick, so that no test waits for a clock. */
  tick(options?: Partial<TickOptions>): Promise<TickReport>
  tickRecipient(recipientId: string): Promise<TickReport>
  close(): Promise<void>
}

export async function createSyncWorld(): Promise<SyncWorld> {
  const [backend, frontend] = await Promise.all([freshBackend(), freshFrontend()])
  const ports = { backend: backendPort(backend.sql), frontend: frontendPort(frontend.sql) }
  return {
    backend,
    frontend,
    ports,
    tick: (options = {}) =>
      runTick(ports, { owner: 'test', trigger: 'command', force: true, ...options }),
    tickRecipient: (recipientId) => runRecipient(ports, { owner: 'test', recipientId }),
    close: async () => void (await Promise.all([backend.dispose(), frontend.dispose()])),
  }
}

export type TestCampaign = {
  readonly id: string
  readonly jobId: string
  readonly officeId: string
  readonly key: string
  readonly slug: string
  readonly uid: string
}

let lastUid = 0

/** A uid that no other campaign of this run has. */
export function newUid(): string {
  lastUid += 1
  return `u${lastUid.toString(36).padStart(8, '0')}`
}

export type CampaignOptions = {
  readonly slug?: string
  readonly uid?: string
  readonly jobId?: string
  readonly state?: string
  readonly cardPolicy?: string
  readonly launchedAt?: string
}

/** A launched campaign; without `jobId` on a board of its own. */
export async function addCampaign(
  sql: postgres.Sql,
  options: CampaignOptions = {},
): Promise<TestCampaign> {
  const { slug = 'plumber-london', uid = newUid(), state = 'running' } = options
  const { cardPolicy = 'interested', launchedAt = '2026-09-01T08:00:00Z' } = options
  const jobId = options.jobId ?? (await addJob(sql))
  const [row] = await sql`
    insert into public.campaigns
      (office_id, job_id, name, slug, uid, state, card_policy, launched_at, created_by)
    select j.office_id, j.id, ${slug}, ${slug}, ${uid}, ${state}, ${cardPolicy}, ${launchedAt}, null
    from public.jobs j where j.id = ${jobId}
    returning id, office_id, campaign_key`
  return {
    id: String(row?.['id']),
    jobId,
    officeId: String(row?.['office_id']),
    key: String(row?.['campaign_key']),
    slug,
    uid,
  }
}

export async function addJob(sql: postgres.Sql): Promise<string> {
  const [job] = await sql`
    with office as (
      insert into public.offices (name) values (${`Office ${crypto.randomUUID()}`}) returning id
    )
    insert into public.jobs (office_id, title, created_by) select id, 'Plumber', null from office
    returning id`
  return String(job?.['id'])
}

export type TestRecipient = {
  readonly id: string
  readonly personId: string | null
  readonly phone: string
  readonly session: string
}

export type RecipientOptions = {
  readonly phone?: string
  /** Null: the ledger names no session, as before a launch. */
  readonly session?: string | null
  readonly deliveryState?: string
}

let lastPhone = 0

/** One of Ofcom's fictional numbers, no two alike within a thousand. */
export function newPhone(): string {
  lastPhone = (lastPhone + 1) % 1000
  return `+447700900${String(lastPhone).padStart(3, '0')}`
}

export async function addRecipient(
  sql: postgres.Sql,
  campaign: TestCampaign,
  options: RecipientOptions = {},
): Promise<TestRecipient> {
  const { phone = newPhone(), deliveryState = 'confirmed' } = options
  const ofLedger = `${campaign.slug.replaceAll('-', '')}_${campaign.uid}_${phone.slice(1)}`
  const session = options.session === undefined ? ofLedger : options.session
  const reason = deliveryState === 'excluded' ? 'duplicate_number' : null
  const [row] = await sql`
    with person as (
      insert into public.people (phone_e164) values (${phone})
      on conflict (phone_e164) do update set phone_given = null returning id
    )
    insert into public.campaign_candidates (campaign_id, office_id, person_id, forename, surname,
      mobile, phone_e164, session_id, delivery_state, exclusion_reason)
    select ${campaign.id}, ${campaign.officeId}, id, 'Ann', 'Example', ${phone}, ${phone}, ${session},
      ${deliveryState}, ${reason} from person
    returning id, person_id`
  return {
    id: String(row?.['id']),
    personId: String(row?.['person_id']),
    phone,
    session: session ?? ofLedger,
  }
}

/** A recipient with whom the agents have begun a session. */
export async function addContacted(
  { backend, frontend }: Pick<SyncWorld, 'backend' | 'frontend'>,
  campaign: TestCampaign,
): Promise<TestRecipient> {
  const recipient = await addRecipient(frontend.sql, campaign)
  await openSession(backend.sql, recipient.session, campaign.key)
  return recipient
}
