import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Card } from '../../../data/frontend/cards.ts'
import { editedCard } from '../../../data/frontend/edited-card.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { useKeptEdits } from '../../../ui/offline/kept-marks.ts'
import { type BoardFilter, cardPageQuery } from '../queries.ts'
import type { CardPage } from './card-slots.ts'

function cardsOf(results: readonly UseQueryResult<CardPage>[]): readonly Card[] {
  return results.flatMap(({ data }) => data?.items ?? [])
}

type KeptCardsOptions = {
  readonly jobId: string
  readonly columnKeys: readonly string[]
  readonly filter: BoardFilter
  readonly nameOfColleague: (id: string) => string
}

/**
 * Cards of which a change waits on this device, as they were read and as they will be: over a copy
 * that was read before, and after the app was opened anew, too. Known are the uppermost hundred of
 * each column, and whose panel was opened.
 */
export function useKeptCards({ jobId, columnKeys, filter, nameOfColleague }: KeptCardsOptions) {
  const client = useQueryClient()
  const edits = useKeptEdits()
  const read = useQueries({
    queries: (edits.size === 0 ? [] : columnKeys).map((key) => ({
      ...cardPageQuery(jobId, key, filter, 0),
      enabled: false, // the columns themselves ask
    })),
    combine: cardsOf,
  })
  return useMemo(
    () =>
      [...edits].flatMap(([id, waiting]) => {
        const before =
          read.find((card) => card.id === id) ?? client.getQueryData<Card>(queryKeys.card(id))
        if (before?.jobId !== jobId) return []
        const after = waiting.reduce<Card>(
          (card, edit) => editedCard(card, edit, nameOfColleague),
          before,
        )
        return [{ before, after }]
      }),
    [edits, read, client, jobId, nameOfColleague],
  )
}
