/**
 * What people do to the cards of a board: how the board looks at once, and how it is carried out.
 *
 * A version that moved is a conflict only where the status moved with it: when somebody edited the
 * name meanwhile, or put the card elsewhere in its column, what the person decided on is unchanged.
 */
import { z } from 'zod'
import { frontend } from '../../../data/frontend/browser-client.ts'
import {
  type Card,
  type CardChange,
  decideSuggestion,
  moveCard,
  removeCard,
  undoCardChange,
} from '../../../data/frontend/cards.ts'
import { type Keepable, sendOrKeep } from '../../../data/frontend/kept-writes.ts'
import { isAppError } from '../../../lib/app-error.ts'
import { outboxText } from '../../../ui/text/offline.ts'

/** A card as the person saw it, and as it will be; null where it leaves the board. */
type Step<After = Card> = { readonly before: Card; readonly after: After }

export type BoardChange =
  | (Step & {
      readonly kind: 'move'
      /** Cards that make room. */
      readonly shifts: readonly Step[]
      readonly reason?: string | undefined
    })
  | (Step & { readonly kind: 'decide'; readonly decision: 'accept' | 'dismiss' | 'resume' })
  | (Step & { readonly kind: 'undo'; readonly eventId: number })
  | (Step<null> & { readonly kind: 'remove' })

/** All cards a change touches. */
export function stepsOf(change: BoardChange): readonly Step<Card | null>[] {
  return change.kind === 'move' ? [change, ...change.shifts] : [change]
}

/** The card once a person answered its suggestion, or handed it back to automation. */
export function decided(card: Card, decision: 'accept' | 'dismiss' | 'resume'): Card {
  const answered = { ...card, suggestedStatus: null }
  switch (decision) {
    case 'accept':
      return { ...answered, status: card.suggestedStatus ?? card.status, statusSetBy: 'person' }
    case 'dismiss':
      return answered
    case 'resume':
      return { ...answered, statusSetBy: 'automation' }
  }
}

const presentSchema = z.object({
  id: z.uuid(),
  status: z.string(),
  status_set_by: z.enum(['person', 'automation']).default('automation'),
  suggested_status: z.string().nullable().default(null),
  version: z.number(),
})

/** A card as somebody else left it. */
export type PresentCard = z.infer<typeof presentSchema>

export type BoardOutcome =
  | {
      readonly kind: 'done'
      /** Names the change for taking it back; null where there is nothing to take back. */
      readonly eventId: number | null
      /** True where it waits on this device: the board shows it as such until it is sent. */
      readonly kept?: true
      /** The touched cards as they are now. */
      readonly cards: readonly { readonly id: string; readonly card: Card | null }[]
    }
  | { readonly kind: 'conflict'; readonly present: PresentCard }

class Overtaken extends Error {
  override readonly name = 'Overtaken'
  readonly present: PresentCard

  constructor(present: PresentCard) {
    super('Somebody else changed this card')
    this.present = present
  }
}

/** Sends with the version the person saw, and once more with the present one if nothing they decided on changed. */
async function sendAsSeen(
  seen: Card,
  send: (version: number) => Promise<CardChange>,
  isAsSeen: (present: PresentCard) => boolean,
): Promise<CardChange> {
  const attempt = async (version: number, again: boolean): Promise<CardChange> => {
    try {
      return await send(version)
    } catch (error) {
      if (!isAppError(error, 'conflict')) throw error
      const present = presentSchema.parse(error.current)
      if (again && isAsSeen(present)) return attempt(present.version, false)
      throw new Overtaken(present)
    }
  }
  return attempt(seen.version, true)
}

const savedSchema = z.object({
  status_set_by: z.enum(['person', 'automation']).optional(),
  position: z.number().optional(),
})

/** The card after the change, with what only the database knows. */
function toSaved(after: Card, { card }: CardChange): Card {
  const { status_set_by: statusSetBy, position } = savedSchema.parse(card)
  return {
    ...after,
    status: card.status,
    version: card.version,
    statusSetBy: statusSetBy ?? after.statusSetBy,
    position: position ?? after.position,
  }
}

function sendStep({ before, after }: Step, reason?: string): Promise<CardChange> {
  return sendAsSeen(
    before,
    (version) =>
      moveCard(frontend(), {
        candidateId: before.id,
        status: after.status,
        position: after.position,
        version,
        ...(reason === undefined ? {} : { reason }),
      }),
    (present) => present.status === before.status,
  )
}

/** Makes room. A card that somebody took elsewhere meanwhile is no longer in the way. */
async function sendShift(shift: Step): Promise<CardChange | null> {
  try {
    return await sendStep(shift)
  } catch (error) {
    if (error instanceof Overtaken) return null
    throw error
  }
}

type Move = Extract<BoardChange, { kind: 'move' }>

async function sendMove(change: Move): Promise<BoardOutcome> {
  const cards: { id: string; card: Card }[] = []
  for (const shift of change.shifts) {
    const answer = await sendShift(shift)
    if (answer !== null) cards.push({ id: shift.before.id, card: toSaved(shift.after, answer) })
  }
  const answer = await sendStep(change, change.reason)
  cards.push({ id: change.before.id, card: toSaved(change.after, answer) })
  return { kind: 'done', eventId: answer.eventId, cards }
}

type NameOfColumn = (key: string) => string

/** The move as it is kept without a network; the cards that made room stay where they were. */
function toKeepable({ before, after, reason }: Move, nameOfColumn: NameOfColumn): Keepable {
  const change = { kind: 'card-move' as const, from: before.status, to: after.status }
  const column = nameOfColumn(after.status)
  return {
    subjectId: before.id,
    label: outboxText.moveOf(before.name, column),
    wish: column,
    change: { ...change, position: after.position, reason },
  }
}

async function send(change: BoardChange, nameOfColumn: NameOfColumn): Promise<BoardOutcome> {
  const { before, after } = change
  switch (change.kind) {
    case 'move': {
      const outcome = await sendOrKeep(toKeepable(change, nameOfColumn), () => sendMove(change))
      if (outcome !== 'kept') return outcome
      return { kind: 'done', eventId: null, kept: true, cards: [] }
    }
    case 'decide': {
      const answer = await sendAsSeen(
        before,
        (version) => decideSuggestion(frontend(), before.id, change.decision, version),
        (present) =>
          present.status === before.status && present.suggested_status === before.suggestedStatus,
      )
      const card = toSaved(change.after, answer)
      return { kind: 'done', eventId: answer.eventId, cards: [{ id: before.id, card }] }
    }
    case 'undo': {
      const answer = await sendAsSeen(
        before,
        () => undoCardChange(frontend(), change.eventId),
        () => false,
      )
      const card = toSaved(change.after, answer)
      return { kind: 'done', eventId: null, cards: [{ id: before.id, card }] }
    }
    case 'remove':
      await removeCard(frontend(), before.id, before.version)
      return { kind: 'done', eventId: null, cards: [{ id: before.id, card: after }] }
  }
}

/** Carries a change out. That somebody else was faster is an outcome, not an error. */
export async function carryOut(
  change: BoardChange,
  nameOfColumn: NameOfColumn,
): Promise<BoardOutcome> {
  try {
    return await send(change, nameOfColumn)
  } catch (error) {
    if (error instanceof Overtaken) return { kind: 'conflict', present: error.present }
    throw error
  }
}
