import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FrontendClient } from '../../data/frontend/bridge-clients.ts'
import { listenToSession, signOut } from '../../data/frontend/session.ts'
import { nextSession, type Session, type SessionEvent } from './next-session.ts'

/** Written at a sign-out on purpose, so that other tabs leave too instead of asking to sign in. */
const LEFT_KEY = 'rollcall-left'

export type SessionState = {
  readonly session: Session
  /** How often an expired sign-in was renewed: what failed meanwhile is asked again. */
  readonly renewals: number
}

export type SessionStore = StoreApi<SessionState> & {
  /** A request was refused as unauthenticated. */
  readonly refuse: () => void
  /** Signs out, here and in the other tabs of this browser. */
  readonly leave: () => Promise<void>
}

/**
 * Keeps where the sign-in stands, as the auth client and other tabs tell it.
 *
 * @param forget wipes what was loaded for the person who leaves
 */
export function createSessionStore(client: FrontendClient, forget: () => void): SessionStore {
  const store = createStore<SessionState>(() => ({ session: { kind: 'loading' }, renewals: 0 }))

  function apply(event: SessionEvent): void {
    store.setState(({ session, renewals }) => {
      const next = nextSession(session, event)
      const renewed = session.kind === 'expired' && next.kind === 'signed-in'
      return { session: next, renewals: renewed ? renewals + 1 : renewals }
    })
    if (event.type === 'left') forget()
  }

  listenToSession(client, (signIn) => {
    apply({ type: 'told', signIn })
  })
  window.addEventListener('storage', (event) => {
    if (event.key === LEFT_KEY && event.newValue !== null) apply({ type: 'left' })
  })

  return {
    ...store,
    refuse: () => {
      apply({ type: 'refused' })
    },
    leave: async () => {
      localStorage.setItem(LEFT_KEY, String(Date.now()))
      apply({ type: 'left' })
      await signOut(client)
    },
  }
}
