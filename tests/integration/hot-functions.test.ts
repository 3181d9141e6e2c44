/** What the benchmark explains at a million rows is there and runs: its list must not fall behind. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOT, type Stage } from '../bench/hot-functions.ts'
import { seedPair } from '../bench/seed-scale.ts'
import { seedSurroundings } from '../bench/seed-surroundings.ts'

const SESSIONS = 1_000

let stage: Stage

beforeAll(async () => {
  const pair = await seedPair(SESSIONS)
  stage = { ...pair, ...(await seedSurroundings(pair)) }
})

afterAll(async () => {
  await stage.dispose()
})

test.each(HOT.map((hot) => [hot.name, hot] as const))('%s answers', async (_name, hot) => {
  const ask = await hot.run(stage)
  await expect(ask(hot.on(stage).sql)).resolves.not.toThrow()
})
