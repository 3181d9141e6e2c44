/**
 * Accounts that can sign in. A hosted project makes them through its auth API, with the service
 * key; the local stack has no such API, and they are written into its database.
 */
import type { AuthError } from '@supabase/supabase-js'
import {
  createServiceClient,
  type FrontendServerClient,
} from '../../src/data/frontend/bridge-clients.ts'
import { AppError } from '../../src/lib/app-error.ts'
import { saveAuthUser } from '../stack/auth-users.ts'
import { readConnection, withDatabase } from './connections.ts'

const PAGE_SIZE = 1000

export type Accounts = {
  /** The id of the account with this e-mail, or null. */
  find(email: string): Promise<string | null>
  /** Makes the account, or gives the one that is there this password. Answers its id. */
  save(email: string, password: string): Promise<string>
}

/**
 * The accounts of the frontend that variables or the running stack name.
 *
 * @throws AppError where the key is wrong or nothing answers
 */
export async function openAccounts(): Promise<Accounts> {
  const client = createServiceClient({
    url: readConnection('FRONTEND_URL'),
    serviceKey: readConnection('FRONTEND_SERVICE_KEY'),
  })
  const { error } = await client.auth.admin.listUsers({ page: 1, perPage: 1 })
  if (error?.status === 404) return databaseAccounts()
  if (error) throw toAccountError(error)
  return hostedAccounts(client)
}

function hostedAccounts(client: FrontendServerClient): Accounts {
  const { admin } = client.auth
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
    async save(email, password) {
      const id = await find(email)
      const { data, error } = id
        ? await admin.updateUserById(id, { password })
        : await admin.createUser({ email, password, email_confirm: true })
      if (error) throw toAccountError(error)
      return data.user.id
    },
  }
}

function databaseAccounts(): Accounts {
  const dbUrl = readConnection('FRONTEND_DB_URL')
  return {
    find: (email) =>
      withDatabase(dbUrl, async (sql) => {
        const [row] = await sql<{ id: string }[]>`
          select id from auth.users where email = ${email.trim().toLowerCase()}`
        return row?.id ?? null
      }),
    save: (email, password) => withDatabase(dbUrl, (sql) => saveAuthUser(sql, { email, password })),
  }
}

function toAccountError(cause: AuthError): AppError {
  const { status } = cause
  if (status === 401 || status === 403) {
    return new AppError('forbidden', 'The sign-in service does not accept this key.', {
      cause,
      hint: 'Check FRONTEND_SERVICE_KEY; it must be the secret (service) key.',
    })
  }
  if (status === 422 || status === 400) {
    return new AppError('invalid', `The account was refused: ${cause.message}`, {
      cause,
      hint: 'Correct the e-mail address, or choose a longer password.',
    })
  }
  return new AppError('network', 'The sign-in service can not be reached.', {
    cause,
    hint: 'Check FRONTEND_URL, and that it runs.',
  })
}
