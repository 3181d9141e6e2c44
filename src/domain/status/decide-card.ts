/**
 * Who wins on a card: a person's decision stays, automation proposes.
 *
 * - A person's status changes only by a person (`derive` leaves it alone).
 * - A suggestion exists exactly while what the evidence proposes differs from the status and
 *   from the proposal the person decided against: a decision is asked for once.
 * - Automation may lower what it set itself, down to `not-contacted` when its evidence is gone.
 *
 * Statuses are columns of the card's board: pass them through `boardStatus` first.
 */
import type { StandardStatus } from './standard-status.ts'

export type Card = {
  readonly status: string
  readonly setBy: 'person' | 'automation'
  /** What the evidence says now, the contested status included; null without evidence. */
  readonly proposed: string | null
  /** What was proposed when a person last decided. */
  readonly decidedAgainst: string | null
}

export type CardEvent =
  /** A person moves the card. To where it is already: no decision. */
  | { readonly type: 'person-sets'; readonly status: string }
  /** A person follows the suggestion; without one, nothing happens. */
  | { readonly type: 'accept' }
  /** A person keeps what there is; the setter stays who it was. */
  | { readonly type: 'dismiss' }
  /**
   * A person hands the card back. `derived` is what the evidence says by the rules, without
   * what contests it: an undated refusal is for people to accept, never for automation to apply.
   */
  | { readonly type: 'resume-automation'; readonly derived: string | null }
  /** The evidence was looked at again: `resolveStatus`, put on the board. */
  | {
      readonly type: 'derive'
      readonly derived: string | null
      readonly contested: string | null
    }

const WITHDRAWN: StandardStatus = 'not-contacted'

/** The card after the event. */
export function decideCard(card: Card, event: CardEvent): Card {
  switch (event.type) {
    case 'person-sets':
      if (event.status === card.status) return card
      return { ...card, status: event.status, setBy: 'person', decidedAgainst: card.proposed }
    case 'accept': {
      const suggested = suggestionOf(card)
      if (suggested === null) return card
      return { ...card, status: suggested, setBy: 'person', decidedAgainst: suggested }
    }
    case 'dismiss':
      return { ...card, decidedAgainst: card.proposed }
    case 'resume-automation': {
      const status = event.derived ?? card.status
      return { ...card, status, setBy: 'automation', decidedAgainst: null }
    }
    case 'derive': {
      const proposed = event.contested ?? event.derived
      if (card.setBy === 'person') return { ...card, proposed }
      return { ...card, proposed, status: event.derived ?? WITHDRAWN }
    }
  }
}

/** The status to suggest to a person, or null. */
export function suggestionOf(card: Card): string | null {
  const { proposed, status, decidedAgainst } = card
  return proposed === status || proposed === decidedAgainst ? null : proposed
}
