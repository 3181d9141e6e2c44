/** Who is signed in to the frontend in this browser, with a token that is always fresh. */
import { isAppError } from '../../lib/app-error.ts'
import { type AuthOptions, endSession, requestSession } from './auth-requests.ts'
import { listenToStoredSession, readSession, writeSession } from './stored-session.ts'

/** A token this close to its end is refreshed before it is used: clocks and ways take time. */
const MARGIN_MS = 60_000

const LOCK = 'rollcall-refresh'

/** A sign-in as the browser keeps it. What it may do is looked up in `profiles`. */
export type SignIn = {
  readonly userId: string
  readonly email: string
  /** Signed in with a password that an admin handed over. */
  readonly mustChangePassword: boolean
}

export type BrowserSession = {
  /** Who is signed in, as far as this browser knows. */
  readonly current: () => SignIn | null
  /** Hears when somebody else or nobody is signed in, by this tab or another one. */
  readonly listen: (listener: () => void) => () => void
  /** @throws AppError `invalid` where email or password is wrong, and as any request */
  readonly signIn: (credentials: {
    readonly email: string
    readonly password: string
  }) => Promise<void>
  /** Signs out in this browser, in every tab; other devices stay signed in. */
  readonly signOut: () => Promise<void>
  /**
   * The present access token, refreshed if need be; null when signed out.
   *
   * @param refused a token the server did not accept: another one is asked for
   * @throws AppError where it must be refreshed and auth can't be reached
   */
  readonly accessToken: (refused?: string) => Promise<string | null>
}

/** One at a time in this browser: a refresh token can be used once only. */
export function alone<Value>(work: () => Promise<Value>): Promise<Value> {
  // Locks need a secure context; without them tabs may refresh twice, which auth allows within 10 s.
  const { locks } = navigator as { readonly locks?: LockManager }
  return locks === undefined ? work() : locks.request(LOCK, work)
}

/** Follows the sign-in of this browser. */
export function createBrowserSession(options: AuthOptions): BrowserSession {
  let refreshing: Promise<string | null> | undefined

  async function refresh(refused: string | undefined): Promise<string | null> {
    const kept = readSession()
    if (kept === null) return null
    // Another tab may have been faster.
    const isGood = kept.expiresAt - Date.now() > MARGIN_MS && kept.accessToken !== refused
    if (isGood) return kept.accessToken
    const { refreshToken } = kept
    try {
      const session = await requestSession(options, { type: 'refresh_token', refreshToken })
      // Signed out meanwhile: what came is not wanted any more.
      if (readSession() === null) return null
      writeSession(session)
      return session.accessToken
    } catch (error) {
      if (isAppError(error, 'invalid')) {
        writeSession(null)
        return null
      }
      const stillGood = kept.expiresAt > Date.now() && kept.accessToken !== refused
      if (stillGood) return kept.accessToken
      throw error
    }
  }

  return {
    current: () => {
      const kept = readSession()
      if (kept === null) return null
      const { userId, email, mustChangePassword } = kept
      return { userId, email, mustChangePassword }
    },
    listen: (listener) => listenToStoredSession(listener),
    signIn: async ({ email, password }) => {
      const grant = { type: 'password' as const, email: email.trim(), password }
      writeSession(await requestSession(options, grant))
    },
    signOut: async () => {
      const kept = readSession()
      writeSession(null)
      if (kept !== null) await endSession(options, kept.accessToken)
    },
    accessToken: async (refused) => {
      const kept = readSession()
      if (kept === null) return null
      const isGood = kept.expiresAt - Date.now() > MARGIN_MS && kept.accessToken !== refused
      if (isGood) return kept.accessToken
      refreshing ??= alone(() => refresh(refused)).finally(() => {
        refreshing = undefined
      })
      return refreshing
    },
  }
}
