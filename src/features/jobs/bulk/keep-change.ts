/** A change of one card is kept where it can't be sent; one of many fails and says so. */
import { changeCards, type CardsChanged } from '../../../data/frontend/board-changes.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { type Keepable, sendOrKeep } from '../../../data/frontend/kept-writes.ts'
import { keptChangeText } from '../../../ui/text/kept-changes.ts'
import { type BulkChange, type BulkNames, toCardsToChange, toWishWords } from './bulk-change.ts'

/** Null for a change of several cards. */
function toKeepable(bulk: BulkChange, names: BulkNames): Keepable | null {
  const [card, other] = toCardsToChange(bulk)
  if (card === undefined || other !== undefined) return null
  const { change, changeId } = bulk
  const set =
    'addTags' in change
      ? { addTags: [...change.addTags], removeTags: [...change.removeTags] }
      : change
  return {
    subjectId: card.id,
    label: bulk.known[0]?.name ?? keptChangeText.someCandidate,
    wish: toWishWords(change, names),
    change: { kind: 'card-change', changeId, set, seen: card.seen },
  }
}

/** @throws AppError where it failed; without a network only a change of several cards does */
export function changeOrKeep(
  jobId: string,
  bulk: BulkChange,
  names: BulkNames,
): Promise<CardsChanged | 'kept'> {
  const send = () =>
    changeCards(frontend(), jobId, bulk.changeId, bulk.change, toCardsToChange(bulk))
  const keepable = toKeepable(bulk, names)
  return keepable === null ? send() : sendOrKeep(keepable, send)
}
