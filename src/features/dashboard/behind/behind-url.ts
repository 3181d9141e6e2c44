import { z } from 'zod'
import type { BehindFilter, Figure } from '../../../data/frontend/behind-figures.ts'
import { urlPage } from '../../../ui/filter/url-state.ts'

const day = z.union([z.literal(''), z.iso.date()]).default('')
const id = z.union([z.literal(''), z.uuid()]).default('')

/** What the list behind a figure keeps in its address. */
export const behindUrl = z.object({
  from: day,
  to: day,
  /** The moment up to which the figure was counted, so that the list holds just as many. */
  until: z.union([z.literal(''), z.iso.datetime({ offset: true })]).default(''),
  campaign: id,
  job: id,
  page: urlPage(),
})
export type BehindUrl = z.output<typeof behindUrl>

/** What the address asks for, as the list is asked. */
export function toBehindFilter(
  figure: Figure,
  { from, to, until, campaign, job, page }: BehindUrl,
  officeId: string | undefined,
): BehindFilter {
  return { figure, from, to, until, campaignId: campaign, jobId: job, officeId, page: page - 1 }
}
