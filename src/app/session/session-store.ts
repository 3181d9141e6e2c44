import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BrowserSession } from '../../data/frontend/session.ts'
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
  /** @throws AppError `invalid` where email or password is wrong, and as any request */
  readonly signIn: BrowserSession['signIn']
  /** Signs out, here and in the other tabs of this browser. */
  readonly leave: () => Promise<void>
}

/**
 * Keeps where the sign-in stands, as this browser's session and other tabs tell it.
 *
 * @param forget wipes what was loaded for the person who leaves
 */
export function createSessionStore(browser: BrowserSession, forget: () => void): SessionStore {
  const store = createStore<SessionState>(() => ({
    session: nextSession({ kind: 'signed-out' }, { type: 'told', signIn: browser.current() }),
    renewals: 0,
  }))

  function apply(event: SessionEvent): void {
    store.setState(({ session, renewals }) => {
      const next = nextSession(session, event)
      const renewed = session.kind === 'expired' && next.kind === 'signed-in'
      return { session: next, renewals: renewed ? renewals + 1 : renewals }
    })
    if (event.type === 'left') forget()
  }

  browser.listen(() => {
    apply({ type: 'told', signIn: browser.current() })
  })
  window.addEventListener('storage', (event) => {
    if (event.key === LEFT_KEY && event.newValue !== null) apply({ type: 'left' })
  })

  return {
    ...store,
    refuse: () => {
      apply({ type: 'refused' })
    },
    signIn: (credentials) => browser.signIn(credentials),
    leave: async () => {
      localStorage.setItem(LEFT_KEY, String(Date.now()))
      apply({ type: 'left' })
      await browser.signOut()
    },
  }
}
