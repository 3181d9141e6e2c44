/** Every route of the bridge, asked by every kind of asker. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createBridgeWorld,
  problemCode,
  SECRETS,
  type BridgeWorld,
} from '../support/bridge-world.ts'

let world: BridgeWorld

beforeAll(async () => {
  world = await createBridgeWorld()
  await world.frontend.sql`update backend_commands set state = 'done'`
  await world.frontend.sql`update sync_cursors set paused_reason = 'A test looks'`
})
afterAll(() => world.close())

type Route = readonly [method: string, path: string, body?: unknown]

const NO_ID = '00000000-0000-4000-8000-000000000000'

function routes(): {
  changing: readonly Route[]
  reading: readonly Route[]
  admin: readonly Route[]
} {
  const { campaign, recipient } = world.ids
  const at = `/campaigns/${campaign}`
  const email = `${crypto.randomUUID()}@agency.example`
  const account = { email, fullName: 'A', role: 'viewer', officeIds: [] }
  return {
    changing: [
      ['POST', `${at}/launch`, { previewHash: 'hash' }],
      ['POST', `${at}/prompts`],
      ['POST', `${at}/pause`],
      ['POST', `${at}/resume`],
      ['POST', `${at}/stop`],
      ['POST', `${at}/unschedule`],
      ['POST', `${at}/test-send`, { phone: '+447700900198' }],
      ['POST', `${at}/retry`, { scope: 'failed' }],
      ['POST', '/sync/preview'],
      ['POST', `${at}/take-as-sent`],
    ],
    reading: [
      ['POST', `${at}/preview`],
      ['GET', `/recipients/${recipient}/live`],
      ['GET', '/sync'],
      // Changes no row of a person's: it only asks for what the timer would bring anyway.
      ['POST', '/sync', { recipientId: recipient }],
      ['POST', '/sync'],
    ],
    admin: [
      ['POST', '/sync', { force: true }],
      ['POST', '/sync', { full: true }],
      ['POST', '/accounts', account],
      ['POST', `/accounts/${world.users.londonRecruiter}/password`],
      ['GET', '/service'],
      ['POST', '/service/connection-test', { phone: '+447700900199' }],
      ['POST', '/service/sending/pause', { reason: 'A test' }],
      ['POST', '/service/sending/resume'],
      ['POST', '/service/sync/pause', { reason: 'A test' }],
      ['POST', '/service/sync/resume'],
    ],
  }
}

const ofOneOffice = () => {
  const { changing, reading } = routes()
  return [...changing, ...reading].filter(([, path, body]) =>
    `${path}${JSON.stringify(body)}`.match(/[0-9a-f]{8}-/),
  )
}

const ask = ([method, path, body]: Route, token: string | null) =>
  world.request(method, path, body === undefined ? { token } : { token, body })

/** Everything that these routes could change. */
async function everything() {
  const { sql } = world.frontend
  return {
    campaigns: await sql`select id, state, version, updated_at from campaigns`,
    launches: await sql`select * from launches`,
    batches: await sql`select * from launch_batches`,
    recipients: await sql`select * from campaign_candidates`,
    commands: await sql`select * from backend_commands`,
    settings: await sql`select * from settings order by key`,
    audit: await sql`select * from audit_log order by id`,
    cursor: await sql`select * from sync_cursors`,
  }
}

test('without a token, or with one that is none, every route asks to sign in', async () => {
  const { changing, reading, admin } = routes()
  for (const route of [...changing, ...reading, ...admin]) {
    const answers = [await ask(route, null), await ask(route, 'not.a.token')]
    expect(
      answers.map((answer) => answer.status),
      route[1],
    ).toEqual([401, 401])
    expect(answers.map(problemCode)).toEqual(['no_token', 'sign_in_expired'])
  }
})

test('every route that there is, is asked here or open to all', () => {
  const { changing, reading, admin } = routes()
  const asked = [...changing, ...reading, ...admin].map(
    ([method, path]) => `${method} ${path.replace(/[0-9a-f-]{36}/, ':id')}`,
  )
  // Those without a person behind them are asked in bridge-doors.test.ts.
  const others = ['GET /health', 'GET /ready', 'GET /metrics', 'POST /work', 'POST /agent-events']
  expect(new Set(world.routes)).toEqual(new Set([...asked, ...others]))
})

test('the secrets of the worker and of the metrics are no sign-in', async () => {
  for (const token of [SECRETS.worker, SECRETS.metrics]) {
    expect((await ask(['GET', '/sync'], token)).status).toBe(401)
  }
})

