/**
 * Drafts of campaigns with their targets and matrices. Campaign, targets and matrices share one
 * version, the campaign's: whoever saves any of them names the version they saw.
 */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import { type Campaign, campaignRow } from './campaigns.ts'
import type { Json } from './database.types.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { requireRow } from './require-row.ts'
import { conflictError } from './versioned-write.ts'

const targetRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    objective_key: z.string(),
    description: z.string(),
    goal_type: z.enum(['text', 'number', 'boolean']),
    kind: z.enum(['column', 'custom']),
    column_id: z.uuid().nullable(),
    position: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    name: row.name,
    objectiveKey: row.objective_key,
    description: row.description,
    goalType: row.goal_type,
    /** `column` moves people to a column of the board when it is met. */
    kind: row.kind,
    columnId: row.column_id,
    position: row.position,
  }))

const matrixRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    objective_key: z.string(),
    whatsapp_message: z.string(),
    call_script: z.string(),
    position: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    name: row.name,
    objectiveKey: row.objective_key,
    whatsappMessage: row.whatsapp_message,
    callScript: row.call_script,
    position: row.position,
  }))

/** A target as it is written; its place is its place in the list. */
export type DraftTarget = Omit<z.infer<typeof targetRow>, 'position'>
/** A matrix as it is written; its place is its place in the list. */
export type DraftMatrix = Omit<z.infer<typeof matrixRow>, 'position'>

export type Draft = {
  readonly campaign: Campaign
  readonly targets: readonly DraftTarget[]
  readonly matrices: readonly DraftMatrix[]
}

function inOrder<Part extends { readonly position: number }>(parts: readonly Part[]) {
  return parts
    .toSorted((one, other) => one.position - other.position)
    .map(({ position: _place, ...part }) => part)
}

const draftRow = z
  .object({ campaign: campaignRow, targets: z.array(targetRow), matrices: z.array(matrixRow) })
  .transform((row): Draft => ({
    campaign: row.campaign,
    targets: inOrder(row.targets),
    matrices: inOrder(row.matrices),
  }))

const draftAnswer = z.object({ result: z.enum(['ok', 'conflict']) })

function parseDraftAnswer(answer: unknown): Draft {
  const draft = draftRow.parse(answer)
  if (draftAnswer.parse(answer).result === 'conflict') throw conflictError(draft)
  return draft
}

/** A campaign with its targets and matrices, from one snapshot; of any state. */
export async function getDraft(client: FrontendClient, campaignId: string): Promise<Draft> {
  const answer = await client
    .from('campaigns')
    .select('*, campaign_targets(*), campaign_matrices(*)')
    .eq('id', campaignId)
    .maybeSingle()
  const { campaign_targets, campaign_matrices, ...campaign } = requireRow(unwrap(answer))
  return draftRow.parse({ campaign, targets: campaign_targets, matrices: campaign_matrices })
}

export type NewDraft = {
  /** Made by the caller, so that a repeat is harmless. */
  readonly id: string
  readonly name: string
  /** From `campaignSlug`. */
  readonly slug: string
  /** From `generateCampaignUid`. */
  readonly uid: string
}

function toNewDraftArgs(draft: NewDraft) {
  return { p_id: draft.id, p_name: draft.name, p_slug: draft.slug, p_uid: draft.uid }
}

/** Makes an empty draft for a job. */
export async function createDraft(
  client: FrontendClient,
  jobId: string,
  draft: NewDraft,
): Promise<Draft> {
  const args = { ...toNewDraftArgs(draft), p_job: jobId }
  return parseDraftAnswer(unwrap(await client.rpc('create_campaign_draft', args)))
}

/**
 * Makes a draft with the content of any campaign, under a new uid.
 *
 * @param withoutContacted leaves out whom that campaign has contacted
 */
export async function duplicateCampaign(
  client: FrontendClient,
  campaignId: string,
  draft: NewDraft,
  withoutContacted = false,
): Promise<Draft> {
  const args = {
    ...toNewDraftArgs(draft),
    p_campaign: campaignId,
    p_without_contacted: withoutContacted,
  }
  return parseDraftAnswer(unwrap(await client.rpc('duplicate_campaign', args)))
}

type Seen = { readonly id: string; readonly version: number }

/** Renames a draft; AppError `conflict` with the present draft where the version moved. */
export async function renameDraft(
  client: FrontendClient,
  seen: Seen,
  name: string,
  slug: string,
): Promise<Draft> {
  const args = { p_campaign: seen.id, p_version: seen.version, p_name: name, p_slug: slug }
  return parseDraftAnswer(unwrap(await client.rpc('rename_campaign_draft', args)))
}

/**
 * Replaces a draft's targets, matrices or both, in the given order; AppError `conflict` with the
 * present draft where the version moved.
 */
export async function saveDraftParts(
  client: FrontendClient,
  seen: Seen,
  parts: {
    readonly targets?: readonly DraftTarget[] | undefined
    readonly matrices?: readonly DraftMatrix[] | undefined
  },
): Promise<Draft> {
  const args = {
    p_campaign: seen.id,
    p_version: seen.version,
    ...(parts.targets === undefined ? {} : { p_targets: parts.targets as unknown as Json }),
    ...(parts.matrices === undefined ? {} : { p_matrices: parts.matrices as unknown as Json }),
  }
  return parseDraftAnswer(unwrap(await client.rpc('save_campaign_parts', args)))
}

/** Throws a draft away; AppError `conflict` where the version moved. */
export async function deleteDraft(client: FrontendClient, seen: Seen): Promise<void> {
  const args = { p_campaign: seen.id, p_version: seen.version }
  const answer = unwrap(await client.rpc('delete_campaign_draft', args))
  if (draftAnswer.parse(answer).result === 'conflict') throw conflictError(draftRow.parse(answer))
}

/** An admin's word that no AI disclosure is needed, with the reason; an empty one takes it back. */
export async function waiveAiDisclosure(
  client: FrontendClient,
  campaignId: string,
  reason: string,
): Promise<Draft> {
  const args = { p_campaign: campaignId, p_reason: reason }
  return parseDraftAnswer(unwrap(await client.rpc('waive_ai_disclosure', args)))
}

/** An admin's leave, or its end, to contact people who are in another running campaign. */
export async function allowActiveElsewhere(
  client: FrontendClient,
  campaignId: string,
  allowed: boolean,
): Promise<Draft> {
  const args = { p_campaign: campaignId, p_allowed: allowed }
  return parseDraftAnswer(unwrap(await client.rpc('allow_active_elsewhere', args)))
}

const addedPeople = z.object({ added: z.array(z.uuid()) })

/**
 * Adds people to those picked by hand for a draft, and takes others out.
 *
 * @returns the ids of those who were not among them before
 */
export async function changeDraftPeople(
  client: FrontendClient,
  campaignId: string,
  people: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
): Promise<readonly string[]> {
  const { add = [], remove = [] } = people
  const args = { p_campaign: campaignId, p_add: [...add], p_remove: [...remove] }
  return addedPeople.parse(unwrap(await client.rpc('change_draft_people', args))).added
}
