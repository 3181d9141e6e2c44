/** The rows that each figure of the first page counts. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { PAGE_SIZE, type Page } from './page.ts'

/** Of what happened, by day; the others are as things stand now. */
export const HAPPENED_FIGURES = ['contacted', 'replies', 'became-interested'] as const
export const FIGURES = [
  ...HAPPENED_FIGURES,
  'new-interest',
  'suggested',
  'follow-ups',
  'hired',
  'failed',
  'doubtful',
] as const
export type Figure = (typeof FIGURES)[number]

export type BehindFilter = {
  readonly figure: Figure
  readonly officeId?: string | undefined
  /** YYYY-MM-DD by each office's clock, both included; needed for what happened. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** ISO 8601: what came later is left out, as when the figure was counted before. */
  readonly until?: string | undefined
  readonly campaignId?: string | undefined
  readonly jobId?: string | undefined
  /** Counted from 0. */
  readonly page: number
}

const behindRow = z.object({
  /** Of the card, the recipient, or the message. */
  id: z.uuid(),
  at: z.string(),
  name: z.string(),
  candidateId: z.uuid().nullable(),
  jobId: z.uuid().nullable(),
  recipientId: z.uuid().nullable(),
  campaignId: z.uuid().nullable(),
  /** The name of a card's job, else of the campaign. */
  place: z.string(),
  status: z.string(),
  /** As the job's board has it. */
  statusName: z.string().nullable(),
  statusColour: z.string().nullable(),
  suggested: z.string().nullable(),
  suggestedName: z.string().nullable(),
  /** Why sending failed or is in doubt. */
  code: z.string().nullable(),
  /** The message, or what was said last. */
  text: z.string(),
  chatId: z.number().nullable(),
})
export type BehindRow = z.infer<typeof behindRow>

const pageSchema = z.object({ items: z.array(behindRow), total: z.number() })

/** One page of the rows behind a figure, the latest first; follow-ups by their day. */
export async function listBehind(
  client: FrontendClient,
  { figure, page, ...filter }: BehindFilter,
): Promise<Page<BehindRow>> {
  const narrowing = Object.entries(filter).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  const answer = await client.rpc('list_behind', {
    p_figure: figure,
    p_filter: Object.fromEntries(narrowing),
    p_page: page,
    p_size: PAGE_SIZE,
  })
  return pageSchema.parse(unwrap(answer))
}
