/**
 * Standard Webhooks signatures, both ways: HMAC-SHA256 over `id.timestamp.body`, base64, prefixed
 * `v1,`. While a secret is being changed the sender signs with the old one and the new one.
 * Source: the Standard Webhooks specification.
 */
import { err, ok, type Result } from '../lib/result.ts'

const PREFIX = 'whsec_'
const SECRET_BYTES = { least: 24, most: 64 }
/** How far a message's time may be from ours; older ones may be replays. */
const TOLERANCE_SECONDS = 5 * 60

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const

export type SignedMessage = {
  readonly id: string
  /** Seconds since 1970, of this attempt. */
  readonly timestamp: number
  readonly body: string
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

/** True for a `whsec_` secret of 24 to 64 bytes. */
export function isWebhookSecret(secret: string): boolean {
  const bytes = secret.startsWith(PREFIX) ? fromBase64(secret.slice(PREFIX.length)) : null
  return bytes !== null && bytes.length >= SECRET_BYTES.least && bytes.length <= SECRET_BYTES.most
}

async function importSecret(secret: string): Promise<CryptoKey> {
  const bytes = isWebhookSecret(secret) ? fromBase64(secret.slice(PREFIX.length)) : null
  if (bytes === null)
    throw new TypeError('A webhook secret is “whsec_” and 24 to 64 bytes in base64.')
  return crypto.subtle.importKey('raw', bytes, HMAC, false, ['sign', 'verify'])
}

function signedContent({ id, timestamp, body }: SignedMessage): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${id}.${timestamp}.${body}`)
}

/**
 * The three headers of a message, with a signature for each secret.
 *
 * @throws TypeError for a secret of the wrong form
 */
export async function signatureHeaders(
  message: SignedMessage,
  secrets: readonly string[],
): Promise<Record<string, string>> {
  const content = signedContent(message)
  const signatures = await Promise.all(
    secrets.map(async (secret) => {
      const bytes = await crypto.subtle.sign(HMAC, await importSecret(secret), content)
      return `v1,${btoa(String.fromCharCode(...new Uint8Array(bytes)))}`
    }),
  )
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestamp),
    'webhook-signature': signatures.join(' '),
  }
}

export type SignatureFault = 'missing' | 'too_old' | 'too_new' | 'wrong'

/**
 * Checks a received message: any of our secrets may have signed it, within five minutes of
 * `nowSeconds`. `body` is the raw text, since parsing and writing again would change it.
 * The comparison is WebCrypto's, which takes the same time wherever the difference is.
 */
export async function verifySignature(
  headers: Headers,
  body: string,
  secrets: readonly string[],
  nowSeconds: number,
): Promise<Result<{ readonly id: string }, SignatureFault>> {
  const id = headers.get('webhook-id') ?? ''
  const time = headers.get('webhook-timestamp') ?? ''
  const given = (headers.get('webhook-signature') ?? '').split(' ')
  if (id === '' || !/^\d{1,12}$/.test(time)) return err('missing')
  const timestamp = Number(time)
  if (timestamp < nowSeconds - TOLERANCE_SECONDS) return err('too_old')
  if (timestamp > nowSeconds + TOLERANCE_SECONDS) return err('too_new')
  const signatures = given.flatMap((text) =>
    text.startsWith('v1,') ? (fromBase64(text.slice(3)) ?? []) : [],
  )
  const content = signedContent({ id, timestamp, body })
  for (const secret of secrets) {
    const key = await importSecret(secret)
    for (const signature of signatures) {
      if (await crypto.subtle.verify(HMAC, key, signature, content)) return ok({ id })
    }
  }
  return err('wrong')
}
