import { z } from 'zod'
import { urlText } from '../../../ui/filter/url-state.ts'
import type { BoardFilter } from '../queries.ts'

export const BOARD_SHOWS = ['suggested', 'mine', 'due'] as const

/** What the page of a job keeps in its address. */
export const jobUrl = z.object({
  search: urlText(),
  /** Only cards with a suggestion, one's own, or those whose follow-up is due. */
  show: z.enum(['', ...BOARD_SHOWS]).default(''),
  /** The column in sight: the one on a phone, the one scrolled to elsewhere. */
  column: urlText(),
})
export type JobUrl = z.output<typeof jobUrl>

/** The filter as the database takes it. @param today YYYY-MM-DD */
export function toBoardFilter(
  { search, show }: JobUrl,
  userId: string,
  today: string,
): BoardFilter {
  return {
    ...(search === '' ? {} : { search }),
    ...(show === 'suggested' ? { suggested: true } : {}),
    ...(show === 'mine' ? { assignedTo: userId } : {}),
    ...(show === 'due' ? { dueBy: today } : {}),
  }
}
