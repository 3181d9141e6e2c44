import type postgres from 'postgres'
import { insist } from './insist.ts'
import { sturdyClient } from './sturdy-client.ts'

/** Asks a database that may be killed any time, until it answers. The work may be done twice. */
export async function askUntilDone<Result>(
  side: { readonly connect: () => postgres.Sql },
  work: (sql: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  const client = sturdyClient(() => side.connect())
  try {
    return await insist(async () => {
      const done = await client.attempt(async (sql) => ({ result: await work(sql) }))
      if (done === null) throw new Error('It failed, or took too long.')
      return done.result
    })
  } finally {
    await client.end()
  }
}
