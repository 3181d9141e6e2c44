/** Puts saved cards into what is cached of a board, until it is read again. */
import type { QueryClient } from '@tanstack/react-query'
import { type Card, NOBODY } from '../../../data/frontend/cards.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { boardCountsQuery } from '../../../data/frontend/shared-queries.ts'
import type { BoardFilter } from '../queries.ts'
import { type CardPage, countWithPending, patchPages } from './card-slots.ts'

/** Whether a card belongs on a board narrowed down like this; the search is the database's to judge. */
export function matchesFilter(card: Card, filter: BoardFilter): boolean {
  const { newInterest, suggested, assignedTo, tag, dueBy } = filter
  const isNew = card.status === 'interested' && card.statusSetBy === 'automation'
  if (newInterest === true && !isNew) return false
  if (suggested === true && card.suggestedStatus === null) return false
  if (tag !== undefined && !card.tags.includes(tag)) return false
  if (dueBy !== undefined && (card.followUpOn === null || card.followUpOn > dueBy)) return false
  if (assignedTo === undefined) return true
  return assignedTo === NOBODY ? card.assignedTo === null : card.assignedTo === assignedTo
}

/** The cached pages of each column and filter. */
function cachedColumns(client: QueryClient, jobId: string) {
  const columns = new Map<
    string,
    { status: string; filter: BoardFilter; entries: (readonly [readonly unknown[], CardPage])[] }
  >()
  const pages = client.getQueriesData<CardPage>({ queryKey: queryKeys.cards(jobId, 'page') })
  for (const [key, page] of pages) {
    if (page === undefined) continue
    const [status, filter] = [key[3] as string, key[4] as BoardFilter]
    const name = JSON.stringify([status, filter])
    const column = columns.get(name) ?? { status, filter, entries: [] }
    column.entries.push([key, page])
    columns.set(name, column)
  }
  return columns.values()
}

/** One card as it is now, in every cached column; null where it left the board. */
export function cacheCard(
  client: QueryClient,
  jobId: string,
  cardId: string,
  card: Card | null,
): void {
  for (const { status, filter, entries } of cachedColumns(client, jobId)) {
    const sorted = entries.toSorted(([, a], [, b]) => a.page - b.page)
    const shown = card !== null && matchesFilter(card, filter) ? card : null
    const patched = patchPages(
      sorted.map(([, page]) => page),
      status,
      cardId,
      shown,
    )
    for (const [nth, [key]] of sorted.entries()) client.setQueryData(key, patched[nth])
  }
}

/** The counts of the columns after a card went from one to another. */
export function cacheCounts(
  client: QueryClient,
  jobId: string,
  before: Card,
  after: Card | null,
): void {
  client.setQueryData<Readonly<Record<string, number>>>(
    boardCountsQuery(jobId).queryKey,
    (counts) => {
      if (counts === undefined) return undefined
      const keys = new Set([
        ...Object.keys(counts),
        before.status,
        ...(after ? [after.status] : []),
      ])
      return Object.fromEntries(
        [...keys].map((key) => [key, countWithPending(counts[key] ?? 0, key, [{ before, after }])]),
      )
    },
  )
}

/** So many cards are asked for one by one; of more, all that are on screen. */
const MOST_SINGLE = 20

/** Asks again for all that changed cards are in; through when what is on screen has come. */
export async function refreshCards(
  client: QueryClient,
  jobId: string,
  ids: readonly string[],
): Promise<void> {
  const each =
    ids.length > MOST_SINGLE
      ? [queryKeys.card('').slice(0, 1), queryKeys.cardEvents('').slice(0, 1)]
      : ids.flatMap((id) => [queryKeys.card(id), queryKeys.cardEvents(id)])
  const stale = [queryKeys.cards(jobId), queryKeys.job(jobId), queryKeys.jobs(), ...each]
  await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })))
}
