/**
 * The POST itself, over fetch: signed, at most 60 s, no redirects followed, and every way to fail
 * told apart by whether something may have been sent.
 */
import { parseRetryAfter } from '../lib/retry-after.ts'
import type { WebhookAnswer } from './classify-answer.ts'
import { hashText } from './build-payload.ts'
import type { Webhook } from './ports.ts'
import { signatureHeaders } from './sign-payload.ts'
import { isPrivateAddress } from './webhook-address.ts'

const TIMEOUT_MS = 60_000
/** Enough for any answer of ours; a page of HTML need not be read to its end. */
const LARGEST_ANSWER_BYTES = 64 * 1024

export type WebhookOptions = {
  /** As `parseWebhookBase` gave it. */
  readonly base: string
  /** `whsec_…`, the newest first. */
  readonly secrets: readonly string[]
  /** For n8n's own header auth. */
  readonly tokenHeader: { readonly name: string; readonly value: string } | null
  /** Milliseconds since 1970, for the signature's time stamp and dates in Retry-After only. */
  readonly nowMs: () => number
  readonly fetch: typeof fetch
  /**
   * The addresses a host name stands for, where the runtime can tell; private ones are refused.
   * Null where loopback is allowed.
   */
  readonly resolve: ((host: string) => Promise<readonly string[]>) | null
  readonly timeoutMs?: number
}

/** The webhooks at an address. */
export async function createWebhook(options: WebhookOptions): Promise<Webhook> {
  return {
    receiver: (await hashText(options.base)).slice(0, 16),
    post: (path, message) => post(options, path, message),
  }
}

async function post(
  options: WebhookOptions,
  path: string,
  { id, body }: { readonly id: string; readonly body: string },
): Promise<WebhookAnswer> {
  const refusal = await checkAddress(options)
  if (refusal !== null) return refusal
  const timestamp = Math.floor(options.nowMs() / 1000)
  const headers = new Headers(await signatureHeaders({ id, timestamp, body }, options.secrets))
  headers.set('content-type', 'application/json')
  headers.set('accept', 'application/json')
  if (options.tokenHeader) headers.set(options.tokenHeader.name, options.tokenHeader.value)
  try {
    const response = await options.fetch(`${options.base}/${path}`, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
    })
    return {
      kind: 'answer',
      status: response.status,
      body: await readBeginning(response),
      retryAfterSeconds: parseRetryAfter(response.headers.get('retry-after'), options.nowMs()),
    }
  } catch (error) {
    return failureAnswer(error)
  }
}

async function checkAddress({ base, resolve }: WebhookOptions): Promise<WebhookAnswer | null> {
  if (resolve === null) return null
  try {
    const addresses = await resolve(new URL(base).hostname)
    return addresses.some(isPrivateAddress) ? { kind: 'not-sent', code: 'address_refused' } : null
  } catch {
    return { kind: 'not-sent', code: 'address_not_found' }
  }
}

async function readBeginning(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  while (reader && size < LARGEST_ANSWER_BYTES) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    size += value.byteLength
  }
  // Of a longer answer the rest isn't wanted, nor whether closing it works.
  await reader?.cancel().catch(() => null)
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return new TextDecoder().decode(bytes)
}

type NotSentCode = Extract<WebhookAnswer, { kind: 'not-sent' }>['code']

/** Node's codes for a connection that never came about (undici, libuv, OpenSSL). */
const NOT_SENT: Readonly<Record<string, NotSentCode>> = {
  ECONNREFUSED: 'connection_refused',
  ENOTFOUND: 'address_not_found',
  EAI_AGAIN: 'address_not_found',
  UND_ERR_CONNECT_TIMEOUT: 'connect_timeout',
  CERT_HAS_EXPIRED: 'not_secure',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'not_secure',
  SELF_SIGNED_CERT_IN_CHAIN: 'not_secure',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'not_secure',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'not_secure',
  ERR_TLS_CERT_ALTNAME_INVALID: 'not_secure',
}

/** What Deno says in words; only its phase "Connect" is before anything is sent. */
const NOT_SENT_WORDS: readonly (readonly [RegExp, NotSentCode])[] = [
  [/client error \(Connect\).*(?:dns error|failed to lookup)/i, 'address_not_found'],
  [/client error \(Connect\).*certificate/i, 'not_secure'],
  [/client error \(Connect\).*refused/i, 'connection_refused'],
  [/client error \(Connect\)/i, 'connect_timeout'],
]

/** Reads what fetch threw. What isn't known to be before the sending may have been sent. */
export function failureAnswer(error: unknown): WebhookAnswer {
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return { kind: 'lost', code: 'timeout' }
  }
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const words = error instanceof Error ? error.message : ''
  const notSent = NOT_SENT[code] ?? NOT_SENT_WORDS.find(([pattern]) => pattern.test(words))?.[1]
  return notSent === undefined
    ? { kind: 'lost', code: 'connection_lost' }
    : { kind: 'not-sent', code: notSent }
}
