import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FrontendApi, startBackendApi, startFrontendApi } from '../support/database-api.ts'
import { type FreshDatabase, freshBackend, freshFrontend } from '../support/fresh-database.ts'

let frontend: FreshDatabase
let api: FrontendApi

beforeAll(async () => {
  frontend = await freshFrontend()
  api = await startFrontendApi(frontend)
})
afterAll(async () => {
  await api.dispose()
  await frontend.dispose()
})

test('a fresh frontend has every migration and no rows', async () => {
  const [counts] = await frontend.sql`
    select (select count(*)::int from supabase_migrations.schema_migrations) > 5 as migrated,
      (select count(*)::int from public.jobs) as jobs`
  expect(counts).toEqual({ migrated: true, jobs: 0 })
})

test('its API knows the service, a person, and nobody', async () => {
  expect((await api.service.from('jobs').select('id')).error).toBeNull()
  expect((await api.anon.from('jobs').select('id')).error?.code).toBe('42501')
  const userId = crypto.randomUUID()
  expect(await api.as(userId).from('jobs').select('id')).toMatchObject({ data: [], error: null })
  const expired = { authorization: `Bearer ${api.tokenOf(userId, { expiresInS: -60 })}` }
  const headers = { apikey: api.anonKey, ...expired }
  expect((await fetch(`${api.url}/rest/v1/jobs`, { headers })).status).toBe(401)
})

test('the token of an account that signed in is good for sign-in’s own endpoints', async () => {
  const account = await api.addAccount('c@d.example')
  const { data, error } = await api.service.auth.getUser(account.token)
  expect(error).toBeNull()
  expect(data.user).toMatchObject({ id: account.userId, email: 'c@d.example' })
  expect((await account.client.from('jobs').select('id')).error).toBeNull()
})

test('two files never see each other’s rows', async () => {
  const other = await freshFrontend()
  await other.sql`insert into public.settings (key, value) values ('only-here', '1')`
  expect(await frontend.sql`select * from public.settings where key = 'only-here'`).toEqual([])
  await other.dispose()
})

test('with Supabase’s older default privileges anon is granted nothing either', async () => {
  const permissive = await freshFrontend({ defaultPrivileges: 'permissive' })
  const granted = await permissive.sql`
    select table_name from information_schema.role_table_grants
    where table_schema = 'public' and grantee in ('anon', 'PUBLIC')`
  expect(granted).toEqual([])
  await permissive.dispose()
})

test('a fresh backend has the agents’ tables, and our part unless left out', async () => {
  const [installed, bare] = await Promise.all([freshBackend(), freshBackend({ installed: false })])
  const feed = async (backend: FreshDatabase) =>
    (await backend.sql`select from pg_namespace where nspname = 'rollcall'`).length
  expect([await feed(installed), await feed(bare)]).toEqual([1, 0])
  const backendApi = await startBackendApi(installed)
  const headers = { apikey: backendApi.serviceKey }
  const answer = await fetch(`${backendApi.url}/rest/v1/session_info`, { headers })
  expect(await answer.json()).toEqual([])
  await backendApi.dispose()
  await Promise.all([installed.dispose(), bare.dispose()])
})
