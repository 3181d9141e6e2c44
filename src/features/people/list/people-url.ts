import { z } from 'zod'
import { PEOPLE_PLACES } from '../../../data/frontend/people.ts'
import { urlPage, urlText } from '../../../ui/filter/url-state.ts'

/** What the list of people keeps in its address. */
export const peopleUrl = z.object({
  search: urlText(),
  tag: urlText(),
  place: z.enum(['', ...PEOPLE_PLACES]).default(''),
  /** A saved segment; it holds the filters where the address has none of its own. */
  segment: urlText(),
  page: urlPage(),
})
export type PeopleUrl = z.output<typeof peopleUrl>
