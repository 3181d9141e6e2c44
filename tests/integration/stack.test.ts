/** The local stack as people start it: its parts together, and what it does when one dies. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@supabase/supabase-js'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { RunningStack } from '../../scripts/stack/start-stack.ts'
import { makeTemporaryFolder, startTemporaryStack } from '../support/temporary-stack.ts'

const folder = makeTemporaryFolder()
const said: string[] = []
let stack: RunningStack

beforeAll(async () => {
  stack = await startTemporaryStack(folder, { report: (line) => said.push(line) })
})
afterAll(async () => {
  await stack.stop()
  folder.remove()
})

const client = (key = stack.frontend.anonKey) =>
  createClient(stack.frontend.url, key, { auth: { persistSession: false } })

async function withOwner<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(stack.frontend.dbUrl, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

test('the demo sign-in works through the gateway, and the database knows who asks', async () => {
  const person = client()
  const signedIn = await person.auth.signInWithPassword(stack.demo)
  expect(signedIn.error).toBeNull()
  expect(signedIn.data.user?.email).toBe(stack.demo.email)
  expect((await person.auth.refreshSession()).error).toBeNull()
  // Without a profile there are no rows, but the request itself is allowed.
  expect(await person.from('jobs').select('id')).toMatchObject({ error: null, data: [] })
  expect((await person.auth.signOut()).error).toBeNull()
})

test('a wrong password is refused, and nobody makes an account for themselves', async () => {
  const { auth } = client()
  const wrong = await auth.signInWithPassword({ ...stack.demo, password: 'something else' })
  expect(wrong.error?.code).toBe('invalid_credentials')
  const made = await auth.signUp({ email: 'new@rollcall.example', password: 'long enough' })
  expect(made.error?.code).toBe('signup_disabled')
  const mailed = await auth.signInWithOtp({ email: 'new@rollcall.example' })
  expect(mailed.error?.code).toBe('signup_disabled')
  const accounts = await withOwner((sql) => sql`select email from auth.users`)
  expect(accounts).toEqual([{ email: stack.demo.email }])
})

test('who is not signed in gets 42501 from a table that is not granted', async () => {
  const answer = await client().from('jobs').select('id')
  expect(answer.status).toBe(401)
  expect(answer.error?.code).toBe('42501')
})

test('a key of one database opens nothing of the other', async () => {
  const backend = `${stack.backend.url}/rest/v1/session_info`
  const ask = (apikey: string) => fetch(backend, { headers: { apikey } })
  expect((await ask(stack.backend.serviceKey)).status).toBe(200)
  expect((await ask(stack.frontend.serviceKey)).status).toBe(401)
  expect((await ask(stack.frontend.anonKey)).status).toBe(401)
})

test('the auth service’s role owns schema auth and holds nothing in public', async () => {
  const rows = await withOwner(
    (sql) => sql`
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p')
        and has_table_privilege('auth_admin', c.oid, 'select, insert, update, delete, truncate')`,
  )
  expect(rows).toEqual([])
  const [rights] = await withOwner(
    (sql) => sql`
      select has_schema_privilege('auth_admin', 'public', 'create') as in_public,
        has_database_privilege('auth_admin', current_database(), 'create') as in_database,
        (select array_agg(distinct nspname) from pg_class c join pg_namespace n on n.oid = relnamespace
         where pg_get_userbyid(relowner) = 'auth_admin' and nspname not like 'pg_toast%') as owns`,
  )
  expect(rights).toEqual({ in_public: false, in_database: false, owns: ['auth'] })
})

test('migrations run as an owner who is not a superuser, under the limits of hosted Supabase', async () => {
  const rows = await withOwner(
    (sql) => sql<{ rolsuper: boolean; rolconfig: string[] }[]>`
      select rolname, rolsuper, rolconfig from pg_roles
      where rolname in ('postgres', 'anon', 'authenticated', 'authenticator') order by 1`,
  )
  expect(rows.filter((row) => row.rolsuper)).toEqual([])
  const timeouts = rows.map((row) => String(row.rolconfig).match(/statement_timeout=\w+/)?.[0])
  expect(timeouts).toEqual([
    'statement_timeout=3s',
    'statement_timeout=8s',
    'statement_timeout=8s',
    undefined,
  ])
})

test('PostgreSQL killed in mid-work comes back with everything that was committed', async () => {
  const service = client(stack.frontend.serviceKey)
  await service
    .from('settings')
    .upsert({ key: 'kept', value: { a: 1 } })
    .throwOnError()
  stack.killPostgres()
  await vi.waitFor(
    async () => {
      const answer = await service.from('settings').select('value').eq('key', 'kept')
      expect(answer.data).toEqual([{ value: { a: 1 } }])
      expect(said).toContain('PostgreSQL is back.')
    },
    { timeout: 50_000, interval: 50 },
  )
  expect(said.join('\n')).toContain('PostgreSQL stopped by itself')
})

test('an API killed in mid-work is started again', async () => {
  stack.killPostgrest('backend')
  await vi.waitFor(
    async () => {
      const headers = { apikey: stack.backend.serviceKey }
      const answer = await fetch(`${stack.backend.url}/rest/v1/numbers`, { headers })
      expect(answer.status).toBe(200)
      expect(said).toContain("The backend's API is back.")
    },
    { timeout: 50_000, interval: 50 },
  )
})

test('a second start on the same folder, or on the same port, says what to do', async () => {
  await expect(startTemporaryStack(folder)).rejects.toThrow(
    `Rollcall is already running on this data folder (process ${process.pid}).`,
  )
  const other = makeTemporaryFolder()
  const port = Number(new URL(stack.app).port)
  const attempt = startTemporaryStack(other, { port })
  await expect(attempt).rejects.toThrow(`Port ${port} is in use by another Rollcall`)
  await expect(attempt).rejects.toHaveProperty('todo', expect.stringMatching(/PORT=\d+ npm start/))
  other.remove()
})

test('stack.json tells other processes where everything is, and only their owner', () => {
  const file = join(folder.path, 'stack.json')
  const { app, frontend, backend, bridge, webhook, demo } = stack
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    app,
    frontend,
    backend,
    bridge,
    webhook,
    demo,
  })
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('addresses that nothing answers are problems, not pages', async () => {
  const answer = await fetch(`${stack.app}/bridge/health`)
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({ code: 'not_found', status: 404 })
})

test('stopped and started again, the same data and keys are there', async () => {
  const before = { anonKey: stack.frontend.anonKey, password: stack.demo.password }
  await stack.stop()
  expect(existsSync(join(folder.path, 'stack.json'))).toBe(false)
  expect(existsSync(join(folder.path, 'stack.lock'))).toBe(false)
  stack = await startTemporaryStack(folder, { report: (line) => said.push(line) })
  expect({ anonKey: stack.frontend.anonKey, password: stack.demo.password }).toEqual(before)
  expect((await client().auth.signInWithPassword(stack.demo)).error).toBeNull()
})
