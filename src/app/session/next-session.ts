import type { SignIn } from '../../data/frontend/session.ts'

/** Where the sign-in of this tab stands. */
export type Session =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly signIn: SignIn }
  /** It ran out while the person was at work: the page stays, a dialog asks to sign in again. */
  | { readonly kind: 'expired'; readonly signIn: SignIn }
  /** Someone else signed in, here or in another tab: nothing on this page is theirs. */
  | { readonly kind: 'replaced' }

export type SessionEvent =
  /** The browser says who is signed in now. */
  | { readonly type: 'told'; readonly signIn: SignIn | null }
  /** A request was refused for want of a valid sign-in. */
  | { readonly type: 'refused' }
  /** The person chose to sign out, here or in another tab. */
  | { readonly type: 'left' }

/** The session after an event. Without a sign-in of its own a tab never shows anybody's data. */
export function nextSession(session: Session, event: SessionEvent): Session {
  const mine = 'signIn' in session ? session.signIn : undefined
  switch (event.type) {
    case 'told':
      if (event.signIn === null) {
        return mine === undefined ? { kind: 'signed-out' } : { kind: 'expired', signIn: mine }
      }
      if (session.kind === 'replaced') return session
      if (mine !== undefined && mine.userId !== event.signIn.userId) return { kind: 'replaced' }
      // A token that was merely refreshed changes nothing for the page.
      return session.kind === 'signed-in' &&
        session.signIn.mustChangePassword === event.signIn.mustChangePassword
        ? session
        : { kind: 'signed-in', signIn: event.signIn }
    case 'refused':
      return mine === undefined ? session : { kind: 'expired', signIn: mine }
    case 'left':
      return { kind: 'signed-out' }
  }
}
