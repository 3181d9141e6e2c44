import { createHmac } from 'node:crypto'

/**
 * Signs claims as a JWT with HS256, the algorithm PostgREST and the local auth share.
 *
 * @param claims `exp` and `iat` in seconds since 1970, as the standard has them
 */
export function signToken(claims: Readonly<Record<string, unknown>>, secret: string): string {
  const head = encode({ alg: 'HS256', typ: 'JWT' })
  const body = encode(claims)
  const signature = createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url')
  return `${head}.${body}.${signature}`
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
