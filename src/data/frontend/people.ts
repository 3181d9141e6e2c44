/** People across boards, pools and campaigns, as far as the asker's offices know them. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

/** What a search was answered by. */
const foundSchema = z.object({
  kind: z.enum(['phone', 'name', 'email', 'tag', 'message', 'transcript']),
  /** Of what was said: the words, and whose conversation they stand in. */
  text: z.string().optional(),
  recipientId: z.uuid().optional(),
  campaignId: z.uuid().optional(),
})

export const personSchema = z.object({
  id: z.uuid(),
  /** Empty where no row of these offices has one. */
  name: z.string(),
  /** E.164, null where there is no usable number. */
  phone: z.string().nullable(),
  phoneValid: z.boolean(),
  phoneGiven: z.string(),
  email: z.string(),
  tags: z.array(z.string()).transform((tags) => [...new Set(tags)]),
  /** When anything of theirs changed last; null where nothing did. */
  lastAt: z.string().nullable(),
  cards: z.number(),
  pools: z.number(),
  campaigns: z.number(),
  optedOut: z.boolean(),
})

const foundPersonSchema = personSchema.extend({ match: foundSchema.nullable() })
export type Person = z.infer<typeof personSchema>
export type FoundPerson = z.infer<typeof foundPersonSchema>

const searchSchema = z.object({
  total: z.number(),
  /** True where there are more than `total` says. */
  capped: z.boolean(),
  items: z.array(foundPersonSchema),
})
export type PeopleFound = z.infer<typeof searchSchema>

export const PEOPLE_PLACES = ['board', 'pool', 'campaign'] as const

export type PeopleFilter = {
  /** A name, a part of one, an e-mail address, a tag, any form or part of a phone, or words that were said. */
  readonly query?: string | undefined
  readonly officeId?: string | undefined
  readonly tag?: string | undefined
  readonly place?: (typeof PEOPLE_PLACES)[number] | undefined
  /** From 0. */
  readonly page?: number | undefined
  /** At most 100. */
  readonly pageSize?: number | undefined
}

/** One page of people, best match first; without a query the newest first. Accents and case don't matter. */
export async function searchPeople(
  client: FrontendClient,
  filter: PeopleFilter,
  signal?: AbortSignal,
): Promise<PeopleFound> {
  const call = client.rpc('search_people', {
    p_query: filter.query ?? '',
    ...(filter.officeId !== undefined && { p_office: filter.officeId }),
    ...(filter.tag !== undefined && { p_tag: filter.tag }),
    ...(filter.place !== undefined && { p_place: filter.place }),
    p_page: filter.page ?? 0,
    p_page_size: filter.pageSize ?? 50,
  })
  return searchSchema.parse(unwrap(await (signal === undefined ? call : call.abortSignal(signal))))
}

const tagSchema = z.object({ tag: z.string(), count: z.number() })

/** The tags in use on cards and in pools, most used first; at most 200. */
export async function listPeopleTags(
  client: FrontendClient,
  officeId?: string,
): Promise<readonly z.infer<typeof tagSchema>[]> {
  const args = officeId === undefined ? {} : { p_office: officeId }
  return z.array(tagSchema).parse(unwrap(await client.rpc('people_tags', args)))
}
