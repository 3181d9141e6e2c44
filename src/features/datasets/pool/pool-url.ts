import { z } from 'zod'
import { MEMBER_SORTS } from '../../../data/frontend/datasets.ts'
import { urlText } from '../../../ui/filter/url-state.ts'

/** What a pool's page keeps in its address. */
export const poolUrl = z.object({
  search: urlText(),
  sort: z.enum(MEMBER_SORTS.flatMap((sort) => [sort, `-${sort}` as const])).default('-created_at'),
})
export type PoolUrl = z.output<typeof poolUrl>
