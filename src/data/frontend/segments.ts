/** Saved segments: a search and filters of the list of people under a name. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { PEOPLE_PLACES } from './people.ts'

const filterSchema = z
  .object({
    search: z.string(),
    tag: z.string(),
    place: z.enum(['', ...PEOPLE_PLACES]),
  })
  .partial()
  .transform(({ search = '', tag = '', place = '' }) => ({ search, tag, place }))
/** What is asked of the list of people; empty where it does not matter. */
export type SegmentFilter = z.output<typeof filterSchema>

const segmentRow = z
  .object({
    id: z.uuid(),
    office_id: z.uuid(),
    owner_id: z.uuid(),
    name: z.string(),
    shared: z.boolean(),
    filter: filterSchema,
  })
  .transform(({ office_id, owner_id, ...row }) => ({
    ...row,
    officeId: office_id,
    ownerId: owner_id,
  }))
export type Segment = z.output<typeof segmentRow>

/** One's own segments and those that one's offices share, by name. */
export async function listSegments(client: FrontendClient): Promise<readonly Segment[]> {
  const answer = await client.from('people_segments').select('*').order('name').order('id')
  return z.array(segmentRow).parse(unwrap(answer))
}

/** Saves a segment under its id, new or changed. A repeat changes nothing. */
export async function saveSegment(
  client: FrontendClient,
  segment: Omit<Segment, 'ownerId'>,
): Promise<void> {
  const { id, officeId, name, filter, shared } = segment
  const args = { p_id: id, p_office: officeId, p_name: name, p_filter: filter, p_shared: shared }
  unwrap(await client.rpc('save_segment', args))
}

/** How many people a segment finds in a campaign's office now; null where it serves that campaign no more. */
export async function getSegmentSize(
  client: FrontendClient,
  campaignId: string,
  segmentId: string,
): Promise<number | null> {
  const args = { p_campaign: campaignId, p_segment: segmentId }
  return z
    .number()
    .nullable()
    .parse(unwrap(await client.rpc('segment_size', args)))
}

/** Deletes a saved search; nobody it finds is touched. */
export async function deleteSegment(client: FrontendClient, segmentId: string): Promise<void> {
  unwrap(await client.rpc('delete_segment', { p_id: segmentId }))
}
