import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { FrontendClient } from '../data/frontend/bridge-clients.ts'
import type { Env } from './env.ts'
import type { OfflineWork } from './offline/offline-work.ts'
import type { Session } from './session/next-session.ts'
import type { SessionStore } from './session/session-store.ts'

/** What one start of the app made, for the app's own parts. */
export type Runtime = {
  readonly env: Env
  readonly client: FrontendClient
  readonly session: SessionStore
  readonly offline: OfflineWork
}

export const RuntimeContext = createContext<Runtime | undefined>(undefined)

/** What this start of the app made. */
export function useRuntime(): Runtime {
  const runtime = useContext(RuntimeContext)
  if (runtime === undefined) throw new Error('useRuntime outside the app')
  return runtime
}

/** Where the sign-in stands. */
export function useSession(): Session {
  return useStore(useRuntime().session, (state) => state.session)
}
