/** Looks through every table of a database for phones that must be in none. */
import type postgres from 'postgres'

/**
 * @param phones E.164; session ids end with the same digits
 * @returns each table that names any of them, with how many
 */
export async function findNamed(
  sql: postgres.Sql,
  side: string,
  phones: readonly string[],
): Promise<string[]> {
  const digits = phones.map((phone) => phone.slice(1))
  // The run's own account of what was really begun is no part of the product.
  const tables = await sql`select c.oid::regclass::text as name from pg_class c
    where c.relkind in ('r', 'm', 'p') and c.relnamespace::regnamespace::text in ('public', 'private', 'rollcall')`
  const places: string[] = []
  for (const { name } of tables) {
    const [row] = await sql.unsafe(
      `select count(*)::int as n from unnest($1::text[]) as digits
       where exists (select from ${String(name)} t where strpos(t::text, digits) > 0)`,
      [digits],
    )
    if (row?.['n'] > 0) places.push(`${side} ${String(name)} (${String(row?.['n'])})`)
  }
  return places
}
