/** Accounts that can sign in, for commands: of the frontend that variables or the running stack name. */
import { createAuthAccounts, type NewPassword } from '../../src/data/frontend/auth-accounts.ts'
import { createServiceClient } from '../../src/data/frontend/bridge-clients.ts'
import { readConnection } from './connections.ts'

export type Accounts = {
  /** The id of the account with this e-mail, or null. */
  find(email: string): Promise<string | null>
  /** Makes the account, or gives the one that is there this password. Answers its id. */
  save(email: string, password: NewPassword): Promise<string>
}

/** Each of its functions throws AppError where the key is wrong or nothing answers. */
export function openAccounts(): Accounts {
  const accounts = createAuthAccounts(
    createServiceClient({
      url: readConnection('FRONTEND_URL'),
      serviceKey: readConnection('FRONTEND_SERVICE_KEY'),
    }),
  )
  return {
    find: (email) => accounts.find(email),
    async save(email, password) {
      const { id, isNew } = await accounts.make(email, password)
      if (!isNew) await accounts.setPassword(id, password)
      return id
    },
  }
}
