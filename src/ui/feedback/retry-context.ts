import { createContext } from 'react'

type Retry = {
  /**
   * Counts the moments at which everything that failed is worth asking again, such as a new
   * sign-in; every boundary starts afresh when it changes.
   */
  readonly generation: number
  /** Tells the data layer that what failed may be asked again. */
  readonly onReset: () => void
}

/** What the app tells the boundaries about trying again. */
export const RetryContext = createContext<Retry>({ generation: 0, onReset: () => {} })
