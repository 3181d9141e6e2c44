import type { Card } from '../../../data/frontend/cards.ts'
import { cardText } from '../../../ui/text/board.ts'
import type { Tone } from '../../../ui/theme/tones.ts'

export type ObjectiveChip = {
  readonly key: 'interested' | 'available'
  readonly tone: Tone
  readonly label: string
}

type Words = { readonly yes: string; readonly no: string; readonly is: (answer: string) => string }

const INTERESTED: Words = {
  yes: cardText.interested,
  no: cardText.notInterested,
  is: cardText.interestedIs,
}
const AVAILABLE: Words = {
  yes: cardText.available,
  no: cardText.notAvailable,
  is: cardText.availableIs,
}

function toChip(
  key: ObjectiveChip['key'],
  answer: string | null,
  words: Words,
): readonly ObjectiveChip[] {
  switch (answer?.trim().toLowerCase() ?? '') {
    case '':
      return []
    case 'yes':
      return [{ key, tone: 'green', label: words.yes }]
    case 'no':
      return [{ key, tone: 'gray', label: words.no }]
    default:
      return [{ key, tone: 'blue', label: words.is(answer ?? '') }]
  }
}

/** What the agents found out about interest and availability; the database writes booleans as yes and no. */
export function objectiveChips(
  card: Pick<Card, 'interested' | 'availableToWork'>,
): readonly ObjectiveChip[] {
  return [
    ...toChip('interested', card.interested, INTERESTED),
    ...toChip('available', card.availableToWork, AVAILABLE),
  ]
}
