import { expect, test } from 'vitest'
import { createGateway } from './gateway.ts'

const saw = (part: string) => (request: Request) =>
  new Response(`${part} ${request.method} ${new URL(request.url).pathname}`)

const gateway = createGateway({
  frontendAuth: saw('auth'),
  frontendRest: saw('frontend'),
  backendRest: saw('backend'),
  mounts: new Map([['/bridge', saw('bridge')]]),
  spa: saw('spa'),
  env: (origin) => ({
    frontendUrl: `${origin}/frontend`,
    frontendAnonKey: 'sb_publishable_x',
    bridgeUrl: `${origin}/bridge`,
    demoBanner: true,
  }),
})
const ask = (path: string, init?: RequestInit) =>
  gateway.request(`http://localhost:4400${path}`, init)

test.each([
  ['/frontend/auth/v1/token', 'auth POST /auth/v1/token'],
  ['/frontend/rest/v1/jobs', 'frontend POST /frontend/rest/v1/jobs'],
  ['/backend/rest/v1/rpc/x', 'backend POST /backend/rest/v1/rpc/x'],
  ['/bridge/campaigns/7/launch', 'bridge POST /bridge/campaigns/7/launch'],
  ['/bridge', 'bridge POST /bridge'],
])('%s is answered by %s', async (path, answer) => {
  expect(await (await ask(path, { method: 'POST' })).text()).toBe(answer)
})

test.each(['/frontend/storage/v1/object', '/backend/auth/v1/token', '/webhook/session-created'])(
  '%s, which nothing answers, is a problem and not the app’s page',
  async (path) => {
    const answer = await ask(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  },
)

test('every other address is the app’s, with headers that keep it to its own origin', async () => {
  const page = await ask('/campaigns/7')
  expect(await page.text()).toBe('spa GET /campaigns/7')
  const policy = page.headers.get('content-security-policy')
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
})

test('the app is told the origin it was opened at, and no cache keeps that', async () => {
  const answer = await ask('/env.json')
  expect(await answer.json()).toMatchObject({ frontendUrl: 'http://localhost:4400/frontend' })
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('the link in a mail reaches sign-in', async () => {
  expect(await (await ask('/auth/v1/verify?token=x')).text()).toBe('auth GET /auth/v1/verify')
})
