/**
 * What the app asks of Supabase's auth (GoTrue): sign in, refresh, sign out; a change of the
 * password is in a file of its own, which is loaded with it.
 * Its own client knows passkeys, wallets, MFA and an admin API besides, 23 kB (gzip) of the 200
 * that the first load may have.
 */
import { z } from 'zod'
import { AppError } from '../../lib/app-error.ts'
import type { StoredSession } from './stored-session.ts'

const REQUEST_TIMEOUT_MS = 15_000

export type AuthOptions = {
  /** The project's address, below which `/auth/v1` answers. */
  readonly url: string
  /** The publishable key. */
  readonly anonKey: string
  readonly fetch?: typeof fetch | undefined
}

const tokenAnswer = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
  user: z.object({
    id: z.string(),
    email: z.string().nullish(),
    // What else is in there is not ours.
    user_metadata: z.object({ must_change_password: z.boolean().optional() }).nullish().catch(null),
  }),
})

const refusal = z.object({ error_code: z.string().optional(), error: z.string().optional() })

type Grant =
  | { readonly type: 'password'; readonly email: string; readonly password: string }
  | { readonly type: 'refresh_token'; readonly refreshToken: string }

/** Refusals that say more than that email or password is wrong. */
const REFUSALS: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  user_banned: ['This account is switched off', 'Ask an admin to switch it on again.'],
  email_not_confirmed: [
    'This email address is not confirmed yet',
    'Open the link in the email you were sent, then sign in.',
  ],
}

const REFUSED_STATUSES: ReadonlySet<number> = new Set([400, 401, 403, 422])

/** What a refusal of the sign-in means, by its status and GoTrue's `error_code`. */
function toAuthError(status: number, code: string | undefined): AppError {
  const details = { status, code }
  if (status === 429) return new AppError('rate-limited', 'Too many attempts to sign in', details)
  if (status >= 500) {
    return new AppError('unavailable', 'Signing in does not work just now', {
      ...details,
      hint: 'Try again in a minute; if it lasts, tell an admin.',
    })
  }
  if (!REFUSED_STATUSES.has(status)) {
    return new AppError('contract', 'Something else than the sign-in answered', details)
  }
  const [message, hint] = REFUSALS[code ?? ''] ?? [
    'Email or password is wrong',
    'Check both and try again. An admin can set a new password.',
  ]
  return new AppError('invalid', message, { ...details, hint })
}

/** Where a request goes, and with whose token. */
type AuthRequest = {
  readonly method?: 'POST' | 'PUT'
  /** Below `/auth/v1/`. */
  readonly path: string
  readonly body: unknown
  readonly bearer?: string
}

/** Asks auth; a refusal is an answer. @throws AppError `network` where none came */
export async function askAuth(
  options: AuthOptions,
  { method = 'POST', path, body, bearer }: AuthRequest,
): Promise<Response> {
  const send = options.fetch ?? fetch
  try {
    return await send(`${options.url.replace(/\/+$/, '')}/auth/v1/${path}`, {
      method,
      headers: {
        apikey: options.anonKey,
        'content-type': 'application/json',
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    })
  } catch (error) {
    throw new AppError('network', 'No answer to the sign-in', { cause: error })
  }
}

/** Throws what a refusal means. */
export async function refuse(answer: Response): Promise<never> {
  const said = refusal.safeParse(await answer.json().catch(() => undefined))
  throw toAuthError(answer.status, said.data?.error_code ?? said.data?.error)
}

/**
 * Asks for tokens.
 *
 * @throws AppError `invalid` where email, password or refresh token are refused, else as any request
 */
export async function requestSession(options: AuthOptions, grant: Grant): Promise<StoredSession> {
  const { type, ...given } = grant
  const body = 'refreshToken' in given ? { refresh_token: given.refreshToken } : given
  const answer = await askAuth(options, { path: `token?grant_type=${type}`, body })
  if (!answer.ok) return refuse(answer)
  const parsed = tokenAnswer.safeParse(await answer.json().catch(() => undefined))
  if (!parsed.success) {
    throw new AppError('contract', 'The answer to the sign-in could not be read', {
      status: answer.status,
    })
  }
  const { access_token, refresh_token, expires_in, user } = parsed.data
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    expiresAt: Date.now() + expires_in * 1_000,
    userId: user.id,
    email: user.email ?? '',
    mustChangePassword: user.user_metadata?.must_change_password === true,
  }
}

/** Ends a session on the server. That it can't be told changes nothing for this browser. */
export async function endSession(options: AuthOptions, accessToken: string): Promise<void> {
  const asked = { path: 'logout?scope=local', body: {}, bearer: accessToken }
  await askAuth(options, asked).catch(() => undefined)
}
