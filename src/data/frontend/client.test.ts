import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { unwrap } from '../unwrap.ts'
import { createFrontendClient } from './client.ts'
import { getAccessToken, listenToSession, signIn, signOut } from './session.ts'

const USER_ID = '0b8f9a52-5a0e-4c3c-9c0b-0d6b8b0f4f11'

type Seen = { readonly path: string; readonly apikey: unknown; readonly bearer: unknown }

/** Stands for Supabase: signs everyone in whose password is right, and answers no rows. */
let server: Server
let url: string
let seen: Seen[]
let tokenLifeSeconds: number
let authIsUp: boolean

function token(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const expiry = Math.floor(Date.now() / 1000) + tokenLifeSeconds
  return `${part({ alg: 'HS256' })}.${part({ sub: USER_ID, exp: expiry })}.c2ln`
}

async function answer(request: IncomingMessage): Promise<[status: number, body: unknown]> {
  const path = (request.url ?? '').split('?')[0] ?? ''
  const { apikey, authorization: bearer } = request.headers
  seen.push({ path, apikey, bearer })
  if (!path.startsWith('/auth/v1/token')) return [200, []]
  if (!authIsUp) return [503, { message: 'down' }]
  let text = ''
  for await (const chunk of request) text += String(chunk)
  const { password } = JSON.parse(text) as { password?: string }
  if (password !== undefined && password !== 'right') {
    return [400, { code: 400, error_code: 'invalid_credentials', msg: 'Invalid login credentials' }]
  }
  return [
    200,
    {
      access_token: token(),
      token_type: 'bearer',
      expires_in: tokenLifeSeconds,
      expires_at: Math.floor(Date.now() / 1000) + tokenLifeSeconds,
      refresh_token: 'refresh',
      user: { id: USER_ID, email: 'rowan@example.com', aud: 'authenticated', app_metadata: {} },
    },
  ]
}

beforeEach(async () => {
  seen = []
  tokenLifeSeconds = 3600
  authIsUp = true
  server = createServer((request, response) => {
    void answer(request).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(() => {
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
})

const connect = () => createFrontendClient({ url, anonKey: 'sb_publishable_key' })
const RIGHT = { email: ' rowan@example.com ', password: 'right' }

test('who is signed in is told once at first and at every change', async () => {
  const client = connect()
  const told: (string | undefined)[] = []
  listenToSession(client, (session) => told.push(session?.userId))
  await expect.poll(() => told).toEqual([undefined])
  await signIn(client, RIGHT)
  await signOut(client)
  await expect.poll(() => told).toEqual([undefined, USER_ID, undefined])
})

test('requests carry the key and the person’s token', async () => {
  const client = connect()
  await signIn(client, RIGHT)
  unwrap(await client.from('jobs').select('id'))
  expect(seen.at(-1)).toEqual({
    path: '/rest/v1/jobs',
    apikey: 'sb_publishable_key',
    bearer: `Bearer ${await getAccessToken(client)}`,
  })
})

test('without a sign-in nothing is asked, and it fails as unauthenticated', async () => {
  const client = connect()
  const result = await client.from('jobs').select('id')
  expect(() => unwrap(result)).toThrow(expect.objectContaining({ kind: 'unauthenticated' }))
  expect(seen).toEqual([])
})

test('a wrong password says so, without saying which of the two is wrong', async () => {
  await expect(signIn(connect(), { ...RIGHT, password: 'wrong' })).rejects.toMatchObject({
    kind: 'invalid',
    message: 'Email or password is wrong',
  })
})

test('nobody there is told apart from a wrong password', async () => {
  const client = connect()
  await new Promise((resolve) => server.close(resolve))
  await expect(signIn(client, RIGHT)).rejects.toMatchObject({ kind: 'network' })
})

test('a token that can’t be refreshed for now is the network’s fault, not the sign-in’s', async () => {
  tokenLifeSeconds = -60
  const client = connect()
  await signIn(client, RIGHT)
  authIsUp = false
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] })
  let settled = false
  const asked = Promise.resolve(client.from('jobs').select('id')).finally(() => {
    settled = true
  })
  // Supabase's client tries to refresh for half a minute, each time over the wire.
  while (!settled) {
    await vi.advanceTimersByTimeAsync(1_000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const result = await asked
  expect(() => unwrap(result)).toThrow(expect.objectContaining({ kind: 'network' }))
})
