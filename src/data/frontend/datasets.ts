/** Candidate pools and their members. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { likePattern, pageRange, type Page, searchedDigits, writtenDigits } from './page.ts'
import { requireRow } from './require-row.ts'

const datasetRow = z
  .object({
    id: z.uuid(),
    office_id: z.uuid(),
    name: z.string(),
    description: z.string(),
    source: z.enum(['csv', 'manual', 'imported']),
    created_at: z.string(),
    version: z.number(),
    members: z.number(),
    without_phone: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    officeId: row.office_id,
    name: row.name,
    description: row.description,
    source: row.source,
    createdAt: row.created_at,
    version: row.version,
    memberCount: row.members,
    withoutPhoneCount: row.without_phone,
  }))
export type Dataset = z.infer<typeof datasetRow>

const memberRow = z
  .object({
    id: z.uuid(),
    dataset_id: z.uuid(),
    person_id: z.uuid().nullable(),
    name: z.string(),
    phone_given: z.string(),
    email: z.string(),
    postcode: z.string(),
    location: z.string(),
    trade: z.string(),
    blue_card: z.boolean().nullable(),
    green_card: z.boolean().nullable(),
    notes: z.string(),
    tags: z.array(z.string()).default([]),
    created_at: z.string(),
    file_row: z.number().nullable().default(null),
    version: z.number(),
    people: z.object({ phone_e164: z.string().nullable(), phone_valid: z.boolean() }).nullable(),
  })
  .transform((row) => ({
    id: row.id,
    datasetId: row.dataset_id,
    personId: row.person_id,
    name: row.name,
    phoneGiven: row.phone_given,
    phone: row.people?.phone_e164 ?? null,
    phoneValid: row.people?.phone_valid ?? false,
    email: row.email,
    postcode: row.postcode,
    location: row.location,
    trade: row.trade,
    blueCard: row.blue_card,
    greenCard: row.green_card,
    notes: row.notes,
    tags: row.tags,
    createdAt: row.created_at,
    /** Where the person stood in the file that brought them; members of one import were all added at one time. */
    fileRow: row.file_row,
    version: row.version,
  }))
export type Member = z.infer<typeof memberRow>

/** Pools of the offices one belongs to, newest first. */
export async function listDatasets(
  client: FrontendClient,
  filter: {
    readonly search?: string | undefined
    readonly officeId?: string | undefined
    readonly page?: number | undefined
  } = {},
): Promise<Page<Dataset>> {
  let query = client
    .from('datasets_with_counts')
    .select('*', { count: 'exact' })
    .order('created_at', { ascending: false })
    .order('id')
    .range(...pageRange(filter.page ?? 0))
  if (filter.officeId) query = query.eq('office_id', filter.officeId)
  if (filter.search) query = query.ilike('name', likePattern(filter.search))
  const answer = await query
  return { items: z.array(datasetRow).parse(unwrap(answer)), total: answer.count ?? 0 }
}

async function findDataset(client: FrontendClient, datasetId: string): Promise<Dataset | null> {
  const row = unwrap(
    await client.from('datasets_with_counts').select('*').eq('id', datasetId).maybeSingle(),
  )
  return row === null ? null : datasetRow.parse(row)
}

/** One pool with its counts; AppError `not-found` where it is not there or not visible. */
export async function getDataset(client: FrontendClient, datasetId: string): Promise<Dataset> {
  return requireRow(await findDataset(client, datasetId))
}

/** Makes an empty pool. The id is made by the caller, so that a repeat is harmless. */
export async function createDataset(
  client: FrontendClient,
  dataset: {
    readonly id: string
    readonly officeId: string
    readonly name: string
    readonly description: string
    readonly source: Dataset['source']
  },
): Promise<Dataset> {
  const { officeId, ...row } = dataset
  unwrap(await client.from('datasets').insert({ ...row, office_id: officeId }))
  return getDataset(client, dataset.id)
}

