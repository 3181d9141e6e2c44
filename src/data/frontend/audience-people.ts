/** The people of a draft's audience one by one: whom to pick by hand, and who would be left out. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { PAGE_SIZE, type Page } from './page.ts'

/** Ids that one call of `audience_people` answers. */
const PEOPLE_A_CALL = 200

const audiencePersonSchema = z.object({
  personId: z.uuid(),
  /** Empty where the campaign's office doesn't know the person any more. */
  name: z.string(),
  phone: z.string().nullable(),
  /** Up to five boards and pools they are in. */
  places: z.array(z.object({ kind: z.enum(['job', 'dataset']), id: z.uuid(), name: z.string() })),
})
export type AudiencePerson = z.infer<typeof audiencePersonSchema>

const foundSchema = z.object({ items: z.array(audiencePersonSchema), more: z.boolean() })
export type FoundPeople = z.infer<typeof foundSchema>

/** People of the campaign's office by a part of their name or number; `more` asks for a narrower search. */
export async function findAudiencePeople(
  client: FrontendClient,
  campaignId: string,
  search: string,
): Promise<FoundPeople> {
  const args = { p_campaign: campaignId, p_search: search }
  return foundSchema.parse(unwrap(await client.rpc('find_audience_people', args)))
}

/** Names and numbers of people whom an audience lists by id, in that order. */
export async function listAudiencePeople(
  client: FrontendClient,
  campaignId: string,
  personIds: readonly string[],
): Promise<readonly AudiencePerson[]> {
  const people: AudiencePerson[] = []
  for (let at = 0; at < personIds.length; at += PEOPLE_A_CALL) {
    const args = { p_campaign: campaignId, p_people: personIds.slice(at, at + PEOPLE_A_CALL) }
    const answer = unwrap(await client.rpc('audience_people', args))
    people.push(...z.array(audiencePersonSchema).parse(answer))
  }
  return people
}

const excludedPersonSchema = z.object({
  personId: z.uuid().nullable(),
  name: z.string(),
  /** E.164, or as given where it is none. */
  phone: z.string().nullable(),
  reason: z.string(),
})
export type ExcludedPerson = z.infer<typeof excludedPersonSchema>

const excludedPageSchema = z.object({ items: z.array(excludedPersonSchema), total: z.number() })

/** One page of those a launch would leave out, of one reason or of all. */
export async function listExcludedPeople(
  client: FrontendClient,
  campaignId: string,
  filter: { readonly reason?: string | undefined; readonly page?: number } = {},
): Promise<Page<ExcludedPerson>> {
  const args = {
    p_campaign: campaignId,
    ...(filter.reason === undefined ? {} : { p_reason: filter.reason }),
    p_offset: (filter.page ?? 0) * PAGE_SIZE,
    p_limit: PAGE_SIZE,
  }
  return excludedPageSchema.parse(unwrap(await client.rpc('preview_excluded', args)))
}

const sharedNumberSchema = z.object({
  people: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      phone: z.string(),
      /** Where the audience has them from. */
      source: z.looseObject({ kind: z.enum(['column', 'dataset', 'person', 'segment']) }),
      /** Who would be contacted; the others are left out as `duplicate_number`. */
      chosen: z.boolean(),
    }),
  ),
})
/** A number, in whatever spelling, that several people of an audience have. */
export type SharedNumber = z.infer<typeof sharedNumberSchema>

const sharedPageSchema = z.object({ items: z.array(sharedNumberSchema), total: z.number() })

/** Numbers that several people have; `preferPerson` (src/domain/campaign) changes who is chosen. */
export async function listSharedNumbers(
  client: FrontendClient,
  campaignId: string,
  page = 0,
): Promise<Page<SharedNumber>> {
  const args = { p_campaign: campaignId, p_offset: page * PAGE_SIZE, p_limit: PAGE_SIZE }
  return sharedPageSchema.parse(unwrap(await client.rpc('preview_duplicates', args)))
}
