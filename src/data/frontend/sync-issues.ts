/** What people do about records that the sync set aside. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { likePattern } from './page.ts'

const foundRow = z
  .object({
    id: z.uuid(),
    forename: z.string(),
    surname: z.string(),
    phone_e164: z.string().nullable(),
    campaigns: z.object({ name: z.string() }),
  })
  .transform((row) => ({
    id: row.id,
    name: `${row.forename} ${row.surname}`.trim(),
    phone: row.phone_e164,
    campaign: row.campaigns.name,
  }))
export type FoundRecipient = z.infer<typeof foundRow>

/** Recipients of any campaign by name or number, at most twenty. */
export async function findRecipients(
  client: FrontendClient,
  search: string,
): Promise<readonly FoundRecipient[]> {
  const like = likePattern(search)
  const answer = await client
    .from('campaign_candidates')
    .select('id, forename, surname, phone_e164, campaigns(name)')
    .neq('delivery_state', 'excluded')
    .or(`forename.ilike.${like},surname.ilike.${like},phone_e164.ilike.${like}`)
    .order('surname')
    .limit(20)
  return z.array(foundRow).parse(unwrap(answer))
}

/** Says whom an unmatched conversation belongs to; kept for every later tick. */
export async function resolveIssue(
  client: FrontendClient,
  issueId: string,
  recipientId: string,
): Promise<void> {
  unwrap(await client.rpc('resolve_sync_issue', { p_issue: issueId, p_recipient: recipientId }))
}

/** Puts a record aside; it comes back only when it changes. */
export async function dismissIssue(client: FrontendClient, issueId: string): Promise<void> {
  unwrap(await client.rpc('dismiss_sync_issue', { p_issue: issueId }))
}

const suggestionSchema = z.array(
  z.object({
    id: z.uuid(),
    name: z.string(),
    phone: z.string().nullable(),
    campaign: z.string(),
    why: z.enum(['listed', 'number']),
  }),
)
export type SuggestedRecipient = z.infer<typeof suggestionSchema>[number]

/** Recipients that a record's conversation may belong to, the likeliest first; nothing is linked by it. */
export async function suggestRecipients(
  client: FrontendClient,
  issueId: string,
): Promise<readonly SuggestedRecipient[]> {
  return suggestionSchema.parse(
    unwrap(await client.rpc('suggest_recipients', { p_issue: issueId })),
  )
}

const storySchema = z.record(
  z.uuid(),
  z.object({
    phone: z.string().nullable(),
    campaign: z.string().nullable(),
    words: z.string().nullable(),
    at: z.string().nullable(),
    inbound: z.boolean().nullable(),
  }),
)
export type IssueStory = z.infer<typeof storySchema>[string]

/** Who wrote last what in which campaign, by the record's id; left out where nothing is known. */
export async function describeIssues(
  client: FrontendClient,
  issueIds: readonly string[],
): Promise<Readonly<Record<string, IssueStory>>> {
  const answer = await client.rpc('describe_sync_issues', { p_issues: [...issueIds] })
  return storySchema.parse(unwrap(answer))
}

/** Puts up to 500 records aside; answers how many were still open. */
export async function dismissIssues(
  client: FrontendClient,
  issueIds: readonly string[],
): Promise<number> {
  const answer = unwrap(await client.rpc('dismiss_sync_issues', { p_issues: [...issueIds] }))
  return z.object({ dismissed: z.number() }).parse(answer).dismissed
}
