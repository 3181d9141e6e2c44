import { signToken } from './sign-token.ts'
import type { SideSecrets } from './secrets.ts'

/** The tokens that the gateway puts in the place of API keys. */
export type ApiKeys = {
  readonly publishableKey: string
  readonly secretKey: string
  readonly anonToken: string
  readonly serviceToken: string
}

/** Why a request has no valid API key: what hosted Supabase answers, with status 401. */
export type ApiKeyFault = { readonly message: string; readonly hint: string }

const TEN_YEARS_S = 10 * 365 * 24 * 3600

/** The keys of one database's API, with tokens that outlive the process. */
export function createApiKeys(secrets: SideSecrets, nowS: number): ApiKeys {
  const claims = { iss: 'rollcall', iat: nowS, exp: nowS + TEN_YEARS_S }
  return {
    publishableKey: secrets.publishableKey,
    secretKey: secrets.secretKey,
    anonToken: signToken({ ...claims, role: 'anon' }, secrets.jwtSecret),
    serviceToken: signToken({ ...claims, role: 'service_role' }, secrets.jwtSecret),
  }
}

/**
 * The `authorization` header that PostgREST gets for a request, as hosted Supabase's gateway
 * decides it: a user's token passes; an API key in its place is dropped, and the key in `apikey`
 * stands for its role.
 *
 * @param apiKey the `apikey` header or query parameter
 * @param authorization the header as the client sent it
 */
export function toAuthorization(
  apiKey: string | null,
  authorization: string | null,
  keys: ApiKeys,
): { readonly authorization: string } | ApiKeyFault {
  if (!apiKey) {
    return {
      message: 'No API key found in request',
      hint: 'No `apikey` request header or url param was found.',
    }
  }
  const token = tokenOf(apiKey, keys)
  if (!token) {
    return {
      message: 'Invalid API key',
      hint: 'Double check the provided API key; the keys are in stack.json of the data folder.',
    }
  }
  const bearer = /^Bearer\s+(.+)$/i.exec(authorization ?? '')?.[1]
  return { authorization: `Bearer ${bearer && !bearer.startsWith('sb_') ? bearer : token}` }
}

function tokenOf(apiKey: string, keys: ApiKeys): string | null {
  if (apiKey === keys.secretKey || apiKey === keys.serviceToken) return keys.serviceToken
  if (apiKey === keys.publishableKey || apiKey === keys.anonToken) return keys.anonToken
  return null
}
