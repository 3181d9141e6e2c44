/** One page of a list, with how many rows there are in all. */
export type Page<Item> = {
  readonly items: readonly Item[]
  readonly total: number
}

/** Rows a page; PostgREST answers at most 1,000. */
export const PAGE_SIZE = 100

/** The first and last row of a page, counted from 0, as PostgREST's `range` takes them. */
export function pageRange(page: number, size: number = PAGE_SIZE): [from: number, to: number] {
  return [page * size, page * size + size - 1]
}

/** Text for an `ilike` filter: the characters that mean something to LIKE or PostgREST taken out. */
export function likePattern(search: string): string {
  return `%${search.replace(/[%_,()\\"]/g, ' ').trim()}%`
}

/** Fewer digits than these may stand in any number. */
const LEAST_DIGITS = 4

/**
 * The digits of a search that is a phone number or a part of one, without what begins it at home
 * (07…), abroad (0044…) or both (+44 (0)7…); null where it is none. As private.searched_digits.
 */
export function searchedDigits(search: string): string | null {
  if (!/^[\d\s()+./–-]+$/.test(search)) return null
  const digits = search.replaceAll('(0)', '').replaceAll(/\D/g, '')
  if (digits.length < LEAST_DIGITS) return null
  return digits.startsWith('00') ? digits.slice(2) : digits.replace(/^0+/, '')
}

/**
 * A regular expression for these digits in a number as somebody wrote it, whatever stands between
 * them. The last nine are enough: before them forms differ. As private.member_matches.
 */
export function writtenDigits(digits: string): string {
  return Array.from(digits.slice(-9)).join('[^0-9]*')
}
