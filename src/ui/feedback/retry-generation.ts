import { createContext } from 'react'

/**
 * Counts the moments at which everything that failed is worth asking again, such as a new
 * sign-in. The shell provides it; every boundary starts afresh when it changes.
 */
export const RetryGenerationContext = createContext(0)
