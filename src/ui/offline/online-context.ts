import { createContext, useContext } from 'react'

/** Whether there is a network; the app says so. */
export const OnlineContext = createContext(true)

/** False where what can't wait is not offered. */
export function useHasNetwork(): boolean {
  return useContext(OnlineContext)
}
