/** A person changes their own password. Loaded when somebody does so. */
import { AppError, isAppError } from '../../lib/app-error.ts'
import { askAuth, type AuthOptions, endSession, refuse, requestSession } from './auth-requests.ts'
import { alone } from './session.ts'
import { type StoredSession, writeSession } from './stored-session.ts'

/** As `minimum_password_length` in supabase/frontend/supabase/config.toml. */
export const MIN_PASSWORD_LENGTH = 8

/** bcrypt, with which auth keeps passwords, reads no further. */
export const MAX_PASSWORD_LENGTH = 72

export type PasswordChange = {
  readonly email: string
  readonly current: string
  readonly next: string
}

/** Refusals of a new password, by GoTrue's `error_code`. */
const REFUSALS: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  same_password: ['This is the present password', 'Choose another one.'],
  weak_password: [
    'This password is too weak',
    'Choose a longer one, with small and capital letters, digits and signs.',
  ],
}

/** Signs in once more, which asks for the present password whatever the project asks for itself. */
async function signInAnew(options: AuthOptions, change: PasswordChange): Promise<StoredSession> {
  const { email, current } = change
  try {
    return await requestSession(options, { type: 'password', email, password: current })
  } catch (error) {
    if (!isAppError(error, 'invalid') || error.code === 'user_banned') throw error
    throw new AppError('invalid', 'This is not your present password', {
      cause: error,
      code: error.code,
      status: error.status,
      hint: 'Check it and try again. Where it is forgotten, an admin can make a new one.',
    })
  }
}

/**
 * Changes the password of who is signed in here. Their other devices are signed out by auth; this
 * browser goes on with the new sign-in, which is also recent enough for projects that ask for that.
 *
 * @throws AppError `invalid` where the present or the new password is refused, else as any request
 */
export function changePassword(options: AuthOptions, change: PasswordChange): Promise<void> {
  return alone(async () => {
    const fresh = await signInAnew(options, change)
    try {
      const answer = await askAuth(options, {
        method: 'PUT',
        path: 'user',
        bearer: fresh.accessToken,
        body: {
          password: change.next,
          current_password: change.current,
          data: { must_change_password: false },
        },
      })
      if (!answer.ok) await refuse(answer)
    } catch (error) {
      await endSession(options, fresh.accessToken)
      if (!isAppError(error, 'invalid')) throw error
      const [message, hint] = REFUSALS[error.code ?? ''] ?? [
        'The new password was not accepted',
        'Choose another one. If that is refused too, tell an admin.',
      ]
      throw new AppError('invalid', message, { cause: error, code: error.code, hint })
    }
    writeSession({ ...fresh, mustChangePassword: false })
  })
}
