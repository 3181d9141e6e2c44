/**
 * Scrolls a pool of 100,000 people in a stack that runs, and counts what kept the page from
 * answering: tasks of its main thread over 50 ms, out of a Chromium trace.
 *
 *     node tests/bench/pool-scroll.ts [stack.json] [chromium]
 *
 * The pool is made for this and deleted afterwards.
 */
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import postgres from 'postgres'

const PEOPLE = 100_000
const SCROLLS = 120
const LONG_TASK_MICROSECONDS = 50_000

type Stack = {
  readonly app: string
  readonly frontend: { readonly dbUrl: string }
  readonly demo: { readonly email: string; readonly password: string }
}
type TraceEvent = {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly args?: { readonly name?: string }
}

const [, , stackFile = '.rollcall/stack.json', executablePath = '/usr/bin/chromium'] = process.argv
const stack = JSON.parse(readFileSync(stackFile, 'utf8')) as Stack
const sql = postgres(stack.frontend.dbUrl, { max: 1, onnotice: () => undefined })

const [pool] = await sql`insert into datasets (office_id, name, created_by)
  select id, 'Bench', null from offices order by created_at limit 1 returning id, office_id`
const id = String(pool?.['id'])
await sql`insert into dataset_candidates (dataset_id, office_id, name, phone_given, trade, location, created_by)
  select ${id}, ${String(pool?.['office_id'])}, 'Person ' || n, '07700 900' || n % 1000, 'Joiner', 'Leeds', null
  from generate_series(1, ${PEOPLE}) n`

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`${stack.app}/datasets/${id}`)
  await page.getByLabel('Email').fill(stack.demo.email)
  await page.getByLabel('Password', { exact: true }).fill(stack.demo.password)
  await page.keyboard.press('Enter')
  const table = page.getByRole('table', { name: 'People' })
  await table.getByRole('row').nth(5).waitFor({ timeout: 60_000 })
  await table.hover()
  await browser.startTracing(page, {
    categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'],
  })
  for (let step = 0; step < SCROLLS; step += 1) {
    await page.mouse.wheel(0, step % 20 === 19 ? 400_000 : 1_200)
    await page.waitForTimeout(30)
  }
  const trace = await browser.stopTracing()
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] }
  const mains = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  )
  const tasks = traceEvents.filter(
    (event) =>
      event.name === 'ThreadControllerImpl::RunTask' &&
      mains.some(({ pid, tid }) => pid === event.pid && tid === event.tid),
  )
  const long = tasks.filter(({ dur = 0 }) => dur > LONG_TASK_MICROSECONDS)
  const longest = Math.max(0, ...tasks.map(({ dur = 0 }) => dur)) / 1_000
  const rows = await table.getByRole('row').count()
  console.log(`${PEOPLE} people, ${rows} rows in the page, ${tasks.length} tasks`)
  console.log(`${long.length} tasks over 50 ms, longest ${longest.toFixed(1)} ms`)
  if (long.length > 0) process.exitCode = 1
} finally {
  await browser.close()
  await sql`delete from datasets where id = ${id}`
  await sql.end()
}
