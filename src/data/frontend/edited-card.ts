/** A card as it will be once a person's change of it is carried out; what only the database knows stays. */
import type { CardsChange } from './board-changes.ts'
import type { Card } from './cards.ts'

/** A change of a card; where it goes to another column it may have a place there. */
export type CardEdit = CardsChange & { readonly position?: number | undefined }

/** The card once a person moved it. Another column is a decision, and answers any suggestion. */
export function movedTo(card: Card, status: string, position: number, reason?: string): Card {
  if (status === card.status) return { ...card, position }
  return {
    ...card,
    status,
    position,
    statusSetBy: 'person',
    suggestedStatus: null,
    rejectionReason: reason ?? card.rejectionReason,
  }
}

/** The card after a change. @param nameOfColleague for the name of who looks after it */
export function editedCard(
  card: Card,
  edit: CardEdit,
  nameOfColleague: (id: string) => string,
): Card {
  if ('status' in edit)
    return movedTo(card, edit.status, edit.position ?? card.position, edit.reason)
  if ('assignedTo' in edit) {
    const { assignedTo } = edit
    if (assignedTo === card.assignedTo) return card
    const assignedName = assignedTo === null ? null : nameOfColleague(assignedTo)
    return { ...card, assignedTo, assignedName }
  }
  if ('followUpOn' in edit) return { ...card, followUpOn: edit.followUpOn }
  const kept = card.tags.filter((tag) => !edit.removeTags.includes(tag))
  return { ...card, tags: [...new Set([...kept, ...edit.addTags])].toSorted() }
}
