/** Cards on a board. Statuses change through functions only, each with the version the person saw. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { likePattern, pageRange, type Page, searchedDigits } from './page.ts'
import { requireRow } from './require-row.ts'
import { conflictError } from './versioned-write.ts'

const nullable = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null)

const cardRow = z
  .object({
    id: z.uuid(),
    job_id: z.uuid(),
    office_id: z.uuid(),
    person_id: nullable(z.uuid()),
    name: z.string(),
    phone_given: z.string(),
    phone_e164: nullable(z.string()),
    email: z.string(),
    status: z.string(),
    status_set_by: z.enum(['person', 'automation']),
    status_changed_at: z.string(),
    proposed_status: nullable(z.string()),
    suggested_status: nullable(z.string()),
    deciding_recipient_id: nullable(z.uuid()),
    campaign_id: nullable(z.uuid()),
    rejection_reason: z.string(),
    position: z.number(),
    tags: z.array(z.string()),
    assigned_to: nullable(z.uuid()),
    assigned_name: nullable(z.string()),
    follow_up_on: nullable(z.string()),
    last_message: nullable(z.string()),
    last_direction: nullable(z.string()),
    last_message_at: nullable(z.string()),
    message_count: nullable(z.number()),
    call_count: nullable(z.number()),
    interested: nullable(z.string()),
    available_to_work: nullable(z.string()),
    status_trace: z.unknown(),
    created_at: z.string(),
    version: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    jobId: row.job_id,
    officeId: row.office_id,
    personId: row.person_id,
    name: row.name,
    phoneGiven: row.phone_given,
    phone: row.phone_e164,
    email: row.email,
    status: row.status,
    statusSetBy: row.status_set_by,
    statusChangedAt: row.status_changed_at,
    proposedStatus: row.proposed_status,
    suggestedStatus: row.suggested_status,
    recipientId: row.deciding_recipient_id,
    campaignId: row.campaign_id,
    rejectionReason: row.rejection_reason,
    position: row.position,
    tags: row.tags,
    assignedTo: row.assigned_to,
    assignedName: row.assigned_name,
    followUpOn: row.follow_up_on,
    lastMessage: row.last_message,
    lastDirection: row.last_direction,
    lastMessageAt: row.last_message_at,
    messageCount: row.message_count ?? 0,
    callCount: row.call_count ?? 0,
    interested: row.interested,
    availableToWork: row.available_to_work,
    statusTrace: row.status_trace,
    createdAt: row.created_at,
    version: row.version,
  }))
export type Card = z.infer<typeof cardRow>

/** The answer of a function that changes a card. */
const changeSchema = z.object({
  result: z.enum(['ok', 'conflict', 'exists']),
  eventId: nullable(z.number()),
  card: z.looseObject({
    id: z.uuid(),
    status: z.string(),
    version: z.number(),
    name: z.string().default(''),
  }),
})
export type CardChange = z.infer<typeof changeSchema>

function parseChange(answer: unknown): CardChange {
  const change = changeSchema.parse(answer)
  if (change.result === 'conflict') throw conflictError(change.card)
  return change
}

/** In place of a colleague's id: assigned to none. */
export const NOBODY = 'nobody'

export type CardFilter = {
  readonly status?: string | undefined
  /** A part of a name or e-mail, or a phone as people write it. */
  readonly search?: string | undefined
  /** Only cards where the agent suggests something else. */
  readonly suggested?: boolean | undefined
  /** Only cards that automation moved to “interested” and nobody has touched since. */
  readonly newInterest?: boolean | undefined
  /** Only cards of this colleague, or of `NOBODY`. */
  readonly assignedTo?: string | undefined
  readonly tag?: string | undefined
  /** Only cards to be followed up on this day (YYYY-MM-DD) or before. */
  readonly dueBy?: string | undefined
  readonly page?: number | undefined
}

/** What is asked of a board's cards, in the order of the column. */
function cardsQuery(
  client: FrontendClient,
  jobId: string,
  filter: CardFilter,
  columns: string,
  range: readonly [from: number, to: number],
) {
  let query = client
    .from('candidates_with_columns')
    // Rows are read by their schema, not by the type that a literal would give.
    .select(columns as '*', { count: 'exact' })
    .eq('job_id', jobId)
    .order('position')
    .order('id')
    .range(...range)
  if (filter.status) query = query.eq('status', filter.status)
  if (filter.suggested) query = query.not('suggested_status', 'is', null)
  if (filter.newInterest) query = query.eq('status', 'interested').eq('status_set_by', 'automation')
  if (filter.assignedTo === NOBODY) query = query.is('assigned_to', null)
  else if (filter.assignedTo) query = query.eq('assigned_to', filter.assignedTo)
  if (filter.tag) query = query.contains('tags', [filter.tag])
  if (filter.dueBy) query = query.lte('follow_up_on', filter.dueBy)
  if (filter.search) {
    const like = likePattern(filter.search)
    const digits = searchedDigits(filter.search)
    const byPhone = digits === null ? '' : `,phone_e164.like.%${digits}%`
    query = query.or(`name.ilike.${like},email.ilike.${like}${byPhone}`)
  }
  return query
}