test('a viewer is refused by every route that changes something, and nothing changed', async () => {
  const before = await everything()
  for (const route of routes().changing) {
    const answer = await ask(route, world.tokens.manchesterViewer)
    expect(answer.status, route[1]).toBe(403)
    expect(problemCode(answer)).toBe('read_only')
  }
  await world.settle()
  expect(await everything()).toEqual(before)
  expect(world.receiver.requests).toEqual([])
})

test('a viewer may look at all of their office', async () => {
  for (const route of routes().reading) {
    expect((await ask(route, world.tokens.manchesterViewer)).status, route[1]).toBe(200)
  }
})

test('to a recruiter of another office nothing is there, and nothing changed', async () => {
  const before = await everything()
  for (const route of ofOneOffice()) {
    const answer = await ask(route, world.tokens.londonRecruiter)
    expect(answer.status, route[1]).toBe(404)
    expect(problemCode(answer)).toMatch(/^(campaign|recipient)_not_found$/)
  }
  await world.settle()
  expect(await everything()).toEqual(before)
})

test('what another office has and what does not exist answer alike', async () => {
  for (const [method, path, body] of ofOneOffice()) {
    const elsewhere = path.replace(/[0-9a-f-]{36}/, NO_ID)
    if (elsewhere === path) continue
    const token = world.tokens.londonRecruiter
    const other = await ask([method, path, body], token)
    expect((await ask([method, elsewhere, body], token)).body).toEqual(other.body)
    expect((await ask([method, path.replace(/[0-9a-f-]{36}/, "1'--"), body], token)).body).toEqual(
      other.body,
    )
  }
})

test('an account without an active profile gets nowhere', async () => {
  const { changing, reading, admin } = routes()
  for (const token of [world.tokens.nobody, world.tokens.inactive]) {
    for (const route of [...changing, ...reading, ...admin]) {
      const answer = await ask(route, token)
      expect(answer.status, route[1]).toBe(403)
      expect(problemCode(answer)).toBe('no_profile')
    }
  }
})

test('what is for admins is refused to recruiters and viewers', async () => {
  const before = await everything()
  for (const token of [world.tokens.manchesterRecruiter, world.tokens.manchesterViewer]) {
    for (const route of routes().admin) {
      const answer = await ask(route, token)
      expect(answer.status, route[1]).toBe(403)
      expect(problemCode(answer)).toBe('admin_only')
    }
  }
  expect(await everything()).toEqual(before)
})

test('an admin’s switches hold everything, under the admin’s name', async () => {
  const { sql } = world.frontend
  for (const route of routes().admin) {
    const { status } = await ask(route, world.tokens.admin)
    expect(status, route[1]).toBe(route[1] === '/accounts' ? 201 : 200)
  }
  const audit = await sql`select action, actor_id from audit_log
    where actor_id = ${world.users.admin} and entity_type = 'service' order by id`
  expect(audit.map((row) => String(row['action']))).toEqual(
    expect.arrayContaining(['pause-sending', 'resume-sending']),
  )
  const service = await ask(['GET', '/service'], world.tokens.admin)
  expect(service.body?.['backend']).toMatchObject({ reachable: true })
  expect(service.body?.['webhook']).toMatchObject({
    secretEndsIn: SECRETS.webhook.slice(-4),
    lastAnswer: null,
  })
  await sql`update launch_batches set answer_code = 'connection_refused', answered_at = '2026-09-01T10:00Z'
    where id = (select id from launch_batches limit 1)`
  const later = await ask(['GET', '/service'], world.tokens.admin)
  expect(later.body?.['webhook']).toMatchObject({
    lastAnswer: { code: 'connection_refused', status: null, at: '2026-09-01T10:00:00+00:00' },
  })
  for (const secret of Object.values(SECRETS)) expect(service.text).not.toContain(secret)
})

test('a recruiter of the office pauses and resumes, and both are in the audit log', async () => {
  const at = `/campaigns/${world.ids.campaign}`
  for (const action of ['pause', 'resume']) {
    const answer = await ask(['POST', `${at}/${action}`], world.tokens.manchesterRecruiter)
    expect(answer.status, answer.text).toBe(200)
  }
  await world.settle()
  const audit = await world.frontend
    .sql`select actor_id from audit_log where entity_id = ${world.ids.campaign}`
  expect(audit.map((row) => String(row['actor_id']))).toEqual([
    world.users.manchesterRecruiter,
    world.users.manchesterRecruiter,
  ])
})
