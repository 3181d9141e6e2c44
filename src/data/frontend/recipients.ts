/** Recipients of a campaign: the ledger's lines with what happened in their conversations. */
import { z } from 'zod'
import { DELIVERY_STATES } from '../../domain/campaign/delivery.ts'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { likePattern, pageRange, type Page, searchedDigits } from './page.ts'
import { requireRow } from './require-row.ts'

const recipientRow = z
  .object({
    id: z.uuid(),
    campaign_id: z.uuid(),
    office_id: z.uuid(),
    person_id: z.uuid().nullable(),
    candidate_id: z.uuid().nullable(),
    forename: z.string(),
    surname: z.string(),
    full_name: z.string(),
    mobile: z.string(),
    phone_e164: z.string().nullable(),
    email: z.string(),
    delivery_state: z.enum(DELIVERY_STATES),
    exclusion_reason: z.string().nullable(),
    delivery_code: z.string().nullable(),
    delivery_changed_at: z.string(),
    held_until: z.string().nullable().default(null),
    expires_at: z.string().nullable().default(null),
    status: z.string(),
    contested_status: z.string().nullable(),
    status_changed_at: z.string(),
    status_trace: z.unknown(),
    call_status: z.string(),
    available_to_work: z.string(),
    interested: z.string(),
    knows_referee: z.string(),
    experience: z.string(),
    last_contact_at: z.string().nullable(),
    message_count: z.number(),
    inbound_count: z.number(),
    last_message: z.string().nullable(),
    last_direction: z.string().nullable(),
    last_message_at: z.string().nullable(),
    last_inbound_at: z.string().nullable(),
    call_count: z.number(),
    answered_calls: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    campaignId: row.campaign_id,
    officeId: row.office_id,
    personId: row.person_id,
    candidateId: row.candidate_id,
    forename: row.forename,
    surname: row.surname,
    fullName: row.full_name,
    mobile: row.mobile,
    phone: row.phone_e164,
    email: row.email,
    deliveryState: row.delivery_state,
    exclusionReason: row.exclusion_reason,
    deliveryCode: row.delivery_code,
    deliveryChangedAt: row.delivery_changed_at,
    /** When a held one may be sent. */
    heldUntil: row.held_until,
    /** From when on an unsent one never is. */
    expiresAt: row.expires_at,
    status: row.status,
    contestedStatus: row.contested_status,
    statusChangedAt: row.status_changed_at,
    statusTrace: row.status_trace,
    callStatus: row.call_status,
    availableToWork: row.available_to_work,
    interested: row.interested,
    knowsReferee: row.knows_referee,
    experience: row.experience,
    lastContactAt: row.last_contact_at,
    messageCount: row.message_count,
    inboundCount: row.inbound_count,
    lastMessage: row.last_message,
    lastDirection: row.last_direction,
    lastMessageAt: row.last_message_at,
    lastInboundAt: row.last_inbound_at,
    callCount: row.call_count,
    answeredCalls: row.answered_calls,
  }))
export type Recipient = z.infer<typeof recipientRow>

export type RecipientFilter = {
  readonly search?: string | undefined
  readonly deliveryStates?: readonly Recipient['deliveryState'][] | undefined
  /** A reason of an exclusion, or a code of a delivery. */
  readonly reason?: string | undefined
  readonly statuses?: readonly string[] | undefined
  /** Who answered an objective: with this value, with any, or not at all. */
  readonly objective?:
    | { readonly key: string; readonly answer: 'any' | 'none' | { readonly value: string } }
    | undefined
  /** Counted from 0; rows a page are `pageSize`. */
  readonly page?: number | undefined
  readonly pageSize?: number | undefined
  /** Oldest of the ledger first, so that a walk through all pages meets nobody twice. */
  readonly inLedgerOrder?: boolean | undefined
}

/** The registers a recipient is found by, as PostgREST embeds them; nothing of them is read. */
function evidenceOf(answer: NonNullable<RecipientFilter['objective']>['answer']) {
  return answer === 'none' ? 'session_evidence()' : 'session_evidence!inner()'
}

/** One page of a campaign's recipients. */
export async function listRecipients(
  client: FrontendClient,
  campaignId: string,
  filter: RecipientFilter = {},
): Promise<Page<Recipient>> {
  const { objective, inLedgerOrder = false } = filter
  let query = client
    .from('campaign_candidates_with_stats')
    .select(objective === undefined ? '*' : `*, ${evidenceOf(objective.answer)}`, {
      count: 'exact',
    })
    .eq('campaign_id', campaignId)
  if (!inLedgerOrder) {
    query = query.order('last_contact_at', { ascending: false, nullsFirst: false })
  }
  query = query.order('id').range(...pageRange(filter.page ?? 0, filter.pageSize))
  if (objective !== undefined) {
    const value = `session_evidence.objectives->${objective.key}->>value`
    const { answer } = objective
    query = query.eq('session_evidence.gone', false)
    query =
      typeof answer === 'object' ? query.eq(value, answer.value) : query.not(value, 'is', null)
    if (answer === 'none') query = query.is('session_evidence', null)
  }
  if (filter.deliveryStates?.length) query = query.in('delivery_state', [...filter.deliveryStates])
  if (filter.reason && /^[a-z_]+$/.test(filter.reason)) {
    query = query.or(`exclusion_reason.eq.${filter.reason},delivery_code.eq.${filter.reason}`)
  }
  if (filter.statuses?.length) query = query.in('status', [...filter.statuses])
  if (filter.search) {
    const like = likePattern(filter.search)
    const digits = searchedDigits(filter.search)
    const byPhone = digits === null ? '' : `,phone_e164.like.%${digits}%`
    query = query.or(`forename.ilike.${like},surname.ilike.${like},email.ilike.${like}${byPhone}`)
  }
  const answer = await query
  return { items: z.array(recipientRow).parse(unwrap(answer)), total: answer.count ?? 0 }
}

/** One recipient; AppError `not-found` where it is not there or not visible. */
export async function getRecipient(
  client: FrontendClient,
  recipientId: string,
): Promise<Recipient> {
  const row = unwrap(
    await client
      .from('campaign_candidates_with_stats')
      .select('*')
      .eq('id', recipientId)
      .maybeSingle(),
  )
  return recipientRow.parse(requireRow(row))
}

/** The campaigns a person's card was reached by, latest launched first. */
export async function listRecipientsOfCard(
  client: FrontendClient,
  candidateId: string,
): Promise<readonly Recipient[]> {
  const rows = unwrap(
    await client
      .from('campaign_candidates_with_stats')
      .select('*')
      .eq('candidate_id', candidateId)
      .order('created_at', { ascending: false }),
  )
  return z.array(recipientRow).parse(rows)
}