/** Cards of a board, or of one column, in the order of the column. */
export async function listCards(
  client: FrontendClient,
  jobId: string,
  filter: CardFilter = {},
): Promise<Page<Card>> {
  const answer = await cardsQuery(client, jobId, filter, '*', pageRange(filter.page ?? 0))
  return { items: z.array(cardRow).parse(unwrap(answer)), total: answer.count ?? 0 }
}

const seenRow = z
  .object({
    id: z.uuid(),
    status: z.string(),
    assigned_to: nullable(z.uuid()),
    follow_up_on: nullable(z.string()),
    person_id: nullable(z.uuid()),
  })
  .transform((row) => ({
    id: row.id,
    status: row.status,
    assignedTo: row.assigned_to,
    followUpOn: row.follow_up_on,
    personId: row.person_id,
  }))
/** Of a card, what a change of many cards is judged by. */
export type SeenCard = z.infer<typeof seenRow>

/** PostgREST answers at most 1,000 rows. */
const ROWS_A_REQUEST = 1000

/** All cards that match, in the order of the column, with little of each: for changing them together. */
export async function listSeenCards(
  client: FrontendClient,
  jobId: string,
  filter: CardFilter,
): Promise<readonly SeenCard[]> {
  const columns = 'id, status, assigned_to, follow_up_on, person_id'
  const cards = new Map<string, SeenCard>()
  for (let page = 0; ; page += 1) {
    const range = pageRange(page, ROWS_A_REQUEST)
    const rows = unwrap(await cardsQuery(client, jobId, filter, columns, range))
    for (const card of z.array(seenRow).parse(rows)) cards.set(card.id, card)
    if ((rows?.length ?? 0) < ROWS_A_REQUEST) return [...cards.values()]
  }
}

async function findCard(client: FrontendClient, candidateId: string): Promise<Card | null> {
  const row = unwrap(
    await client.from('candidates_with_columns').select('*').eq('id', candidateId).maybeSingle(),
  )
  return row === null ? null : cardRow.parse(row)
}

/** One card; AppError `not-found` where it is not there or not visible. */
export async function getCard(client: FrontendClient, candidateId: string): Promise<Card> {
  return requireRow(await findCard(client, candidateId))
}

/** How many cards stand in each column, by the column's key. */
export async function getBoardCounts(
  client: FrontendClient,
  jobId: string,
): Promise<Readonly<Record<string, number>>> {
  return z
    .record(z.string(), z.number())
    .parse(unwrap(await client.rpc('board_counts', { p_job: jobId })))
}

export type CardMove = {
  readonly candidateId: string
  readonly status: string
  /** Place in the column; smaller is higher. */
  readonly position: number
  readonly version: number
  readonly reason?: string
}

/** Moves a card; into another column it is a person's decision about the status. */
export async function moveCard(client: FrontendClient, move: CardMove): Promise<CardChange> {
  const args = {
    p_candidate: move.candidateId,
    p_status: move.status,
    p_position: move.position,
    p_version: move.version,
    ...(move.reason === undefined ? {} : { p_reason: move.reason }),
  }
  return parseChange(unwrap(await client.rpc('move_card', args)))
}

/** Answers the agent's suggestion, or hands the card back to automation. */
export async function decideSuggestion(
  client: FrontendClient,
  candidateId: string,
  decision: 'accept' | 'dismiss' | 'resume',
  version: number,
): Promise<CardChange> {
  const args = { p_candidate: candidateId, p_decision: decision, p_version: version }
  return parseChange(unwrap(await client.rpc('decide_suggestion', args)))
}

/** Takes one's own last change of a card back, unless something changed it since. */
export async function undoCardChange(client: FrontendClient, eventId: number): Promise<CardChange> {
  return parseChange(unwrap(await client.rpc('undo_card_change', { p_event: eventId })))
}

export type NewCard = {
  readonly id: string
  readonly jobId: string
  readonly name: string
  readonly phone: { readonly e164: string; readonly given: string; readonly valid: boolean } | null
  readonly email: string
  readonly status: string
}

/** Puts a person on a board; `exists` where the phone's owner has a card there. */
export async function addCard(client: FrontendClient, card: NewCard): Promise<CardChange> {
  const args = {
    p_id: card.id,
    p_job: card.jobId,
    p_name: card.name,
    // The generated types do not know that a function's argument may be null.
    p_phone_e164: (card.phone?.e164 ?? null) as string,
    p_phone_given: card.phone?.given ?? '',
    p_phone_valid: card.phone?.valid ?? false,
    p_email: card.email,
    p_status: card.status,
  }
  return parseChange(unwrap(await client.rpc('add_card', args)))
}

/** Takes a card off its board. */
export async function removeCard(
  client: FrontendClient,
  candidateId: string,
  version: number,
): Promise<void> {
  const answer = unwrap(
    await client.rpc('remove_card', { p_candidate: candidateId, p_version: version }),
  )
  const change = z.object({ result: z.string(), card: z.unknown().optional() }).parse(answer)
  if (change.result === 'conflict') throw conflictError(change.card)
}
