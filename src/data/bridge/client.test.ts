import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createBridgeClient } from './client.ts'

const schema = z.object({ n: z.number() })
const client = createBridgeClient('http://bridge.test/bridge', () => Promise.resolve('t0ken'))
const answers = (body: unknown, init?: ResponseInit) =>
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(body, init))

afterEach(() => {
  vi.restoreAllMocks()
})

test('a request carries the token and its body as JSON', async () => {
  const fetched = answers({ n: 1 })
  await expect(client.request('post', '/sync', schema, { force: true })).resolves.toEqual({ n: 1 })
  const [address, init] = fetched.mock.calls[0] ?? []
  expect(address).toBe('http://bridge.test/bridge/sync')
  expect(init?.body).toBe('{"force":true}')
  const headers = new Headers(init?.headers)
  expect(headers.get('authorization')).toBe('Bearer t0ken')
  expect(headers.get('content-type')).toBe('application/json')
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

test.each([
  [new TypeError('Failed to fetch'), 'network'],
  [new DOMException('late', 'TimeoutError'), 'timeout'],
] as const)('without an answer (%s) the error is %s', async (cause, kind) => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(cause)
  await expect(client.request('get', 'sync', schema)).rejects.toMatchObject({ kind })
})
