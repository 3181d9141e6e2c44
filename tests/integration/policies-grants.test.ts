/** Who may do what to which table and function, read from the catalogue so that a new one is asked too. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { listFunctions, listRelations, listWritableColumns } from '../support/browser-privileges.ts'

/** Columns that only functions write, since they say who may do what and what happened. */
const GUARDED =
  /\.(status|status_set_by|state|role|active|office_id|proposed_status|decided_against|version|person_id|author_id|actor_id|created_by|session_id|phone_e164|campaign_key|uid|slug|rules_version|delivery_state)$/

/** A job's state is a plain field; whose office a new row is for, its policy checks. */
const PLAIN = new Set([
  'jobs.state insert',
  'jobs.state update',
  'jobs.office_id insert',
  'datasets.office_id insert',
])

describe.each(['none', 'permissive'] as const)(
  'with default privileges: %s',
  (defaultPrivileges) => {
    let database: FreshDatabase
    beforeAll(async () => {
      database = await freshFrontend({ defaultPrivileges })
    })
    afterAll(() => database.dispose())

    test('every table has row-level security, and every view asks with the reader’s rights', async () => {
      const open = await database.sql`select relname from pg_class
      where relnamespace = 'public'::regnamespace and (
        relkind in ('r', 'p') and not relrowsecurity
        or relkind = 'v' and not coalesce(reloptions @> array['security_invoker=true'], false)
        or relkind in ('m', 'f'))`
      expect(open).toEqual([])
      expect((await listRelations(database.sql)).length).toBeGreaterThan(40)
    })

    test('anon has no table, no column, no sequence and no function', async () => {
      const held = await database.sql`
      select c.relname as name from pg_class c
      where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and (
        c.relkind = 'S' and has_sequence_privilege('anon', c.oid, 'USAGE, SELECT, UPDATE')
        or c.relkind in ('r', 'p', 'v', 'm') and (
          has_table_privilege('anon', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
          or has_any_column_privilege('anon', c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')))
      union all
      select proname from pg_proc
      where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
        and has_function_privilege('anon', oid, 'EXECUTE')`
      expect(held).toEqual([])
    })

    test('nothing is granted to everybody', async () => {
      const held = await database.sql`
      select p.proname as name from pg_proc p
      cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and a.grantee = 0
      union all
      select c.relname from pg_class c
      cross join aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
      where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and a.grantee = 0`
      expect(held).toEqual([])
    })

    test('browsers may truncate nothing, use no sequence and touch no table of schema private', async () => {
      const held = await database.sql`
      select c.relname as name from pg_class c
      where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and (
        c.relkind = 'S' and has_sequence_privilege('authenticated', c.oid, 'USAGE, SELECT, UPDATE')
        or c.relkind in ('r', 'p', 'v', 'm') and (
          has_table_privilege('authenticated', c.oid, 'TRUNCATE, REFERENCES, TRIGGER')
          or c.relnamespace = 'private'::regnamespace
             and has_any_column_privilege('authenticated', c.oid, 'SELECT, INSERT, UPDATE')))`
      expect(held).toEqual([])
    })

    test('browsers write no column that says who may do what or what happened', async () => {
      const columns = await listWritableColumns(database.sql, 'authenticated')
      expect(columns).toContain('candidates.tags update')
      const forgeable = columns.filter(
        (column) => GUARDED.test(column.split(' ')[0] ?? '') && !PLAIN.has(column),
      )
      expect(forgeable).toEqual([])
    })

    test('functions with their owner’s rights pin their search path', async () => {
      const loose = await database.sql`select oid::regprocedure::text as name from pg_proc
      where pronamespace in ('public'::regnamespace, 'private'::regnamespace) and prosecdef
        and not exists (select from unnest(proconfig) c where c in ('search_path=', 'search_path=""'))`
      expect(loose).toEqual([])
    })

    test('what acts in another person’s name is not for browsers', async () => {
      const acting = await database.sql`select proname from pg_proc
      where pronamespace = 'public'::regnamespace and 'p_actor' = any (proargnames)
        and has_function_privilege('authenticated', oid, 'EXECUTE')`
      expect(acting).toEqual([])
    })
  },
)

test('older permissive default privileges change no grant at all', async () => {
  const [none, permissive] = await Promise.all([
    freshFrontend(),
    freshFrontend({ defaultPrivileges: 'permissive' }),
  ])
  try {
    const grantsOf = async ({ sql }: FreshDatabase) => {
      const tables =
        await sql`select table_schema || '.' || table_name || ' ' || grantee || ' ' || privilege_type as grant
        from information_schema.table_privileges where table_schema in ('public', 'private')
          and grantee in ('PUBLIC', 'anon', 'authenticated', 'service_role') order by 1`
      const sequences =
        await sql`select c.relname || ' ' || coalesce(a.grantee::regrole::text, '') || ' ' || a.privilege_type as grant
        from pg_class c cross join aclexplode(c.relacl) a
        where c.relkind = 'S' and c.relnamespace = 'public'::regnamespace
          and a.grantee::regrole::text <> 'postgres' order by 1`
      const roles = ['anon', 'authenticated', 'service_role']
      const rest = await Promise.all(
        roles.map(async (role) => [
          await listWritableColumns(sql, role),
          (await listFunctions(sql, role)).map((found) => found.name),
        ]),
      )
      return { tables: [...tables], sequences: [...sequences], rest }
    }
    expect(await grantsOf(permissive)).toEqual(await grantsOf(none))
  } finally {
    await Promise.all([none.dispose(), permissive.dispose()])
  }
})
