/** A board of 10,000 cards in a browser: no task of the page may take longer than 50 ms. */
import { chromium, type Browser } from 'playwright-core'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MOUNTS, SEEDS } from '../../scripts/stack/mounted-parts.ts'
import type { RunningStack } from '../../scripts/stack/start-stack.ts'
import { openSignedIn } from '../support/browser.ts'
import { findChromium } from '../support/find-chromium.ts'
import { makeTemporaryFolder, startTemporaryStack } from '../support/temporary-stack.ts'
import { measureBoardScroll, seedBoard } from './board-scroll.ts'
import { count, publish } from './results.ts'

const CARDS = 10_000

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

test('scrolling a board', async () => {
  const sql = postgres(stack.frontend.dbUrl, { max: 1 })
  const [office] = await sql`select id from public.offices order by created_at limit 1`
  const job = await seedBoard(sql, String(office?.['id']), CARDS)
  await sql.end()
  const { page } = await openSignedIn(browser, `/jobs/${job}`, stack.demo, stack.app)
  const figures = await measureBoardScroll(page)
  publish({
    title: 'Scrolling a board in Chromium',
    note: `${count(CARDS)} cards; the longest tasks of the main thread by the browser's own trace, and the processor's time in them. The limit is 50 ms.`,
    columns: ['way', 'longest task', 'processor’s time', 'tasks over 50 ms'],
    rows: figures.map(({ way, longestMs, longestCpuMs, over50 }) => [
      way,
      `${longestMs[0] ?? 0} ms`,
      `${longestCpuMs[0] ?? 0} ms`,
      count(over50),
    ]),
  })
  expect(figures).toHaveLength(3)
})
