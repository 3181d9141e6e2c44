/** A change of several cards: how they look at once, and what is told when it is through. */
import type { CardsChange, CardToChange } from '../../../data/frontend/board-changes.ts'
import type { Card, SeenCard } from '../../../data/frontend/cards.ts'
import { editedCard } from '../../../data/frontend/edited-card.ts'
import { REJECTED } from '../../../domain/status/standard-status.ts'
import { bulkText } from '../../../ui/text/board-bulk.ts'
import { formatCalendarDay } from '../../../ui/text/locale.ts'
import { keptChangeText } from '../../../ui/text/kept-changes.ts'

export type BulkChange = {
  /** Made with the change, so that sending it again is harmless. */
  readonly changeId: string
  readonly change: CardsChange
  readonly targets: readonly SeenCard[]
  /** Those of the targets that are in the page, in their order. */
  readonly known: readonly Card[]
  /** The place of the uppermost card where they go. */
  readonly topPosition: number
  /** Set all the same where somebody else was faster. */
  readonly force?: boolean
}

/** Names that the words of a change need. */
export type BulkNames = {
  readonly nameOfColumn: (key: string) => string
  readonly nameOfColleague: (id: string) => string
}

/** The cards in the page before and after. */
export function toBulkSteps(
  { change, known, topPosition }: BulkChange,
  { nameOfColleague }: BulkNames,
) {
  return known.map((before, nth) => {
    const stays = 'status' in change && change.status === before.status
    const edit = { ...change, position: topPosition - known.length + nth }
    return { before, after: stays ? before : editedCard(before, edit, nameOfColleague) }
  })
}

/** All cards before and after, as far as the columns' counts are concerned. */
export function toCountSteps({ change, targets }: BulkChange) {
  if (!('status' in change)) return []
  return targets.map(({ status }) => ({ before: { status }, after: { status: change.status } }))
}

/** The cards in the page once the change is taken back: as they were. */
export function toUndoSteps({ known }: BulkChange) {
  return known.map((card) => ({ before: card, after: card }))
}

/** The counts once the change is taken back. */
export function toUndoCountSteps(bulk: BulkChange) {
  return toCountSteps(bulk).map(({ before, after }) => ({ before: after, after: before }))
}

/** What the database judges conflicts by: the value that was seen in the field that is set. */
export function toCardsToChange({ change, targets, force }: BulkChange): readonly CardToChange[] {
  return targets.map(({ id, status, assignedTo, followUpOn }) => {
    if (force === true || 'addTags' in change) return { id }
    if ('status' in change) return { id, seen: status }
    return { id, seen: 'assignedTo' in change ? assignedTo : followUpOn }
  })
}

/** What was done, in words. @param who from `whoWords` */
export function toBulkMessage(
  change: CardsChange,
  who: string,
  { nameOfColumn, nameOfColleague }: BulkNames,
): string {
  if ('status' in change) {
    return change.status === REJECTED
      ? bulkText.rejected(who)
      : bulkText.moved(who, nameOfColumn(change.status))
  }
  if ('assignedTo' in change) {
    return change.assignedTo === null
      ? bulkText.unassigned(who)
      : bulkText.assigned(who, nameOfColleague(change.assignedTo))
  }
  if ('followUpOn' in change) {
    return change.followUpOn === null
      ? bulkText.followUpCleared(who)
      : bulkText.followUpSet(who, formatCalendarDay(change.followUpOn))
  }
  return bulkText.tagged(who)
}

/** What a change asks for, in words that stand beside a name. */
export function toWishWords(
  change: CardsChange,
  { nameOfColumn, nameOfColleague }: BulkNames,
): string {
  if ('status' in change) return nameOfColumn(change.status)
  if ('assignedTo' in change) {
    return change.assignedTo === null
      ? keptChangeText.nobody
      : keptChangeText.assignedTo(nameOfColleague(change.assignedTo))
  }
  if ('followUpOn' in change) {
    return change.followUpOn === null
      ? keptChangeText.noFollowUp
      : keptChangeText.followUpOn(formatCalendarDay(change.followUpOn))
  }
  const { addTags, removeTags } = change
  return [
    ...(addTags.length === 0 ? [] : [keptChangeText.addTags(addTags.join(', '))]),
    ...(removeTags.length === 0 ? [] : [keptChangeText.removeTags(removeTags.join(', '))]),
  ].join('\n')
}
