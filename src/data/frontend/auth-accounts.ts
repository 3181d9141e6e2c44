/** Accounts of the frontend's auth service, through its admin API; for the bridge and for scripts. */
import type { AuthError } from '@supabase/supabase-js'
import { AppError } from '../../lib/app-error.ts'
import type { FrontendServerClient } from './bridge-clients.ts'

const PAGE_SIZE = 1000

export type NewPassword = {
  readonly text: string
  /** True where it is handed over: the app asks its owner to choose another one first. */
  readonly oneTime: boolean
}

export type AuthAccounts = {
  /** The id of the account with this e-mail, or null. */
  find(email: string): Promise<string | null>
  /** Makes an account that can sign in at once; one that is there keeps its password. */
  make(
    email: string,
    password: NewPassword,
  ): Promise<{ readonly id: string; readonly isNew: boolean }>
  /** Ends all sign-ins of the account as well, which is auth's doing. */
  setPassword(id: string, password: NewPassword): Promise<void>
}

/** As auth takes it. The mark is the owner's to take away, so it is a help to them and no lock. */
function toAttributes({ text, oneTime }: NewPassword) {
  return { password: text, user_metadata: { must_change_password: oneTime } }
}

/** Every function throws AppError. */
export function createAuthAccounts({ auth }: Pick<FrontendServerClient, 'auth'>): AuthAccounts {
  const { admin } = auth
  async function find(email: string): Promise<string | null> {
    for (let page = 1; ; page += 1) {
      const { data, error } = await admin.listUsers({ page, perPage: PAGE_SIZE })
      if (error) throw toAccountError(error)
      const found = data.users.find((user) => user.email?.toLowerCase() === email.toLowerCase())
      if (found) return found.id
      if (data.users.length < PAGE_SIZE) return null
    }
  }
  return {
    find,
    async make(email, password) {
      const known = await find(email)
      if (known !== null) return { id: known, isNew: false }
      const { data, error } = await admin.createUser({
        email,
        ...toAttributes(password),
        email_confirm: true,
      })
      if (error) throw toAccountError(error)
      return { id: data.user.id, isNew: true }
    },
    async setPassword(id, password) {
      const { error } = await admin.updateUserById(id, toAttributes(password))
      if (error) throw toAccountError(error)
    },
  }
}

function toAccountError(cause: AuthError): AppError {
  const { status } = cause
  if (status === 401 || status === 403) {
    return new AppError('forbidden', 'The sign-in service does not accept this key.', {
      cause,
      code: 'auth_key',
      hint: 'Check FRONTEND_SERVICE_KEY; it must be the secret (service) key.',
    })
  }
  if (status === 422 || status === 400) {
    return new AppError('invalid', `The account was refused: ${cause.message}`, {
      cause,
      code: 'account_refused',
      hint: 'Correct the e-mail address, or choose a longer password.',
    })
  }
  return new AppError('network', 'The sign-in service can not be reached.', {
    cause,
    code: 'auth_unreachable',
    hint: 'Check FRONTEND_URL, and that it runs.',
  })
}
