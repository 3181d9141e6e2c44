import type postgres from 'postgres'

/**
 * Moments before the database's present one, by its own clock: the demo's rows are always as
 * fresh as they were meant to be.
 */
export async function readMinutesAgo(
  tx: postgres.TransactionSql,
): Promise<(minutes: number) => string> {
  const [row] = await tx<{ now_ms: number }[]>`
    select (extract(epoch from now()) * 1000)::float8 as now_ms`
  const nowMs = row?.now_ms ?? 0
  return (minutes) => new Date(nowMs - minutes * 60_000).toISOString()
}
