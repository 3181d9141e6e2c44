import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook as Reference } from 'standardwebhooks'
import { afterEach, expect, test } from 'vitest'
import { createWebhook, failureAnswer, type WebhookOptions } from './send-batch.ts'

const SECRET = `whsec_${btoa('a'.repeat(32))}`
const MESSAGE = { id: '5f1d7c52-3c0a-4f53-9a55-0a6a0b1c2d01', body: '{"tasks":[]}' }

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  open.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`
}

async function post(base: string, options: Partial<WebhookOptions> = {}) {
  const webhook = await createWebhook({
    base,
    secrets: [SECRET],
    tokenHeader: null,
    nowMs: Date.now,
    fetch,
    resolve: null,
    ...options,
  })
  return webhook.post('session-created', MESSAGE)
}

test('a batch arrives signed, with the token header, at its own path', async () => {
  const seen: { url: string; body: string; headers: Record<string, string> }[] = []
  const base = await listen((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      seen.push({
        url: request.url ?? '',
        body,
        headers: request.headers as Record<string, string>,
      })
      response.end('{"accepted":0}')
    })
  })
  const answer = await post(base, { tokenHeader: { name: 'X-Token', value: 'let me in' } })
  expect(answer).toEqual({
    kind: 'answer',
    status: 200,
    body: '{"accepted":0}',
    retryAfterSeconds: null,
  })
  const [request] = seen
  expect(request).toMatchObject({
    url: '/webhook/session-created',
    body: MESSAGE.body,
    headers: {
      'x-token': 'let me in',
      'webhook-id': MESSAGE.id,
      'content-type': 'application/json',
    },
  })
  expect(new Reference(SECRET).verify(request?.body ?? '', request?.headers ?? {})).toEqual({
    tasks: [],
  })
})

test('a redirect is an answer, not followed', async () => {
  let followed = false
  const base = await listen((request, response) => {
    if (request.url?.startsWith('/elsewhere')) followed = true
    response.writeHead(307, { location: '/elsewhere' }).end()
  })
  expect(await post(base)).toMatchObject({ kind: 'answer', status: 307 })
  expect(followed).toBe(false)
})

test('Retry-After is read in seconds', async () => {
  const base = await listen((_request, response) => {
    response.writeHead(429, { 'retry-after': '17' }).end('slow down')
  })
  expect(await post(base)).toMatchObject({ status: 429, retryAfterSeconds: 17 })
})

test('of an endless page only the beginning is read', async () => {
  const base = await listen((_request, response) => {
    const write = () => {
      while (response.write('x'.repeat(16 * 1024)));
      response.once('drain', write)
    }
    write()
  })
  const answer = await post(base)
  expect(answer.kind === 'answer' && answer.body.length).toBeLessThan(256 * 1024)
})

test('a receiver that never answers may have taken the batch', async () => {
  const base = await listen(() => {})
  expect(await post(base, { timeoutMs: 50 })).toEqual({ kind: 'lost', code: 'timeout' })
})

test('a receiver that stops in the middle of its answer may have taken the batch', async () => {
  const base = await listen((_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{"acc')
  })
  expect(await post(base, { timeoutMs: 50 })).toEqual({ kind: 'lost', code: 'timeout' })
})

test('a connection that breaks before the answer may have carried the batch', async () => {
  const base = await listen((request) => request.socket.destroy())
  expect(await post(base)).toEqual({ kind: 'lost', code: 'connection_lost' })
})

test('where nothing listens, nothing was sent', async () => {
  const base = await listen(() => {})
  for (const close of open.splice(0)) close()
  expect(await post(base)).toEqual({ kind: 'not-sent', code: 'connection_refused' })
})

test('a name that leads into a private network is not sent to', async () => {
  let asked = false
  const base = await listen(() => (asked = true))
  const resolve = () => Promise.resolve(['93.184.216.34', '10.0.0.7'])
  expect(await post(base, { resolve })).toEqual({ kind: 'not-sent', code: 'address_refused' })
  expect(asked).toBe(false)
})

test('a name that means nothing is not sent to', async () => {
  const resolve = () => Promise.reject(new Error('ENOTFOUND'))
  expect(await post('https://n8n.example/webhook', { resolve })).toEqual({
    kind: 'not-sent',
    code: 'address_not_found',
  })
})

function fetchFailed(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
}

test.each([
  [fetchFailed('ECONNREFUSED'), 'connection_refused'],
  [fetchFailed('ENOTFOUND'), 'address_not_found'],
  [fetchFailed('UND_ERR_CONNECT_TIMEOUT'), 'connect_timeout'],
  [fetchFailed('CERT_HAS_EXPIRED'), 'not_secure'],
  // As Deno says it.
  [
    new TypeError(
      'error sending request for url (x): client error (Connect): tcp connect error: Connection refused (os error 111)',
    ),
    'connection_refused',
  ],
  [
    new TypeError(
      'error sending request for url (x): client error (Connect): dns error: failed to lookup address information',
    ),
    'address_not_found',
  ],
  [
    new TypeError(
      'error sending request for url (x): client error (Connect): invalid peer certificate: Expired',
    ),
    'not_secure',
  ],
])('%s means that nothing was sent', (error, code) => {
  expect(failureAnswer(error)).toEqual({ kind: 'not-sent', code })
})

test.each([
  fetchFailed('ECONNRESET'),
  fetchFailed('UND_ERR_SOCKET'),
  fetchFailed('UND_ERR_BODY_TIMEOUT'),
  new TypeError('error sending request for url (x): client error (SendRequest): connection closed'),
  new Error('anything'),
  'no error at all',
])('%s leaves open whether it was sent', (error) => {
  expect(failureAnswer(error)).toEqual({ kind: 'lost', code: 'connection_lost' })
})

test('another address is another receiver', async () => {
  const at = (base: string) =>
    createWebhook({ base, secrets: [], tokenHeader: null, nowMs: () => 0, fetch, resolve: null })
  const [a, again, b] = await Promise.all([at('https://a'), at('https://a'), at('https://b')])
  expect(a.receiver).toBe(again.receiver)
  expect(a.receiver).not.toBe(b.receiver)
})
