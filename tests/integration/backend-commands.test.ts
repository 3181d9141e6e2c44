/** The backend's commands, run as a person runs them. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROJECT_ROOT } from '../../scripts/stack/project-root.ts'
import { type DatabaseApi, startBackendApi } from '../support/database-api.ts'
import { freshBackend, type FreshDatabase } from '../support/fresh-database.ts'

let backend: FreshDatabase
let api: DatabaseApi

beforeAll(async () => {
  backend = await freshBackend()
  api = await startBackendApi(backend)
  const { sql } = backend
  await sql`insert into campaign_info (campaign) values ('plumber-london_x1y2')`
  await sql`insert into session_info (session_id, campaign, objectives) values
    ('plumberlondon_x1y2_447700900123', 'plumber-london_x1y2', '{"interested": {"value": true}}')`
  await sql`insert into numbers values ('somewhere-else', '+447700900123')`
  await sql`insert into chat_history (session_id, message) values
    ('plumberlondon_x1y2_447700900123__Postgres_Chat_Memory',
      '{"type": "human", "content": "Yes, tell me more"}'),
    ('orphan_447700900188', '{"type": "ai", "content": "Are you there?"}')`
  await sql`insert into call_info (call_id, status, called_at, duration, transcript, session_id)
    values ('call-1', 'ended', '2026-09-01 10:00+00', '80 s',
      ${'Agent: Hello, have you a minute?\nUser: I start on Monday.'},
      'plumberlondon_x1y2_447700900123')`
  await sql`insert into session_objective_events (session_id, objective, old_value, new_value, source)
    values ('plumberlondon_x1y2_447700900123', 'interested', null, 'true', 'chat')`
})
afterAll(async () => {
  await api.dispose()
  await backend.dispose()
})

function run(script: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const given = {
    BACKEND_DB_URL: backend.dbUrl,
    BACKEND_URL: api.url,
    BACKEND_SERVICE_KEY: api.serviceKey,
  }
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      [join(PROJECT_ROOT, 'scripts', script), ...args],
      { env: { ...process.env, ...given, ...env } },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

test('backend:test asks every query and counts those that answered', async () => {
  const { code, out } = await run('backend-test.ts')
  expect(out).toMatch(/ok +rows of chat_history +2\n/)
  expect(out).toMatch(/(\d+) of \1 queries answered as they should/)
  expect(out).not.toContain('failed')
  expect(code).toBe(0)
})

test('backend:test without our part asks what the sweep asks', async () => {
  const other = await freshBackend({ installed: false })
  const otherApi = await startBackendApi(other)
  await other.sql`insert into chat_history (session_id, message) values
    ('orphan_447700900188', '{"type": "ai", "content": "Are you there?"}')`
  const env = { BACKEND_URL: otherApi.url, BACKEND_SERVICE_KEY: otherApi.serviceKey }
  const { code, out } = await run('backend-test.ts', [], env)
  await otherApi.dispose()
  await other.dispose()
  expect(out).toMatch(/ok +status of our part +not installed: swept\n/)
  expect(out).toMatch(/ok +feed, from the start +1 sessions/)
  expect(out).not.toContain('failed')
  expect(code).toBe(0)
})

test('backend:test with a wrong key fails and says which setting to check', async () => {
  const { code, out } = await run('backend-test.ts', [], { BACKEND_SERVICE_KEY: 'sb_secret_no' })
  expect(out).toContain('0 of')
  expect(out).toContain('Check BACKEND_SERVICE_KEY')
  expect(code).toBe(1)
})

test('backend:test --phone prints everything the backend holds of a number', async () => {
  const { code, out } = await run('backend-test.ts', ['--phone', '07700 900123'])
  expect(out).toContain('Session plumberlondon_x1y2_447700900123 (also')
  expect(out).toContain('Campaign   plumber-london_x1y2')
  expect(out).toContain('candidate: Yes, tell me more')
  expect(out).toContain('candidate: I start on Monday.')
  expect(out).toContain('interested: null → true (chat)')
  expect(out).toContain('Session somewhere-else')
  expect(code).toBe(0)
})

test('backend:test --phone finds a chat that stands alone', async () => {
  const { out } = await run('backend-test.ts', ['--phone', '+447700900188'])
  expect(out).toContain('Session orphan_447700900188')
  expect(out).toContain('No session_info row names it.')
  expect(out).toContain('agent: Are you there?')
})

test.each([
  ['+447700900177', 'The backend holds nothing of +447700900177.', 0],
  ['nobody', '"nobody" is not a phone number.', 1],
])('backend:test --phone %s answers "%s"', async (phone, answer, exitCode) => {
  const { code, out, err } = await run('backend-test.ts', ['--phone', phone])
  expect(out + err).toContain(answer)
  expect(code).toBe(exitCode)
})

test('db:explore lists tables, columns and counts', async () => {
  const { code, out } = await run('db-explore.ts')
  expect(out).toMatch(
    /chat_history: 2 rows\n {2}id +integer, key\n {2}session_id +character varying/,
  )
  expect(out).toContain('7 tables, 7 rows in all.')
  expect(code).toBe(0)
})

test('db:explore of another database names what is missing', async () => {
  const other = await freshBackend({ installed: false })
  await other.sql`alter table numbers rename to phone_numbers`
  const { code, out } = await run('db-explore.ts', [], { BACKEND_DB_URL: other.dbUrl })
  expect(out).toContain('phone_numbers: 0 rows  (not one Rollcall reads)')
  expect(out).toContain('Missing: numbers.')
  expect(code).toBe(1)
  await other.dispose()
})

test('backend:install and backend:uninstall say what they did', async () => {
  const other = await freshBackend({ installed: false })
  const env = { BACKEND_DB_URL: other.dbUrl }
  expect((await run('backend-install.ts', [], env)).out).toMatch(/is installed \(version \d+\)/)
  expect((await run('backend-install.ts', [], env)).out).toContain('was installed already')
  expect((await run('backend-uninstall.ts', [], env)).out).toContain('as they were')
  await other.sql`drop table numbers cascade`
  const failed = await run('backend-install.ts', [], env)
  expect(failed.err).toContain('table numbers is missing')
  expect(failed.code).toBe(1)
  await other.dispose()
})

test('a database that does not answer is said in two sentences', async () => {
  const { code, err } = await run('db-explore.ts', [], {
    BACKEND_DB_URL: 'postgres://nobody:x@127.0.0.1:9/backend',
  })
  expect(err).toBe(
    'The database can not be reached.\nCheck that it runs and that the address and password are right.\n',
  )
  expect(code).toBe(1)
})
