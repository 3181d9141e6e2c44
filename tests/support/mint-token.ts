import { signToken } from '../../scripts/stack/sign-token.ts'

export type TokenClaims = {
  /** The account's id in `auth.users`. */
  readonly sub: string
  readonly role?: 'authenticated' | 'anon' | 'service_role'
  readonly aud?: string
  /** Seconds until it ends; negative for one that has ended. An hour unless given. */
  readonly expiresInS?: number
  readonly email?: string
}

/** A token as sign-in gives it: HS256, no metadata in it. */
export function mintToken(claims: TokenClaims, jwtSecret: string): string {
  const nowS = Math.floor(Date.now() / 1000)
  const { expiresInS = 3600, role = 'authenticated', aud = 'authenticated', ...rest } = claims
  return signToken({ ...rest, role, aud, iat: nowS, exp: nowS + expiresInS }, jwtSecret)
}
