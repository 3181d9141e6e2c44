/** What the catalogue says about `public`: relations, functions, and what roles may do with them. */
import type postgres from 'postgres'

type Relation = { readonly name: string; readonly kind: 'table' | 'view' }

/** Every table and view of `public`, whoever may see it. */
export async function listRelations(sql: postgres.Sql): Promise<Relation[]> {
  return sql<
    Relation[]
  >`select relname as name, case when relkind in ('r', 'p') then 'table' else 'view' end as kind
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by 1`
}

type ColumnGrant = { readonly grant: string }

/** `table.column verb` for each column a role may write. */
export async function listWritableColumns(sql: postgres.Sql, role: string): Promise<string[]> {
  const rows = await sql<ColumnGrant[]>`
    select c.relname || '.' || a.attname || ' ' || lower(v.verb) as grant
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    cross join (values ('INSERT'), ('UPDATE')) as v(verb)
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and has_column_privilege(${role}, c.oid, a.attnum, v.verb) order by 1`
  return rows.map((row) => row.grant)
}

type GrantedFunction = {
  readonly name: string
  readonly argument_types: readonly string[]
  readonly is_read_only: boolean
}

/** The functions of `public` that a role may execute. */
export async function listFunctions(sql: postgres.Sql, role: string): Promise<GrantedFunction[]> {
  return sql<GrantedFunction[]>`
    select p.proname as name, p.provolatile <> 'v' as is_read_only,
      array(select t::regtype::text from unnest(p.proargtypes) with ordinality as u(t, n) order by n) as argument_types
    from pg_proc p where p.pronamespace = 'public'::regnamespace
      and has_function_privilege(${role}, p.oid, 'EXECUTE') order by 1`
}

/** How many rows of a relation a transaction's role sees; null where it may not look at all. */
export async function countVisible(
  tx: postgres.TransactionSql,
  relation: string,
): Promise<number | null> {
  const [row] =
    await tx`select has_any_column_privilege(${`public.${relation}`}::regclass, 'SELECT') as may`
  if (row?.['may'] !== true) return null
  const [count] = await tx`select count(*)::integer as n from public.${tx(relation)}`
  return Number(count?.['n'])
}