export const MEMBER_SORTS = ['name', 'created_at', 'postcode', 'location', 'trade'] as const
export type MemberFilter = {
  readonly search?: string | undefined
  readonly sort?: (typeof MEMBER_SORTS)[number] | undefined
  readonly descending?: boolean | undefined
  readonly page?: number | undefined
  /** At most 1,000. */
  readonly pageSize?: number | undefined
}

/** One page of a pool, sorted and searched by the database. */
export async function listMembers(
  client: FrontendClient,
  datasetId: string,
  filter: MemberFilter = {},
): Promise<Page<Member>> {
  let query = client
    .from('dataset_candidates')
    .select('*, people(phone_e164, phone_valid)', { count: 'exact' })
    .eq('dataset_id', datasetId)
    .order(filter.sort ?? 'created_at', {
      ascending: !(filter.descending ?? filter.sort === undefined),
    })
    // An import's people were all added when it began: they stand as in their file.
    .order('file_row')
    .order('id')
    .range(...pageRange(filter.page ?? 0, filter.pageSize))
  if (filter.search) {
    const like = likePattern(filter.search)
    const digits = searchedDigits(filter.search)
    const byPhone = digits === null ? '' : `,phone_given.match."${writtenDigits(digits)}"`
    const columns = ['name', 'phone_given', 'email', 'trade', 'location', 'postcode']
    const byText = columns.map((column) => `${column}.ilike.${like}`).join(',')
    query = query.or(`${byText},tags.cs.{"${like.slice(1, -1)}"}${byPhone}`)
  }
  const answer = await query
  return { items: z.array(memberRow).parse(unwrap(answer)), total: answer.count ?? 0 }
}

/**
 * Members by their ids, for reading a whole pool: each call goes on after the last id of the one before, counts nothing
 * and skips nobody, so its length does not depend on how far it got.
 */
export async function listMembersAfter(
  client: FrontendClient,
  datasetId: string,
  after: string | null,
  limit: number,
): Promise<readonly Member[]> {
  let query = client
    .from('dataset_candidates')
    .select('*, people(phone_e164, phone_valid)')
    .eq('dataset_id', datasetId)
    .order('id')
    .limit(limit)
  if (after !== null) query = query.gt('id', after)
  return z.array(memberRow).parse(unwrap(await query))
}

export type NewMember = {
  readonly id: string
  readonly datasetId: string
  readonly name: string
  readonly phone: string
  readonly phoneGiven: string
  readonly phoneValid: boolean
  readonly email: string
  readonly postcode: string
  readonly location: string
  readonly trade: string
  readonly notes: string
}

const addMemberAnswer = z.object({
  result: z.enum(['ok', 'exists']),
  member: z.object({ name: z.string() }),
})

/** Adds one person; `exists` where the number is in the pool already, under which name. */
export async function addMember(
  client: FrontendClient,
  member: NewMember,
): Promise<z.infer<typeof addMemberAnswer>> {
  const { id, datasetId, name, phone, phoneGiven, phoneValid, ...fields } = member
  const args = {
    p_id: id,
    p_dataset: datasetId,
    p_name: name,
    p_phone_e164: phone,
    p_phone_given: phoneGiven,
    p_phone_valid: phoneValid,
    p_fields: fields,
  }
  return addMemberAnswer.parse(unwrap(await client.rpc('add_member', args)))
}

/** Takes members out of their pool; the people stay wherever else they are. */
export async function removeMembers(
  client: FrontendClient,
  memberIds: readonly string[],
): Promise<number> {
  return z.number().parse(unwrap(await client.rpc('remove_members', { p_members: [...memberIds] })))
}

/** Deletes a pool with its members; people and cards stay. */
export async function deleteDataset(client: FrontendClient, datasetId: string): Promise<void> {
  unwrap(await client.rpc('delete_dataset', { p_dataset: datasetId }))
}
