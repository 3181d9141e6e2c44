import { z } from 'zod'
import { NOBODY } from '../../../data/frontend/cards.ts'
import { urlList, urlText } from '../../../ui/filter/url-state.ts'
import type { BoardFilter } from '../queries.ts'

/** In place of a colleague's id in the address: whoever looks. */
export const ME = 'me'

/** What the page of a job keeps in its address. */
export const jobUrl = z.object({
  search: urlText(),
  /** Only newly interested people, only cards with a suggestion, only those to be followed up by today. */
  show: urlList(z.enum(['new', 'suggested', 'due'])),
  /** A colleague's id, `me` or `nobody`. */
  assignee: urlText(),
  tag: urlText(),
  /** The column in sight: the one on a phone, the one scrolled to elsewhere. */
  column: urlText(),
})
export type JobUrl = z.output<typeof jobUrl>

/** The colleague whose cards are asked for; undefined for everybody's. */
function toAssignee(assignee: string, userId: string): string | undefined {
  if (assignee === ME) return userId
  if (assignee === NOBODY || z.uuid().safeParse(assignee).success) return assignee
  return undefined
}

/**
 * The filter as the database takes it.
 *
 * @param today the day it is at the office, YYYY-MM-DD
 */
export function toBoardFilter(url: JobUrl, userId: string, today: string): BoardFilter {
  const assignedTo = toAssignee(url.assignee, userId)
  return {
    ...(url.search === '' ? {} : { search: url.search }),
    ...(url.show.includes('new') ? { newInterest: true } : {}),
    ...(url.show.includes('suggested') ? { suggested: true } : {}),
    ...(url.show.includes('due') ? { dueBy: today } : {}),
    ...(assignedTo === undefined ? {} : { assignedTo }),
    ...(url.tag === '' ? {} : { tag: url.tag }),
  }
}
