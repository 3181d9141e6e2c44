import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { Card } from '../../data/frontend/cards.ts'
import { editedCard } from '../../data/frontend/edited-card.ts'
import { colleagueNamesQuery } from '../../data/frontend/shared-queries.ts'
import { useKeptEdits } from '../../ui/offline/kept-marks.ts'
import { inboxText } from '../../ui/text/inbox.ts'
import { cardQuery } from './queries.ts'

/** A card, with what of it waits on this device to be sent. */
export function useKeptCard(candidateId: string): Card {
  const { data: card } = useSuspenseQuery(cardQuery(candidateId))
  const { data: colleagues } = useQuery({ ...colleagueNamesQuery(), throwOnError: false })
  const edits = useKeptEdits().get(candidateId) ?? []
  const nameOf = (id: string) => colleagues?.get(id) ?? inboxText.somebody
  return edits.reduce<Card>((shown, edit) => editedCard(shown, edit, nameOf), card)
}
