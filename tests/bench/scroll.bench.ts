/** Long boards and pools in a browser: no task of the page should take longer than 50 ms. */
import { chromium, type Browser } from 'playwright-core'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MOUNTS, SEEDS } from '../../scripts/stack/mounted-parts.ts'
import type { RunningStack } from '../../scripts/stack/start-stack.ts'
import { openSignedIn } from '../support/browser.ts'
import { findChromium } from '../support/find-chromium.ts'
import { makeTemporaryFolder, startTemporaryStack } from '../support/temporary-stack.ts'
import { measureBoardScroll, seedBoard } from './board-scroll.ts'
import { measurePoolScroll, seedPool } from './pool-scroll.ts'
import { count, publish } from './results.ts'

const CARDS = 10_000
const PEOPLE = 100_000

const folder = makeTemporaryFolder()
let stack: RunningStack
let browser: Browser

beforeAll(async () => {
  stack = await startTemporaryStack(folder, { spa: 'built', mounts: MOUNTS, seeds: SEEDS })
  const executablePath = findChromium(process.env)
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
})
afterAll(async () => {
  await browser.close()
  await stack.stop()
  folder.remove()
})

test('scrolling', async () => {
  const sql = postgres(stack.frontend.dbUrl, { max: 1 })
  const [office] = await sql`select id from public.offices order by created_at limit 1`
  const officeId = String(office?.['id'])
  const job = await seedBoard(sql, officeId, CARDS)
  const pool = await seedPool(sql, officeId, PEOPLE)
  await sql.end()
  const { page } = await openSignedIn(browser, `/jobs/${job}`, {
    signIn: stack.demo,
    app: stack.app,
  })
  const onBoard = await measureBoardScroll(page)
  await page.goto(`${stack.app}/datasets/${pool}`)
  const inPool = await measurePoolScroll(page)
  publish({
    title: 'Scrolling in Chromium',
    note: `A board of ${count(CARDS)} cards and a pool of ${count(PEOPLE)} people; the longest tasks of the main thread by the browser's own trace, and the processor's time in them. The limit is 50 ms.`,
    columns: ['way', 'longest task', 'processor’s time', 'tasks over 50 ms'],
    rows: [...onBoard, ...inPool].map(({ way, longestMs, longestCpuMs, over50 }) => [
      way,
      `${longestMs[0] ?? 0} ms`,
      `${longestCpuMs[0] ?? 0} ms`,
      count(over50),
    ]),
  })
  expect(onBoard.length + inPool.length).toBe(5)
})
