/**
 * Who asks: a token is checked by the auth server itself, and its answer kept for 60 s.
 * Hosted Supabase signs asymmetrically and the local stack with HS256; asking works with both.
 */
import { z } from 'zod'
import { AppError } from '../lib/app-error.ts'

const CACHE_MS = 60_000
const CACHE_SIZE = 1000
const AUTH_TIMEOUT_MS = 8_000

const userSchema = z.object({ id: z.uuid() })

export type Identify = (token: string) => Promise<string>

/**
 * @param now milliseconds that only order cache entries; nothing a person sees depends on it
 * @returns a function from a token to the user's id, which throws AppError `unauthenticated`
 */
export function createIdentify(
  auth: { readonly url: string; readonly anonKey: string },
  now: () => number,
  inner: typeof fetch = fetch,
): Identify {
  const known = new Map<string, { readonly userId: string; readonly until: number }>()
  return async (token) => {
    const cached = known.get(token)
    if (cached && cached.until > now()) return cached.userId
    known.delete(token)
    const response = await inner(`${auth.url}/auth/v1/user`, {
      headers: { apikey: auth.anonKey, authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(AUTH_TIMEOUT_MS),
    }).catch((cause: unknown) => {
      throw new AppError('unavailable', 'Your sign-in could not be checked.', {
        cause,
        code: 'auth_unreachable',
        hint: 'The sign-in service does not answer. Try again in a moment.',
      })
    })
    if (response.status >= 500) {
      throw new AppError('unavailable', 'Your sign-in could not be checked.', {
        code: 'auth_unavailable',
        hint: 'The sign-in service has a fault. Try again in a moment.',
      })
    }
    const user = userSchema.safeParse(await response.json().catch(() => null))
    if (!response.ok || !user.success) {
      throw new AppError('unauthenticated', 'Your sign-in has expired.', {
        code: 'sign_in_expired',
        hint: 'Sign in again; what you entered stays on the page.',
      })
    }
    if (known.size >= CACHE_SIZE) known.delete(known.keys().next().value ?? '')
    known.set(token, { userId: user.data.id, until: now() + CACHE_MS })
    return user.data.id
  }
}

/** What a request carries as its bearer token; empty without one. */
export function givenBearer(request: Request): string {
  return /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
}

/** A user's bearer token, or AppError `unauthenticated`. */
export function bearerToken(request: Request): string {
  const token = givenBearer(request)
  if (token === '') {
    throw new AppError('unauthenticated', 'You are not signed in.', {
      code: 'no_token',
      hint: 'Sign in and try again.',
    })
  }
  return token
}
