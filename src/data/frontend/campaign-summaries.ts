/** Campaigns with their live numbers, as recruiters watch them. */
import { z } from 'zod'
import { CAMPAIGN_STATES } from '../../domain/campaign/campaign-state.ts'
import { CHANNELS } from '../../domain/campaign/channel.ts'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { likePattern, pageRange, type Page } from './page.ts'
import { requireRow } from './require-row.ts'

/** planned = sent + held + excluded + failed + waiting; sent = confirmed + unconfirmed. */
const summaryRow = z
  .object({
    campaign_id: z.uuid(),
    office_id: z.uuid(),
    job_id: z.uuid(),
    name: z.string(),
    state: z.enum(CAMPAIGN_STATES),
    channels: z.array(z.enum(CHANNELS)),
    starts_at: z.string().nullable(),
    ends_at: z.string().nullable(),
    launched_at: z.string().nullable(),
    created_at: z.string(),
    planned: z.number(),
    sent: z.number(),
    confirmed: z.number(),
    unconfirmed: z.number(),
    held: z.number(),
    excluded: z.number(),
    failed: z.number(),
    waiting: z.number(),
    contacted: z.number(),
    interested: z.number(),
    interested_or_further: z.number(),
    interview: z.number(),
    hired: z.number(),
    rejected: z.number(),
    other_statuses: z.number(),
    last_contact_at: z.string().nullable(),
    /** Why it is paused, stopped or failed; empty where the view does not tell. */
    state_reason: z.string().default(''),
    jobs: z.object({ title: z.string() }).nullable(),
  })
  .transform(
    ({
      campaign_id,
      office_id,
      job_id,
      starts_at,
      ends_at,
      launched_at,
      created_at,
      other_statuses,
      interested_or_further,
      last_contact_at,
      state_reason,
      jobs,
      ...same
    }) => ({
      ...same,
      id: campaign_id,
      officeId: office_id,
      jobId: job_id,
      startsAt: starts_at,
      endsAt: ends_at,
      launchedAt: launched_at,
      createdAt: created_at,
      otherStatuses: other_statuses,
      interestedOrFurther: interested_or_further,
      lastContactAt: last_contact_at,
      stateReason: state_reason,
      jobTitle: jobs?.title ?? '',
    }),
  )
export type CampaignSummary = z.infer<typeof summaryRow>

/** What the list of campaigns can be ordered by, and the view's column for it. */
const SORT_COLUMNS = {
  name: 'name',
  state: 'state',
  planned: 'planned',
  sent: 'sent',
  interested: 'interested_or_further',
  created: 'created_at',
  'last-contact': 'last_contact_at',
} as const
export type CampaignSort = keyof typeof SORT_COLUMNS
export const CAMPAIGN_SORTS = Object.keys(SORT_COLUMNS) as readonly CampaignSort[]

export type CampaignFilter = {
  readonly sort?: { readonly key: CampaignSort; readonly ascending: boolean } | undefined
  readonly search?: string | undefined
  /** In any of these; none narrows nothing. */
  readonly states?: readonly CampaignSummary['state'][] | undefined
  readonly jobId?: string | undefined
  readonly officeId?: string | undefined
  readonly page?: number | undefined
}

/** Campaigns with their live numbers, newest first unless sorted otherwise. */
export async function listCampaigns(
  client: FrontendClient,
  filter: CampaignFilter = {},
): Promise<Page<CampaignSummary>> {
  const { sort = { key: 'created', ascending: false } } = filter
  let query = client
    .from('campaign_summary_stats')
    .select('*, jobs(title)', { count: 'exact' })
    .order(SORT_COLUMNS[sort.key], { ascending: sort.ascending, nullsFirst: false })
    .order('campaign_id')
    .range(...pageRange(filter.page ?? 0))
  if (filter.states?.length) query = query.in('state', [...filter.states])
  if (filter.jobId) query = query.eq('job_id', filter.jobId)
  if (filter.officeId) query = query.eq('office_id', filter.officeId)
  if (filter.search) query = query.ilike('name', likePattern(filter.search))
  const answer = await query
  return { items: z.array(summaryRow).parse(unwrap(answer)), total: answer.count ?? 0 }
}

/** One campaign's live numbers. */
export async function getCampaignSummary(
  client: FrontendClient,
  campaignId: string,
): Promise<CampaignSummary> {
  const row = unwrap(
    await client
      .from('campaign_summary_stats')
      .select('*, jobs(title)')
      .eq('campaign_id', campaignId)
      .maybeSingle(),
  )
  return summaryRow.parse(requireRow(row))
}
