import type postgres from 'postgres'

/** A row by column name. */
export type Row = { readonly [column: string]: unknown }

/**
 * Inserts rows that aren't there yet; what is there stays as it is. All rows have the same
 * columns; columns they don't name get the table's defaults.
 *
 * @returns how many were inserted
 */
export async function insertMissing(
  tx: postgres.TransactionSql,
  table: string,
  rows: readonly Row[],
): Promise<number> {
  const [first] = rows
  if (first === undefined) return 0
  const columns = tx(Object.keys(first))
  const inserted = await tx`
    insert into ${tx('public.' + table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${tx('public.' + table)}, ${tx.json(rows as never)})
    on conflict do nothing returning 1 as one`
  return inserted.length
}
