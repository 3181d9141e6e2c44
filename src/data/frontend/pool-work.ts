/** What is done to many members of a pool at once, and taking imports back. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { importAnswerSchema } from './imports.ts'

/** Which members: those named, or all that a search finds. */
export type Chosen = {
  readonly datasetId: string
  readonly memberIds: readonly string[] | null
  readonly search: string
}

function toArgs({ datasetId, memberIds, search }: Chosen) {
  return {
    p_dataset: datasetId,
    // A null list means all; the generated type doesn't know it.
    p_members: memberIds as string[],
    p_search: search,
  }
}

const stepSchema = z.object({
  changed: z.number().default(0),
  copied: z.number().default(0),
  there: z.number().default(0),
  next: z.uuid().nullable(),
})
type Step = z.infer<typeof stepSchema>

/** Goes on until all are done; each call is a bounded slice. */
async function inSteps(
  call: (after: string | undefined) => Promise<Step>,
): Promise<Omit<Step, 'next'>> {
  const sum = { changed: 0, copied: 0, there: 0 }
  let after: string | undefined
  for (;;) {
    const step = await call(after)
    sum.changed += step.changed
    sum.copied += step.copied
    sum.there += step.there
    if (step.next === null) return sum
    after = step.next
  }
}

/** Adds and removes tags; answers how many members changed. */
export async function tagMembers(
  client: FrontendClient,
  chosen: Chosen,
  tags: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Promise<number> {
  const done = await inSteps(async (after) => {
    const lists = { p_add: [...tags.add], p_remove: [...tags.remove] }
    const args = { ...toArgs(chosen), ...lists, ...(after !== undefined && { p_after: after }) }
    return stepSchema.parse(unwrap(await client.rpc('tag_members', args)))
  })
  return done.changed
}

/** Copies or moves members to another pool; who is there already has gaps filled. */
export async function copyMembers(
  client: FrontendClient,
  chosen: Chosen,
  target: { readonly datasetId: string; readonly move: boolean },
): Promise<{ readonly copied: number; readonly there: number }> {
  return inSteps(async (after) => {
    const to = { p_to: target.datasetId, p_move: target.move }
    const args = { ...toArgs(chosen), ...to, ...(after !== undefined && { p_after: after }) }
    return stepSchema.parse(unwrap(await client.rpc('copy_members', args)))
  })
}

const addedSchema = z.object({ added: z.number(), of: z.number() })

/** Puts the people behind members into a draft campaign's audience. */
export async function addMembersToCampaign(
  client: FrontendClient,
  chosen: Chosen,
  campaignId: string,
): Promise<z.infer<typeof addedSchema>> {
  const args = { ...toArgs(chosen), p_campaign: campaignId }
  return addedSchema.parse(unwrap(await client.rpc('add_members_to_campaign', args)))
}

const knownSchema = z.object({ inPool: z.array(z.string()), known: z.array(z.string()) })

/** Which of these numbers (E.164, at most 20,000) the pool has, and which others the offices know. */
export async function knownPhones(
  client: FrontendClient,
  datasetId: string,
  phones: readonly string[],
): Promise<z.infer<typeof knownSchema>> {
  const args = { p_dataset: datasetId, p_phones: [...phones] }
  return knownSchema.parse(unwrap(await client.rpc('known_phones', args)))
}

const poolImportSchema = importAnswerSchema.extend({
  fileName: z.string(),
  /** Of the file's columns, in order. */
  headers: z.array(z.string()),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  by: z.string().nullable(),
})
export type PoolImport = z.infer<typeof poolImportSchema>

/** The imports of a pool, newest first, each with its account; at most 50. */
export async function listImports(
  client: FrontendClient,
  datasetId: string,
): Promise<readonly PoolImport[]> {
  const answer = unwrap(await client.rpc('pool_imports', { p_dataset: datasetId }))
  return z.array(poolImportSchema).parse(answer)
}

const REASONS = ['launched', 'board', 'noted', 'changed'] as const

const undoPreviewSchema = z.object({
  remove: z.number(),
  restore: z.number(),
  keep: z.partialRecord(z.enum(REASONS), z.number()),
  /** The first 200. */
  kept: z.array(
    z.object({
      memberId: z.uuid(),
      personId: z.uuid().nullable(),
      name: z.string(),
      reason: z.enum(REASONS),
    }),
  ),
})
export type UndoPreview = z.infer<typeof undoPreviewSchema>

/** Whom taking an import back would remove, and who stays because of what happened since. */
export async function previewUndoImport(
  client: FrontendClient,
  importId: string,
): Promise<UndoPreview> {
  return undoPreviewSchema.parse(
    unwrap(await client.rpc('preview_undo_import', { p_import: importId })),
  )
}

const undoSchema = z.object({ removed: z.number(), restored: z.number(), more: z.boolean() })

/** Takes a whole import back, slice by slice; going on after a failure is calling it again. */
export async function undoImport(
  client: FrontendClient,
  importId: string,
  onProgress: (removed: number) => void,
): Promise<{ readonly removed: number; readonly restored: number }> {
  const sum = { removed: 0, restored: 0 }
  for (;;) {
    const step = undoSchema.parse(unwrap(await client.rpc('undo_import', { p_import: importId })))
    sum.removed += step.removed
    sum.restored += step.restored
    onProgress(sum.removed)
    if (!step.more) return sum
  }
}

const rejectedSchema = z.array(
  z.object({
    row: z.number(),
    faults: z.array(z.object({ column: z.string(), message: z.string() })),
    given: z.record(z.string(), z.string()),
  }),
)
export type RejectedRow = z.infer<typeof rejectedSchema>[number]

const REJECTED_A_CALL = 1_000

/** All rejected rows of an import as the file had them. */
export async function listRejectedRows(
  client: FrontendClient,
  importId: string,
): Promise<readonly RejectedRow[]> {
  const rows: RejectedRow[] = []
  for (;;) {
    const args = { p_import: importId, p_after: rows.at(-1)?.row ?? 0, p_limit: REJECTED_A_CALL }
    const part = rejectedSchema.parse(unwrap(await client.rpc('rejected_rows', args)))
    rows.push(...part)
    if (part.length < REJECTED_A_CALL) return rows
  }
}

/** Notes in the audit log that a pool was taken out as a file. */
export async function noteExport(
  client: FrontendClient,
  datasetId: string,
  rows: number,
): Promise<void> {
  unwrap(await client.rpc('note_export', { p_dataset: datasetId, p_rows: rows }))
}
