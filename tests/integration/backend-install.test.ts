/** backend:install and backend:uninstall leave the agents' tables as they are. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installBackend } from '../../scripts/backend-install.ts'
import { uninstallBackend } from '../../scripts/backend-uninstall.ts'
import { AppError } from '../../src/lib/app-error.ts'
import { freshBackend, type FreshDatabase } from '../support/fresh-database.ts'
import { readFeedBySql } from '../support/read-feed.ts'

let backend: FreshDatabase

beforeEach(async () => {
  backend = await freshBackend({ installed: false })
  await backend.sql`insert into chat_history (session_id, message) values ('s1', '{"a": 1}')`
})
afterEach(() => backend.dispose())

/** Everything in schema public that is not ours, and every schema, as the catalogue has it. */
async function describeAgentsSide(): Promise<unknown> {
  const { sql } = backend
  return {
    schemas: await sql`select nspname from pg_namespace where nspname !~ '^pg_' order by 1`,
    columns: await sql`select table_name, column_name, data_type, is_nullable, column_default
      from information_schema.columns where table_schema = 'public' order by 1, ordinal_position`,
    indexes: await sql`select indexdef from pg_indexes where schemaname = 'public' order by 1`,
    constraints: await sql`select conrelid::regclass::text, pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`,
    triggers: await sql`select tgrelid::regclass::text, tgname from pg_trigger
      where not tgisinternal order by 1, 2`,
    functions: await sql`select oid::regprocedure::text from pg_proc
      where pronamespace = 'public'::regnamespace order by 1`,
    grants: await sql`select relname, relacl::text from pg_class
      where relnamespace = 'public'::regnamespace order by 1`,
    rows: await sql`select * from chat_history`,
  }
}

test('uninstalling leaves the database as it was before', async () => {
  const before = await describeAgentsSide()
  await installBackend(backend.sql)
  expect(await describeAgentsSide()).not.toEqual(before)
  await uninstallBackend(backend.sql)
  expect(await describeAgentsSide()).toEqual(before)
})

test('uninstalling where nothing is installed changes nothing', async () => {
  const before = await describeAgentsSide()
  await uninstallBackend(backend.sql)
  expect(await describeAgentsSide()).toEqual(before)
})

test('installing adds no column and changes none', async () => {
  const columns = () => backend.sql`select * from information_schema.columns
    where table_schema = 'public' order by table_name, ordinal_position`
  const before = await columns()
  await installBackend(backend.sql)
  expect(await columns()).toEqual(before)
})

test('installing a second time finds everything in place', async () => {
  expect(await installBackend(backend.sql)).toMatchObject({ changed: true })
  const cursor = (await readFeedBySql(backend.sql, null)).cursor
  const installed = await describeAgentsSide()
  expect(await installBackend(backend.sql)).toMatchObject({ changed: false })
  expect(await describeAgentsSide()).toEqual(installed)
  expect((await readFeedBySql(backend.sql, cursor)).mode).toBe('idle')
})

test.each([
  ['drop trigger rollcall_insert on numbers'],
  ['alter table numbers disable trigger rollcall_insert'],
  ['alter table numbers enable trigger rollcall_insert'],
])('installing again repairs "%s", and the feed reads everything anew', async (damage) => {
  await installBackend(backend.sql)
  const cursor = (await readFeedBySql(backend.sql, null)).cursor
  await backend.sql.unsafe(damage)
  await backend.sql`insert into numbers values ('unlogged', '+447700900001')`
  expect(await installBackend(backend.sql)).toMatchObject({ changed: true })
  const page = await readFeedBySql(backend.sql, cursor)
  expect(page).toMatchObject({ mode: 'full', triggersOk: true })
  expect(page.items.map((item) => item.session)).toContain('unlogged')
})

test('an index that was lost is built again', async () => {
  await installBackend(backend.sql)
  await backend.sql`drop index rollcall_chat_history_session`
  expect(await installBackend(backend.sql)).toMatchObject({ changed: true })
  const [status] = await backend.sql`select public.rollcall_status() as answer`
  expect(status?.['answer']).toMatchObject({ ok: true, indexes_missing: 0 })
})

