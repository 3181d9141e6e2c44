/**
 * A client whose database is killed under it. The driver's transactions may wait for ever then, so
 * a piece of work has a time, and after any failure the next one has a new connection.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type postgres from 'postgres'

export type SturdyClient = {
  /** Null: it failed, or took too long; it may have been done or not. */
  attempt<Result>(work: (sql: postgres.Sql) => Promise<Result>): Promise<Result | null>
  end(): Promise<void>
}

export function sturdyClient(connect: () => postgres.Sql, patienceMs = 8_000): SturdyClient {
  let sql: postgres.Sql | null = null
  const drop = async () => {
    const dropped = sql
    sql = null
    await dropped?.end({ timeout: 0 }).catch(() => null)
  }
  return {
    async attempt(work) {
      sql ??= connect()
      const late = new AbortController()
      const result = await Promise.race([
        work(sql).then(
          (value) => ({ value }),
          () => null,
        ),
        delay(patienceMs, null, { signal: late.signal }).catch(() => null),
      ])
      late.abort()
      if (result === null) await drop()
      return result === null ? null : result.value
    },
    end: drop,
  }
}
