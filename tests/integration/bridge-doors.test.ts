/** The bridge's routes without a person behind them, and how it refuses what it can't read. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signatureHeaders } from '../../src/launch/sign-payload.ts'
import {
  createBridgeWorld,
  problemCode,
  SECRETS,
  type BridgeWorld,
} from '../support/bridge-world.ts'

let world: BridgeWorld

beforeAll(async () => {
  world = await createBridgeWorld()
})
afterAll(() => world.close())

test('health and readiness are open and hold nothing personal', async () => {
  expect((await world.request('GET', '/health')).body).toEqual({ status: 'ok' })
  expect((await world.request('GET', '/ready')).body).toEqual({
    status: 'ready',
    frontend: true,
    backend: true,
    reasons: [],
  })
})

test('a column of the agents that was renamed makes the bridge unready, and all its doors name it', async () => {
  const { sql } = world.backend
  await sql`alter table public.call_info rename column analysis to verdict`
  const detail = 'column call_info.analysis is missing'
  const ready = await world.request('GET', '/ready')
  expect([ready.status, ready.body]).toEqual([
    503,
    {
      status: 'not-ready',
      frontend: true,
      backend: false,
      reasons: [{ code: 'backend_schema_drift', detail }],
    },
  ])
  await world.request('POST', '/sync', { token: world.tokens.admin })
  const state = await world.request('GET', '/sync', { token: world.tokens.admin })
  expect(state.body).toMatchObject({
    lastError: {
      code: 'backend_schema_drift',
      detail,
      message: expect.stringContaining('Column call_info.analysis is missing.') as string,
    },
  })
  await sql`alter table public.call_info rename column verdict to analysis`
  expect((await world.request('GET', '/ready')).status).toBe(200)
  await world.frontend
    .sql`update public.sync_cursors set last_error = null, last_error_detail = null,
    failures = 0, retry_at = null, attempted_at = null, checked_at = null`
})

test('work needs the worker’s secret: nothing else opens it, and nothing is begun', async () => {
  for (const token of [
    null,
    '',
    'wrong',
    `${SECRETS.worker}x`,
    SECRETS.metrics,
    world.tokens.admin,
  ]) {
    const answer = await world.request('POST', '/work', { token })
    expect(answer.status).toBe(401)
    expect(problemCode(answer)).toBe('worker_secret')
  }
  await world.settle()
  const [cursor] = await world.frontend.sql`select checked_at from sync_cursors`
  expect(cursor?.['checked_at']).toBeNull()
})

test('work is accepted at once and done afterwards', async () => {
  const answer = await world.request('POST', '/work', { token: SECRETS.worker })
  expect([answer.status, answer.body]).toEqual([202, { accepted: true }])
  await world.settle()
  const [cursor] = await world.frontend.sql`select checked_at from sync_cursors`
  expect(cursor?.['checked_at']).not.toBeNull()
})

const event = JSON.stringify({ type: 'message.received', data: {} })

async function sendEvent(secret: string, options: { ageSeconds?: number; body?: string } = {}) {
  const sentAt = Math.floor(Date.now() / 1000) - (options.ageSeconds ?? 0)
  const headers = await signatureHeaders(
    { id: `msg_${crypto.randomUUID()}`, timestamp: sentAt, body: event },
    [secret],
  )
  return world.request('POST', '/agent-events', { headers, body: options.body ?? event })
}

test('an event signed with either of our secrets pokes a tick, as often as it comes', async () => {
  const { sql } = world.frontend
  for (const secret of [SECRETS.webhook, SECRETS.olderWebhook, SECRETS.webhook]) {
    await sql`update sync_cursors set checked_at = null, attempted_at = null`
    const answer = await sendEvent(secret)
    expect([answer.status, answer.body]).toEqual([202, { accepted: true }])
    await world.settle()
    expect(await sql`select from sync_cursors where checked_at is not null`).toHaveLength(1)
  }
})

test('an event that is unsigned, changed, old, early or of another secret is refused', async () => {
  await world.frontend.sql`update sync_cursors set checked_at = null, attempted_at = null`
  const other = 'whsec_c29tZWJvZHkgZWxzZSBzaWduZWQgdGhpcw=='
  const codes = [
    await world.request('POST', '/agent-events', { body: event }),
    await sendEvent(SECRETS.webhook, { body: `${event} ` }),
    await sendEvent(SECRETS.webhook, { ageSeconds: 3600 }),
    await sendEvent(SECRETS.webhook, { ageSeconds: -3600 }),
    await sendEvent(other),
    await sendEvent(SECRETS.webhook, { body: 'x'.repeat(300_000) }),
  ].map((answer) => [answer.status, problemCode(answer)])
  expect(codes).toEqual([
    [401, 'signature_missing'],
    [401, 'signature_wrong'],
    [401, 'signature_too_old'],
    [401, 'signature_too_new'],
    [401, 'signature_wrong'],
    [401, 'signature_body_too_large'],
  ])
  await world.settle()
  expect(await world.frontend.sql`select from sync_cursors where checked_at is null`).toHaveLength(
    1,
  )
})

test('metrics need their token and name nobody', async () => {
  for (const token of [null, 'wrong', SECRETS.worker, world.tokens.admin]) {
    const answer = await world.request('GET', '/metrics', { token })
    expect([answer.status, problemCode(answer)]).toEqual([401, 'metrics_token'])
  }
  const answer = await world.request('GET', '/metrics', { token: SECRETS.metrics })
  expect(answer.status).toBe(200)
  expect(answer.text).toContain('rollcall_launch_batches{state="confirmed"} 1')
  expect(answer.text).not.toMatch(/Ann|7700|plumber/)
})

test('an address that is none is a problem like every other', async () => {
  const answer = await world.request('DELETE', '/campaigns')
  expect([answer.status, problemCode(answer)]).toEqual([404, 'no_such_route'])
})

test('a method that a route does not take is refused with those that it takes', async () => {
  const recipient = crypto.randomUUID()
  const asked: readonly (readonly [method: string, path: string, allow: string])[] = [
    ['PUT', '/sync', 'GET, POST'],
    ['GET', `/campaigns/${world.ids.campaign}/launch`, 'POST'],
    ['POST', `/recipients/${recipient}/live`, 'GET'],
    ['DELETE', '/health', 'GET'],
  ]
  for (const [method, path, allow] of asked) {
    const answer = await world.request(method, path)
    expect([answer.status, problemCode(answer)]).toEqual([405, 'method_not_allowed'])
    expect(answer.headers.get('allow')).toBe(allow)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  }
})

test('a retry that says nothing more is one of those who failed', async () => {
  const path = `/campaigns/${world.ids.campaign}/retry`
  const answer = await world.request('POST', path, { token: world.tokens.admin })
  expect(answer).toMatchObject({ status: 200, body: { retried: 0 } })
  await world.settle()
})

test('a body that is no JSON, too large or of another shape is refused with words', async () => {
  const { admin: token } = world.tokens
  const launch = `/campaigns/${world.ids.campaign}/launch`
  const answers = [
    await world.request('POST', launch, { token, body: '{"previewHash":' }),
    await world.request('POST', launch, { token, body: { previewHash: 'x'.repeat(70_000) } }),
    await world.request('POST', launch, { token, body: { previewHash: 5 } }),
    await world.request('POST', launch, { token }),
    await world.request('POST', '/sync', { token, body: { recipientId: 'one' } }),
  ]
  expect(answers.map((answer) => [answer.status, problemCode(answer)])).toEqual([
    [422, 'body_not_json'],
    [422, 'body_too_large'],
    [422, 'body_shape'],
    [422, 'body_shape'],
    [422, 'body_shape'],
  ])
})

test('only pages of allowed origins may read the answers', async () => {
  const originOf = async (origin: string) =>
    (await world.request('GET', '/health', { headers: { origin } })).headers.get(
      'access-control-allow-origin',
    )
  expect(await originOf('https://app.example')).toBe('https://app.example')
  expect(await originOf('https://elsewhere.example')).toBeNull()
})
