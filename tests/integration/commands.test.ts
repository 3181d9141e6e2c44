/** db:test, db:migrate:mock, sync and admin:create, run as a person runs them. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { createClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROJECT_ROOT } from '../../scripts/stack/project-root.ts'
import {
  type DatabaseApi,
  type FrontendApi,
  startBackendApi,
  startFrontendApi,
} from '../support/database-api.ts'
import { freshBackend, freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'

let frontend: FreshDatabase
let backend: FreshDatabase
let frontendApi: FrontendApi
let backendApi: DatabaseApi

beforeAll(async () => {
  frontend = await freshFrontend()
  backend = await freshBackend()
  frontendApi = await startFrontendApi(frontend)
  backendApi = await startBackendApi(backend)
})
afterAll(async () => {
  await frontendApi.dispose()
  await backendApi.dispose()
  await frontend.dispose()
  await backend.dispose()
})

type Run = { readonly code: number; readonly out: string; readonly err: string }

function run(script: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const given = {
    FRONTEND_URL: frontendApi.url,
    FRONTEND_SERVICE_KEY: frontendApi.serviceKey,
    FRONTEND_DB_URL: frontend.dbUrl,
    BACKEND_URL: backendApi.url,
    BACKEND_SERVICE_KEY: backendApi.serviceKey,
    BACKEND_DB_URL: backend.dbUrl,
  }
  return new Promise<Run>((resolve) => {
    execFile(
      process.execPath,
      [join(PROJECT_ROOT, 'scripts', script), ...args],
      { env: { ...process.env, ...given, ...env } },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

test('db:test on empty databases connects, and fails saying what is missing and what to do', async () => {
  const { code, out, err } = await run('db-test.ts')
  expect(out).toMatch(/Frontend +ok +\d+ ms, PostgreSQL 17/)
  expect(err).toContain('jobs (0 of 2)')
  expect(err).toContain('chat messages (0 of 58)')
  expect(err).toContain('npm run db:migrate:mock')
  expect(code).toBe(1)
})

test('db:migrate:mock loads everything, tells counts and new passwords', async () => {
  const { code, out } = await run('db-migrate-mock.ts')
  expect(out).toMatch(/campaign candidates +60 +60 +0\n/)
  expect(out).toMatch(/in all +129 +129 +0\n/)
  expect(out).toMatch(/chat messages +58 +58 +0\n/)
  expect(out).toContain('187 rows loaded.')
  expect(out).toMatch(/New account viewer@rollcall\.example, password \S+/)
  expect(code).toBe(0)
})

test('db:migrate:mock again loads nothing and makes no account', async () => {
  const { code, out } = await run('db-migrate-mock.ts')
  expect(out).toMatch(/in all +129 +0 +129\n/)
  expect(out).toContain('Everything was there already.')
  expect(out).not.toContain('New account')
  expect(code).toBe(0)
})

test('db:test then counts 129 and 58, and all rows beside them', async () => {
  await backend.sql`insert into chat_history (session_id, message) values ('another', '{}')`
  const { code, out } = await run('db-test.ts')
  expect(out).toMatch(/Demo data\n(.*\n)+? +Frontend in all +129\n/)
  expect(out).toMatch(/ +Backend in all +58\n/)
  expect(out).toMatch(/All rows\n(.*\n)+ +chat messages +59\n/)
  expect(code).toBe(0)
})

test('sync runs a tick on the demo data and prints its report', async () => {
  const { code, out } = await run('sync.ts')
  expect(out).toContain('Synced.')
  expect(out).toMatch(/sessions read +55\n +matched +52\n +unmatched +3\n/)
  expect(out).toMatch(/milliseconds +[\d,]+\n/)
  expect(code).toBe(0)
})

test('sync with a wrong key fails and says which setting to check', async () => {
  const { code, err } = await run('sync.ts', [], { BACKEND_SERVICE_KEY: 'sb_secret_wrong' })
  expect(err).toContain('BACKEND_SERVICE_KEY')
  expect(code).toBe(1)
})

test('sync finds changes in the way that BACKEND_FEED says', async () => {
  await run('sync.ts', [], { BACKEND_FEED: 'sweep' })
  const [row] = await frontend.sql`select public.sync_state() ->> 'feed' as feed`
  expect(row).toEqual({ feed: 'sweep' })
  const { code, err } = await run('sync.ts', [], { BACKEND_FEED: 'sweeping' })
  expect(err).toContain('auto, log, sweep')
  expect(code).toBe(1)
})

test('sync reads nothing of tables that changed, and names what did', async () => {
  await backend.sql`alter table public.call_info rename column analysis to verdict`
  const { code, err } = await run('sync.ts')
  await backend.sql`alter table public.call_info rename column verdict to analysis`
  expect(err).toContain('column call_info.analysis is missing')
  expect(err).toContain('backend_schema_drift')
  expect(code).toBe(1)
})

test('a paused sync has an exit code of its own, and says how to resume', async () => {
  await frontend.sql`update public.sync_cursors set paused_reason = 'maintenance'`
  const { code, out, err } = await run('sync.ts')
  await frontend.sql`update public.sync_cursors set paused_reason = null`
  expect(err).toContain('/bridge/service/sync/resume')
  expect(out).toBe('')
  expect(code).toBe(3)
})

test('a database that does not answer is named, and the other one still tested', async () => {
  const { code, out } = await run('db-test.ts', [], {
    BACKEND_DB_URL: 'postgres://postgres:x@127.0.0.1:1/backend',
  })
  expect(out).toMatch(/Frontend +ok/)
  expect(out).toMatch(/Backend +failed +The database can not be reached/)
  expect(code).toBe(1)
})

test('without stack and variables, commands say how to name a database', async () => {
  const { code, err } = await run('db-test.ts', [], {
    FRONTEND_DB_URL: '',
    ROLLCALL_DATA_DIR: join(PROJECT_ROOT, '.test-data', 'no-stack-here'),
  })
  expect(err).toBe(
    'There is no database to work on.\nStart the local stack with npm start, or set FRONTEND_DB_URL.\n',
  )
  expect(code).toBe(1)
})

test('admin:create makes an account that signs in as an admin of every office', async () => {
  const args = [
    '--email',
    'Boss@agency.example',
    '--name',
    'The Boss',
    '--password',
    'correct horse',
  ]
  const { code, out } = await run('admin-create.ts', args)
  expect(out).toBe('boss@agency.example is an admin of London, Manchester.\n')
  expect(code).toBe(0)
  const client = createClient(frontendApi.url, frontendApi.anonKey, {
    auth: { persistSession: false },
  })
  const signedIn = await client.auth.signInWithPassword({
    email: 'boss@agency.example',
    password: 'correct horse',
  })
  expect(signedIn.error).toBeNull()
  const { data } = await client
    .from('profiles')
    .select('role, full_name')
    .eq('email', 'boss@agency.example')
  expect(data).toEqual([{ role: 'admin', full_name: 'The Boss' }])
})

test('admin:create for an account that is there keeps its password, and shows none', async () => {
  const { out } = await run('admin-create.ts', ['--email', 'viewer@rollcall.example'])
  expect(out).toContain('keeps its password')
  const [row] =
    await frontend.sql`select role from public.profiles where email = 'viewer@rollcall.example'`
  expect(row).toEqual({ role: 'admin' })
})

test('admin:create without a password makes one up and shows it once', async () => {
  const { out } = await run('admin-create.ts', ['--email', 'second@agency.example'])
  expect(out).toMatch(/Password: \S{16}\nIt is shown only now, and changed at the first sign-in\./)
})

test.each([
  [['--email', 'nobody'], '"nobody" is not an e-mail address.'],
  [['--email', 'a@b.example', '--password', 'short'], 'The password is shorter than 8 characters.'],
])('admin:create %j is refused with what to do', async (args, message) => {
  const { code, err } = await run('admin-create.ts', args)
  expect(err.split('\n')[0]).toBe(message)
  expect(code).toBe(1)
})
