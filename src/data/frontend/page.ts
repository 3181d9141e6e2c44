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
