/** Who is signed in to the frontend, by Supabase's auth. */
import { type AuthError, isAuthRetryableFetchError } from '@supabase/auth-js'
import { AppError } from '../../lib/app-error.ts'
import type { FrontendClient } from './bridge-clients.ts'

/** A sign-in as the browser keeps it. What it may do is looked up in `profiles`. */
export type SignIn = { readonly userId: string; readonly email: string }

function toSignInError(error: AuthError): AppError {
  const details = { cause: error, code: error.code, status: error.status }
  if (isAuthRetryableFetchError(error)) {
    if (error.status === 0) return new AppError('network', 'No answer to the sign-in', details)
    return new AppError('unavailable', 'Signing in does not work just now', {
      ...details,
      hint: 'Try again in a minute; if it lasts, tell an admin.',
    })
  }
  switch (error.code) {
    case 'invalid_credentials':
    case 'validation_failed':
      return new AppError('invalid', 'Email or password is wrong', {
        ...details,
        hint: 'Check both and try again. An admin can set a new password.',
      })
    case 'over_request_rate_limit':
      return new AppError('rate-limited', 'Too many attempts to sign in', details)
    case 'user_banned':
      return new AppError('invalid', 'This account is switched off', {
        ...details,
        hint: 'Ask an admin to switch it on again.',
      })
    case 'email_not_confirmed':
      return new AppError('invalid', 'This email address is not confirmed yet', {
        ...details,
        hint: 'Open the link in the email you were sent, then sign in.',
      })
    default:
      return new AppError('contract', 'The answer to the sign-in could not be read', details)
  }
}

/**
 * Signs in.
 *
 * @throws AppError `invalid` where email or password is wrong, and as any request
 */
export async function signIn(
  client: FrontendClient,
  credentials: { readonly email: string; readonly password: string },
): Promise<SignIn> {
  const { data, error } = await client.auth.signInWithPassword({
    email: credentials.email.trim(),
    password: credentials.password,
  })
  if (error !== null) throw toSignInError(error)
  return { userId: data.user.id, email: data.user.email ?? credentials.email }
}

/** Signs out in this browser, in every tab; other devices stay signed in. */
export async function signOut(client: FrontendClient): Promise<void> {
  // Without a network the server isn't told, but what this browser keeps is gone all the same.
  await client.auth.signOut({ scope: 'local' })
}

/** Hears who is signed in: at first, and whenever it changes in this tab or another one. */
export function listenToSession(
  client: FrontendClient,
  listener: (signIn: SignIn | null) => void,
): () => void {
  const { data } = client.auth.onAuthStateChange((_event, session) => {
    const user = session?.user
    listener(user === undefined ? null : { userId: user.id, email: user.email ?? '' })
  })
  return () => {
    data.subscription.unsubscribe()
  }
}

/** The present access token, refreshed if need be; null when signed out. */
export async function getAccessToken(client: FrontendClient): Promise<string | null> {
  const { data } = await client.auth.getSession()
  return data.session?.access_token ?? null
}
