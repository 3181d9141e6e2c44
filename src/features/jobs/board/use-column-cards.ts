import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { PAGE_SIZE } from '../../../data/frontend/page.ts'
import { type BoardFilter, cardPageQuery } from '../queries.ts'
import { matchesFilter } from './board-cache.ts'
import { type CardPage, type PendingCards, type Slot, toSlots, withPending } from './card-slots.ts'

const FIRST: readonly number[] = [0]

/** The pages that have come; the first one is always among those asked for. */
function loadedPages(results: readonly UseQueryResult<CardPage>[]): readonly CardPage[] {
  return results.flatMap(({ data }) => (data === undefined ? [] : [data]))
}

type ColumnCards = {
  readonly slots: readonly Slot[]
  /** False until the first page has come. */
  readonly isLoaded: boolean
  /** Asks for the pages of the cards from the first to the last index. */
  readonly onRange: (first: number, last: number) => void
}

/**
 * The cards of a column: pages of 100 of which those in sight are loaded and kept current, with
 * what is pending on top. While a new search is on its way the old cards stay.
 */
export function useColumnCards(
  jobId: string,
  columnKey: string,
  filter: BoardFilter,
  pending: PendingCards,
): ColumnCards {
  const [wanted, setWanted] = useState(FIRST)
  const pages = useQueries({
    queries: wanted.map((page) => cardPageQuery(jobId, columnKey, filter, page)),
    combine: loadedPages,
  })
  const isLoaded = pages[0]?.page === 0
  const fresh = useMemo(() => (isLoaded ? toSlots(pages) : null), [isLoaded, pages])
  const [last, setLast] = useState<readonly Slot[]>([])
  if (fresh !== null && fresh !== last) setLast(fresh)

  const slots = useMemo(() => {
    const matching = new Map(
      [...pending].map(([id, card]) => [
        id,
        card !== null && matchesFilter(card, filter) ? card : null,
      ]),
    )
    return withPending(fresh ?? last, columnKey, matching)
  }, [fresh, last, columnKey, pending, filter])

  const onRange = useCallback((first: number, end: number) => {
    const from = Math.max(Math.floor(first / PAGE_SIZE), 0)
    const to = Math.max(Math.floor(end / PAGE_SIZE), 0)
    const next = new Set([0, ...Array.from({ length: to - from + 1 }, (_, nth) => from + nth)])
    setWanted((before) =>
      before.length === next.size && before.every((page) => next.has(page)) ? before : [...next],
    )
  }, [])

  return { slots, isLoaded: isLoaded || last.length > 0, onRange }
}
