/** People who may be one, and making them one. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { personSchema } from './people.ts'

const pairSchema = z.object({
  people: z.tuple([personSchema, personSchema]),
  reasons: z.array(
    z.object({
      reason: z.enum(['phone', 'email', 'name-postcode', 'identity']),
      /** What they share, where it can be shown. */
      detail: z.string().nullable(),
    }),
  ),
})
export type DuplicatePair = z.infer<typeof pairSchema>

const listSchema = z.object({ total: z.number(), items: z.array(pairSchema) })

export type DuplicateFilter = {
  readonly officeId?: string | undefined
  /** Of this person only. */
  readonly personId?: string | undefined
  /** From 0. */
  readonly page?: number | undefined
  readonly pageSize?: number | undefined
}

/** Suggested pairs, those with most reasons first. */
export async function listDuplicates(
  client: FrontendClient,
  { officeId, personId, page = 0, pageSize = 20 }: DuplicateFilter,
): Promise<z.infer<typeof listSchema>> {
  const args = {
    ...(officeId !== undefined && { p_office: officeId }),
    ...(personId !== undefined && { p_person: personId }),
    p_page: page,
    p_page_size: pageSize,
  }
  return listSchema.parse(unwrap(await client.rpc('list_duplicates', args)))
}

const mergeSchema = z.union([
  z.object({ result: z.literal('ok'), mergeId: z.uuid(), personId: z.uuid() }),
  z.object({ result: z.literal('conflict') }),
])
export type MergeAnswer = z.infer<typeof mergeSchema>

/** Merges `mergeId`'s pair once, however often it is sent; `conflict` where somebody was faster. */
export async function mergePeople(
  client: FrontendClient,
  merge: { readonly mergeId: string; readonly keepId: string; readonly goneId: string },
): Promise<MergeAnswer> {
  const args = { p_id: merge.mergeId, p_keep: merge.keepId, p_merge: merge.goneId }
  return mergeSchema.parse(unwrap(await client.rpc('merge_people', args)))
}

const undoSchema = z.object({ result: z.enum(['ok', 'conflict']) })

/** Takes a merge back; `conflict` where it was taken back before, or a later one stands on it. */
export async function undoMerge(
  client: FrontendClient,
  mergeId: string,
): Promise<z.infer<typeof undoSchema>> {
  return undoSchema.parse(unwrap(await client.rpc('undo_merge', { p_merge: mergeId })))
}

/** Says that two people are two; they are not suggested again. `distinct` false takes it back. */
export async function markDistinct(
  client: FrontendClient,
  pair: { readonly oneId: string; readonly otherId: string; readonly distinct: boolean },
): Promise<void> {
  const args = { p_one: pair.oneId, p_other: pair.otherId, p_distinct: pair.distinct }
  unwrap(await client.rpc('mark_distinct', args))
}
