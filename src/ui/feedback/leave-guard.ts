import { createContext } from 'react'

/** Where a move leads, as far as a guard needs to know. */
export type Move = {
  readonly pathname: string
  /** Behind the question mark, which stands before it; empty without one. */
  readonly search: string
  readonly state: unknown
}

export type Blocker = {
  /** Whether this move would lose something. */
  readonly concerns: (move: Move) => boolean
  /** Asks the person; `leave` makes the move after all. */
  readonly ask: (leave: () => void) => void
}

/** What the app's history offers: until the returned function is called, the blocker is asked. */
export type LeaveGuard = (blocker: Blocker) => () => void

/** Outside the app, as in a test of one component, nothing is ever left. */
export const LeaveGuardContext = createContext<LeaveGuard>(() => () => undefined)
