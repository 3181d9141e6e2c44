/** The queue of what the sync set aside: entries of one record, or of all that are alike. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { PAGE_SIZE, pageRange, type Page } from './page.ts'

const issueSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  /** What is wrong and what to do. */
  summary: z.string(),
  details: z.unknown(),
  raw: z.string().nullable(),
  recipientId: z.uuid().nullable(),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
})
export type SyncIssue = z.infer<typeof issueSchema>

const entrySchema = z.object({
  kind: z.string(),
  /** What its records have in common; null for one that stands alone. */
  alike: z.string().nullable(),
  count: z.number(),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  /** The latest of them. */
  issue: issueSchema,
})
export type IssueEntry = z.infer<typeof entrySchema>

const queueSchema = z.object({
  /** How many records wait in all, and how many entries they make. */
  records: z.number(),
  entries: z.number(),
  items: z.array(entrySchema),
})
export type IssueQueuePage = z.infer<typeof queueSchema>

/** One page of what waits, of one kind or all, the latest seen first. */
export async function listIssueEntries(
  client: FrontendClient,
  page = 0,
  kind = '',
): Promise<IssueQueuePage> {
  const args = { p_kind: kind, p_page: page, p_size: PAGE_SIZE }
  return queueSchema.parse(unwrap(await client.rpc('list_sync_issues', args)))
}

const alikeRow = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    summary: z.string(),
    details: z.unknown(),
    raw: z.string().nullable(),
    recipient_id: z.uuid().nullable(),
    first_seen_at: z.string(),
    last_seen_at: z.string(),
  })
  .transform((row): SyncIssue => ({
    id: row.id,
    kind: row.kind,
    summary: row.summary,
    details: row.details,
    raw: row.raw,
    recipientId: row.recipient_id,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
  }))

/** What records of an entry have in common. */
export type Alike = { readonly kind: string; readonly alike: string }

/** One page of the records that are alike, the latest seen first. */
export async function listAlikeIssues(
  client: FrontendClient,
  { kind, alike }: Alike,
  page: number,
): Promise<Page<SyncIssue>> {
  const answer = await client
    .from('sync_issues')
    .select('id, kind, summary, details, raw, recipient_id, first_seen_at, last_seen_at', {
      count: 'exact',
    })
    .eq('state', 'open')
    .eq('kind', kind)
    .eq('alike', alike)
    .order('last_seen_at', { ascending: false })
    .order('id')
    .range(...pageRange(page))
  return { items: z.array(alikeRow).parse(unwrap(answer)), total: answer.count ?? 0 }
}

const putAsideSchema = z.object({ dismissed: z.number(), remembered: z.boolean() })

/** Puts all that are alike aside; where that is remembered, those to come as well. */
export async function putAsideAlike(client: FrontendClient, { kind, alike }: Alike) {
  const answer = await client.rpc('put_aside_alike', { p_kind: kind, p_alike: alike })
  return putAsideSchema.parse(unwrap(answer))
}

/** Takes that back: they wait again, and so do those to come. */
export async function takeBackAlike(client: FrontendClient, { kind, alike }: Alike): Promise<void> {
  unwrap(await client.rpc('take_back_alike', { p_kind: kind, p_alike: alike }))
}

const formSchema = z.object({
  kind: z.string(),
  alike: z.string(),
  /** Records that went aside with it. */
  count: z.number(),
  by: z.string().nullable(),
  at: z.string(),
})
export type PutAsideForm = z.infer<typeof formSchema>

/** What goes aside without asking, the latest put aside first. */
export async function listPutAside(client: FrontendClient): Promise<readonly PutAsideForm[]> {
  return z.array(formSchema).parse(unwrap(await client.rpc('list_put_aside')))
}
