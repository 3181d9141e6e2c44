/** The person behind a request, from its token. */
import { loadAsker, type Asker } from './access.ts'
import { bearerToken, type Identify } from './identity.ts'
import { createUserClient } from '../data/frontend/bridge-clients.ts'
import type { BridgeConfig } from './config.ts'

export type AskerOf = (request: Request) => Promise<Asker>

/** @returns a function that checks a request's token and loads who asks; throws AppError */
export function createAskerOf(
  config: BridgeConfig,
  identify: Identify,
  inner: typeof fetch,
): AskerOf {
  return async (request) => {
    const token = bearerToken(request)
    const userId = await identify(token)
    const client = createUserClient({ ...config.frontend, token, fetch: inner })
    return loadAsker(userId, client)
  }
}
