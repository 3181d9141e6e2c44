import { Webhook } from 'standardwebhooks'

/** A header that every request must carry, as n8n's own header auth asks for. */
export type TokenHeader = { readonly name: string; readonly value: string }

/**
 * True where the request comes from who holds one of the secrets (Standard Webhooks: signed
 * within the last five minutes) and the token. Without secrets and token everybody may ask.
 */
export function mayAsk(
  headers: Headers,
  body: string,
  secrets: readonly string[],
  token: TokenHeader | null,
): boolean {
  if (token !== null && headers.get(token.name) !== token.value) return false
  return secrets.length === 0 || secrets.some((secret) => isSigned(headers, body, secret))
}

function isSigned(headers: Headers, body: string, secret: string): boolean {
  try {
    new Webhook(secret).verify(body, Object.fromEntries(headers))
    return true
  } catch {
    return false
  }
}
