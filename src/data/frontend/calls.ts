/** The log of calls over all campaigns, one call with its transcript, and its recording. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { CALL_COLUMNS, callRow, type Call } from './conversation.ts'
import type { Json } from './database.types.ts'
import { PAGE_SIZE, type Page } from './page.ts'
import { requireRow } from './require-row.ts'

export type CallFilter = {
  readonly outcomes?: readonly string[] | undefined
  readonly minSeconds?: number | undefined
  /** Calls shorter than this. */
  readonly maxSeconds?: number | undefined
  /** ISO 8601: from then on. */
  readonly from?: string | undefined
  /** ISO 8601: before then. */
  readonly to?: string | undefined
  readonly campaignId?: string | undefined
  readonly search?: string | undefined
  readonly officeId?: string | undefined
  /** `called_at` or `duration`; a minus before it for the latest or longest first. */
  readonly sort: string
  /** Counted from 0. */
  readonly page: number
}

const listedCall = z.object({
  id: z.uuid(),
  recipientId: z.uuid(),
  name: z.string(),
  campaignId: z.uuid(),
  campaignName: z.string(),
  calledAt: z.string().nullable(),
  durationSeconds: z.number().nullable(),
  transport: z.string(),
  disposition: z.string(),
  reason: z.string(),
  endedBy: z.string().nullable(),
  hasRecording: z.boolean(),
  summary: z.string(),
})
export type ListedCall = z.infer<typeof listedCall>

const pageSchema = z.object({ items: z.array(listedCall), total: z.number() })

/** One page of the log. */
export async function listCallLog(
  client: FrontendClient,
  { sort, page, ...filter }: CallFilter,
): Promise<Page<ListedCall>> {
  const narrowing = Object.entries(filter).filter(
    ([, value]) =>
      value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  const answer = await client.rpc('list_calls', {
    p_filter: Object.fromEntries(narrowing) as Json,
    p_sort: sort,
    p_page: page,
    p_size: PAGE_SIZE,
  })
  return pageSchema.parse(unwrap(answer))
}

const ownerRow = z.object({
  campaign_candidates: z.object({
    id: z.uuid(),
    forename: z.string(),
    surname: z.string(),
    phone_e164: z.string().nullable(),
    campaign_id: z.uuid(),
    campaigns: z.object({ name: z.string() }),
  }),
})

export type CallDetail = {
  readonly call: Call
  readonly recipientId: string
  readonly name: string
  readonly phone: string | null
  readonly campaignId: string
  readonly campaignName: string
}

/** One call with whom it was; AppError `not-found` where it is not there or not visible. */
export async function getCall(client: FrontendClient, callId: string): Promise<CallDetail> {
  const answer = await client
    .from('call_records')
    .select(
      `${CALL_COLUMNS}, campaign_candidates!inner(id, forename, surname, phone_e164, campaign_id, campaigns(name))`,
    )
    .eq('id', callId)
    .maybeSingle()
  const row = requireRow(unwrap(answer))
  const { campaign_candidates: owner } = ownerRow.parse(row)
  return {
    call: callRow.parse(row),
    recipientId: owner.id,
    name: `${owner.forename} ${owner.surname}`.trim(),
    phone: owner.phone_e164,
    campaignId: owner.campaign_id,
    campaignName: owner.campaigns.name,
  }
}

/**
 * Where a call's recording is; that one plays it is noted. AppError `invalid` with code
 * `recording_host_not_allowed` where nobody has allowed its host yet.
 */
export async function playRecording(client: FrontendClient, callId: string): Promise<string> {
  const answer = await client.rpc('play_recording', { p_call: callId })
  return z.object({ url: z.url() }).parse(unwrap(answer)).url
}

const playSchema = z.object({ name: z.string().nullable(), at: z.string() })
export type RecordingPlay = z.infer<typeof playSchema>

/** Who played a call's recording, the latest first, at most twenty. */
export async function listRecordingPlays(
  client: FrontendClient,
  callId: string,
): Promise<readonly RecordingPlay[]> {
  return z.array(playSchema).parse(unwrap(await client.rpc('recording_plays', { p_call: callId })))
}

/** Lets recordings of a host be played, for everybody; admins only. */
export async function allowRecordingHost(client: FrontendClient, host: string): Promise<void> {
  unwrap(await client.rpc('allow_recording_host', { p_host: host }))
}
