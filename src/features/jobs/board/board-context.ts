import { createContext, useContext } from 'react'
import type { Card, SeenCard } from '../../../data/frontend/cards.ts'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import type { Selection } from '../bulk/selection.ts'
import type { BulkAsk } from '../bulk/use-bulk-actions.ts'
import type { SelectionMoves } from '../bulk/use-selection-moves.ts'
import type { ColumnQuestion } from '../columns/column-dialogs.tsx'
import type { BoardFilter } from '../queries.ts'
import type { Slot } from './card-slots.ts'

/** What every column and card of a board needs of it; it seldom changes, so that cards seldom do. */
export type Board = {
  readonly jobId: string
  readonly columns: readonly BoardColumn[]
  readonly filter: BoardFilter
  /** The day it is at the office, YYYY-MM-DD. */
  readonly today: string
  /** False for viewers: nothing can be moved or answered. */
  readonly canWrite: boolean
  readonly hrefOf: (candidateId: string) => string
  readonly nameOfColumn: (key: string) => string
  /** Takes a card to the top of a column, by menu or keys. */
  readonly moveToColumn: (card: Card, columnKey: string) => void
  readonly decide: (card: Card, decision: 'accept' | 'dismiss' | 'resume') => void
  readonly remove: (card: Card) => void
  /** Columns tell what they show, so that a drop finds its neighbours. */
  readonly noteSlots: (columnKey: string, slots: readonly Slot[]) => void
  readonly selection: Selection
  readonly select: SelectionMoves
  /** Asks for what is changed of these people together. */
  readonly ask: (kind: BulkAsk, targets: readonly SeenCard[]) => void
  readonly moveMany: (targets: readonly SeenCard[], columnKey: string) => void
  readonly askColumn: (question: ColumnQuestion) => void
  /** Moves a column so many places to the right; to the left where negative. */
  readonly moveColumn: (key: string, by: number) => void
}

export const BoardContext = createContext<Board | undefined>(undefined)

/** The board around a column or card. */
export function useBoard(): Board {
  const board = useContext(BoardContext)
  if (board === undefined) throw new Error('useBoard outside a board')
  return board
}
