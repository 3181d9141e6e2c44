import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createBridgeClient } from './client.ts'

const schema = z.object({ n: z.number() })
const client = createBridgeClient('http://bridge.test/bridge', () => Promise.resolve('t0ken'))
const answers = (body: unknown, init?: ResponseInit) =>
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(body, init))

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('a request carries the token and its body as JSON', async () => {
  let sent: Request | null = null
  let body = ''
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    sent = input as Request
    body = await sent.text()
    return Response.json({ n: 1 })
  })
  await expect(client.request('post', '/sync', schema, { force: true })).resolves.toEqual({ n: 1 })
  expect(sent).toMatchObject({ method: 'POST', url: 'http://bridge.test/bridge/sync' })
  expect(body).toBe('{"force":true}')
  const headers = (sent as Request | null)?.headers
  expect(headers?.get('authorization')).toBe('Bearer t0ken')
  expect(headers?.get('content-type')).toBe('application/json')
})

test("the bridge's problem details become the error, with what they know", async () => {
  const problem = { title: 'Changed', status: 409, code: 'audience_changed', detail: 'Look again.' }
  answers({ ...problem, current: { size: 3 } }, { status: 409, headers: { 'retry-after': '7' } })
  await expect(client.request('post', 'campaigns/1/launch', schema)).rejects.toMatchObject({
    kind: 'conflict',
    code: 'audience_changed',
    hint: 'Look again.',
    retryAfterSeconds: 7,
    current: { size: 3 },
  })
})

test('a fault that is not the problem details of the bridge is told apart', async () => {
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('<html>', { status: 502 }))
  await expect(client.request('get', 'sync', schema)).rejects.toMatchObject({
    kind: 'contract',
    code: 'not_the_bridge',
  })
})

test('an answer of another shape, or none in JSON, is a contract fault', async () => {
  answers({ n: 'one' })
  await expect(client.request('get', 'sync', schema)).rejects.toMatchObject({
    code: 'answer_shape',
  })
})

test('an address that cannot be reached is a fault of the network', async () => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'))
  await expect(client.request('get', 'sync', schema)).rejects.toMatchObject({ kind: 'network' })
})

test('a bridge that never answers is given up', async () => {
  vi.useFakeTimers()
  vi.spyOn(globalThis, 'fetch').mockReturnValue(new Promise(() => {}))
  const answer = client.request('get', 'sync', schema).catch((cause: unknown) => cause)
  await vi.runAllTimersAsync()
  expect(await answer).toMatchObject({ kind: 'timeout' })
})