test.each([
  ['drop table chat_history', 'table chat_history is missing'],
  ['alter table session_info drop column tz', 'column session_info.tz is missing'],
  [
    'alter table chat_history alter message type text',
    'column chat_history.message is text, not jsonb',
  ],
])('after "%s" nothing is installed and the message says "%s"', async (drift, fault) => {
  await backend.sql.unsafe(drift)
  const before = await describeAgentsSide().catch(() => null)
  const error = await installBackend(backend.sql).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(AppError)
  expect(error).toMatchObject({ kind: 'contract', code: 'backend_contract' })
  expect(String(error)).toContain(fault)
  expect(await describeAgentsSide().catch(() => null)).toEqual(before)
})

test('a part of a newer Rollcall is not replaced', async () => {
  await installBackend(backend.sql)
  await backend.sql`insert into rollcall.versions (number, name, checksum) values (9999, 'x', 'y')`
  await expect(installBackend(backend.sql)).rejects.toMatchObject({ code: 'backend_newer' })
})

test('a cursor of an earlier installation reads everything anew', async () => {
  await installBackend(backend.sql)
  const cursor = (await readFeedBySql(backend.sql, null)).cursor
  await uninstallBackend(backend.sql)
  await installBackend(backend.sql)
  expect((await readFeedBySql(backend.sql, cursor)).mode).toBe('full')
})

const PERMISSIVE = ['tables', 'sequences', 'functions'].map(
  (kind) => `alter default privileges grant all on ${kind} to anon, authenticated, service_role`,
)

test.each([
  ['no default privileges', []],
  ['permissive default privileges', PERMISSIVE],
])('with %s only the service role may call, and nobody may read the log', async (_, defaults) => {
  const { sql } = backend
  for (const statement of defaults) await sql.unsafe(statement)
  await installBackend(sql)
  const rights = await sql`
    select r.rolname as role,
      count(*) filter (where has_function_privilege(r.rolname, p.oid, 'execute'))::int as functions,
      count(*)::int as of
    from pg_roles r, pg_proc p
    where r.rolname in ('anon', 'authenticated', 'service_role')
      and p.pronamespace = 'public'::regnamespace and p.proname like 'rollcall\\_%'
    group by 1 order by 1`
  expect(rights).toEqual([
    { role: 'anon', functions: 0, of: 7 },
    { role: 'authenticated', functions: 0, of: 7 },
    { role: 'service_role', functions: 7, of: 7 },
  ])
  const inner = await sql`
    select r.rolname from pg_roles r
    where r.rolname in ('anon', 'authenticated', 'service_role') and (
      has_schema_privilege(r.rolname, 'rollcall', 'usage')
      or exists (select from pg_class c where c.relnamespace = 'rollcall'::regnamespace
        and c.relkind in ('r', 'v') and has_table_privilege(r.rolname, c.oid, 'select'))
      or exists (select from pg_proc p where p.pronamespace = 'rollcall'::regnamespace
        and has_function_privilege(r.rolname, p.oid, 'execute')))`
  expect(inner).toEqual([])
})

test('a role that may only write the agents’ tables still writes them', async () => {
  await installBackend(backend.sql)
  await backend.sql.begin(async (tx) => {
    await tx`set local role service_role`
    await tx`insert into chat_history (session_id, message) values ('s2', '{}')`
    await tx`update session_info set tz = 'Europe/Paris'`
    await tx`delete from chat_history where session_id = 's1'`
  })
  const page = await readFeedBySql(backend.sql, null)
  expect(page.items.map((item) => item.session)).toEqual(['s2'])
})

test('every function of ours pins its search path', async () => {
  await installBackend(backend.sql)
  const open = await backend.sql`
    select p.oid::regprocedure::text as name from pg_proc p
    where (p.pronamespace = 'rollcall'::regnamespace or p.proname like 'rollcall\\_%')
      and not coalesce('search_path=""' = any (p.proconfig), false) order by 1`
  // Inlined into the callers' queries and into the index, which a setting would prevent.
  expect(open).toEqual([{ name: 'rollcall.session_key(text)' }])
})
