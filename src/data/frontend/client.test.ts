// @vitest-environment jsdom
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unwrap } from '../unwrap.ts'
import { createFrontendClient } from './client.ts'
import { type BrowserSession, createBrowserSession } from './session.ts'

const USER_ID = '0b8f9a52-5a0e-4c3c-9c0b-0d6b8b0f4f11'

type Seen = { readonly path: string; readonly apikey: unknown; readonly bearer: unknown }

/** Stands for Supabase: signs everyone in whose password is right, and answers no rows. */
let server: Server
let url: string
let seen: Seen[]
let tokenLifeSeconds: number
let authStatus: number
/** Tokens from before this number are refused, as after a change of the server's keys. */
let firstGoodToken: number
let tokens: number
let session: BrowserSession

async function answer(request: IncomingMessage): Promise<[status: number, body: unknown]> {
  const path = request.url ?? ''
  const { apikey, authorization: bearer } = request.headers
  seen.push({ path, apikey, bearer })
  if (!path.startsWith('/auth/v1/token')) {
    const number = Number(String(bearer).replace('Bearer token-', ''))
    return number < firstGoodToken ? [401, { code: 'PGRST301', message: 'JWT' }] : [200, []]
  }
  if (authStatus !== 200) return [authStatus, { error_code: 'refresh_token_not_found' }]
  let text = ''
  for await (const chunk of request) text += String(chunk)
  const { password } = JSON.parse(text) as { password?: string }
  if (password !== undefined && password !== 'right') {
    return [400, { code: 400, error_code: 'invalid_credentials', msg: 'Invalid login credentials' }]
  }
  tokens += 1
  const body = {
    access_token: `token-${tokens}`,
    refresh_token: `refresh-${tokens}`,
    expires_in: tokenLifeSeconds,
    user: { id: USER_ID, email: 'rowan@example.com' },
  }
  return [200, body]
}

beforeEach(async () => {
  seen = []
  tokens = 0
  firstGoodToken = 0
  tokenLifeSeconds = 3600
  authStatus = 200
  server = createServer((request, response) => {
    void answer(request).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  session = createBrowserSession({ url, anonKey: 'sb_publishable_key' })
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const RIGHT = { email: ' rowan@example.com ', password: 'right' }
const askJobs = () =>
  createFrontendClient({ url, anonKey: 'sb_publishable_key' }, session).from('jobs').select('id')
const refreshes = () => seen.filter((request) => request.path.includes('refresh_token')).length

test('who is signed in is known at once, in this tab and the next', async () => {
  expect(session.current()).toBeNull()
  await session.signIn(RIGHT)
  expect(session.current()).toEqual({
    userId: USER_ID,
    email: 'rowan@example.com',
    mustChangePassword: false,
  })
  const nextTab = createBrowserSession({ url, anonKey: 'sb_publishable_key' })
  expect(nextTab.current()).toEqual(session.current())
})

test('signing in and out is told, by this tab and by another', async () => {
  const told: (string | undefined)[] = []
  const stop = session.listen(() => told.push(session.current()?.userId))
  await session.signIn(RIGHT)
  await session.signOut()
  window.dispatchEvent(new StorageEvent('storage', { key: 'rollcall-sign-in' }))
  stop()
  await session.signIn(RIGHT)
  expect(told).toEqual([USER_ID, undefined, undefined])
})

test('requests carry the key and the person’s token', async () => {
  await session.signIn(RIGHT)
  unwrap(await askJobs())
  expect(seen.at(-1)).toEqual({
    path: '/rest/v1/jobs?select=id',
    apikey: 'sb_publishable_key',
    bearer: 'Bearer token-1',
  })
})

test('without a sign-in nothing is asked, and it fails as unauthenticated', async () => {
  const result = await askJobs()
  expect(() => unwrap(result)).toThrow(expect.objectContaining({ kind: 'unauthenticated' }))
  expect(seen).toEqual([])
})

test('a wrong password says so, without saying which of the two is wrong', async () => {
  await expect(session.signIn({ ...RIGHT, password: 'wrong' })).rejects.toMatchObject({
    kind: 'invalid',
    message: 'Email or password is wrong',
  })
})

test.each([
  [429, 'rate-limited'],
  [500, 'unavailable'],
  [404, 'contract'],
])('auth that answers %d is no wrong password', async (status, kind) => {
  authStatus = status
  await expect(session.signIn(RIGHT)).rejects.toMatchObject({ kind })
})

test('nobody there is told apart from a wrong password', async () => {
  await new Promise((resolve) => {
    server.close(resolve)
  })
  await expect(session.signIn(RIGHT)).rejects.toMatchObject({ kind: 'network' })
})

test('a token near its end is refreshed first, once for all that ask at the same time', async () => {
  tokenLifeSeconds = 30
  await session.signIn(RIGHT)
  tokenLifeSeconds = 3600
  await Promise.all([askJobs(), askJobs(), askJobs()])
  expect(refreshes()).toBe(1)
  expect(seen.at(-1)?.bearer).toBe('Bearer token-2')
})

test('a token the server refuses is refreshed once, and the request sent again', async () => {
  await session.signIn(RIGHT)
  firstGoodToken = 2
  unwrap(await askJobs())
  expect(refreshes()).toBe(1)
})

test('a server that refuses every token is not asked for ever', async () => {
  await session.signIn(RIGHT)
  firstGoodToken = 99
  const result = await askJobs()
  expect(() => unwrap(result)).toThrow(expect.objectContaining({ kind: 'unauthenticated' }))
  expect(refreshes()).toBe(1)
})

test('a session that was ended elsewhere ends here', async () => {
  tokenLifeSeconds = -60
  await session.signIn(RIGHT)
  authStatus = 400
  const result = await askJobs()
  expect(() => unwrap(result)).toThrow(expect.objectContaining({ kind: 'unauthenticated' }))
  expect(session.current()).toBeNull()
})

test('a token that can’t be refreshed for now is the network’s fault, and the sign-in stays', async () => {
  tokenLifeSeconds = -60
  await session.signIn(RIGHT)
  authStatus = 503
  const result = await askJobs()
  expect(() => unwrap(result)).toThrow(expect.objectContaining({ kind: 'network' }))
  expect(session.current()).not.toBeNull()
})

test('while a token still has time, auth being down does not matter', async () => {
  tokenLifeSeconds = 30
  await session.signIn(RIGHT)
  authStatus = 503
  unwrap(await askJobs())
  expect(seen.at(-1)?.bearer).toBe('Bearer token-1')
})

test('what is kept but can’t be read counts as signed out', () => {
  localStorage.setItem('rollcall-sign-in', '{"access_token":"old"}')
  expect(session.current()).toBeNull()
})
