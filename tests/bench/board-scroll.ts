/**
 * Scrolls a board of many cards in Chromium and measures the longest task of the page's main thread,
 * by the browser's own trace: in a column by wheel and by jumps, and over the board sideways.
 */
import type { Page } from 'playwright-core'
import type postgres from 'postgres'

/** One measured way to scroll. */
export type ScrollFigure = {
  readonly way: string
  /** The longest tasks of the main thread, longest first. */
  readonly longestMs: readonly number[]
  /** The same by the processor's time: what is left of them where the machine is busy with other things. */
  readonly longestCpuMs: readonly number[]
  /** Tasks above the limit of 50 ms. */
  readonly over50: number
}

type Task = { readonly ms: number; readonly cpuMs: number }

type TraceEvent = {
  readonly name: string
  readonly ph: string
  readonly dur?: number
  readonly tdur?: number
  readonly tid: number
  readonly pid: number
  readonly args?: { readonly name?: string }
}

const LIMIT_MS = 50
/** Chromium's name for the outermost piece of work; the tools' own event lies inside it. */
const TASK = 'ThreadControllerImpl::RunTask'
const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata']

/**
 * Makes a job whose cards spread over the standard columns, half of them in one.
 *
 * @returns the job's id
 */
export async function seedBoard(sql: postgres.Sql, office: string, cards: number): Promise<string> {
  const [job] = await sql`insert into public.jobs (office_id, title, created_by)
    values (${office}, 'Board of many', null) returning id`
  const id = String(job?.['id'])
  await sql`insert into public.candidates
      (job_id, office_id, name, phone_given, status, position, tags, follow_up_on, created_by)
    select ${id}, ${office}, 'Person ' || n, '07700 900' || lpad((n % 1000)::text, 3, '0'),
      case when n % 2 = 0 then 'contacted' else
        (array['not-contacted', 'interested', 'interview', 'hired', 'rejected'])[1 + n % 5] end,
      n, case when n % 3 = 0 then array['CSCS', 'nights'] else '{}' end,
      case when n % 7 = 0 then date '2026-03-02' end, null
    from generate_series(1, ${cards}::integer) n`
  return id
}

/** Traces the page while something is done; its main thread's tasks. */
async function traceTasks(page: Page, act: () => Promise<void>): Promise<readonly Task[]> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]))
  })
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  })
  await act()
  const ended = new Promise((resolve) => {
    session.once('Tracing.tracingComplete', resolve)
  })
  await session.send('Tracing.end')
  await ended
  await session.detach()
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  )
  return events
    .filter(({ name, ph, pid, tid }) => name === TASK && ph === 'X' && mains.has(`${pid}/${tid}`))
    .map(({ dur = 0, tdur = dur }) => ({ ms: dur / 1000, cpuMs: tdur / 1000 }))
}

function longest(durations: readonly number[]): readonly number[] {
  const sorted = durations.toSorted((a, b) => b - a).slice(0, 5)
  return sorted.map((ms) => Math.round(ms * 10) / 10)
}

function toFigure(way: string, tasks: readonly Task[]): ScrollFigure {
  return {
    way,
    longestMs: longest(tasks.map(({ ms }) => ms)),
    longestCpuMs: longest(tasks.map(({ cpuMs }) => cpuMs)),
    over50: tasks.filter(({ ms }) => ms > LIMIT_MS).length,
  }
}

/** Scrolls an open board each way. The page must be signed in and show the board of `seedBoard`. */
export async function measureBoardScroll(page: Page): Promise<readonly ScrollFigure[]> {
  const list = page.locator('[data-column="contacted"] [tabindex="0"][role="group"]')
  await list.locator('[data-card]').first().waitFor()
  const box = await list.boundingBox()
  if (box === null) throw new Error('The column is not on the screen.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const wheel = (byX: number, byY: number, times: number) => async () => {
    for (let nth = 0; nth < times; nth += 1) {
      await page.mouse.wheel(byX, byY)
      await page.waitForTimeout(32)
    }
    await page.waitForTimeout(500)
  }
  const jump = async () => {
    for (const part of [0.25, 0.5, 0.9, 0.1, 0.75]) {
      await list.evaluate((element, to) => {
        element.scrollTop = element.scrollHeight * to
      }, part)
      await page.waitForTimeout(700)
    }
  }
  return [
    toFigure('a column by wheel', await traceTasks(page, wheel(0, 240, 120))),
    toFigure('a column by jumps', await traceTasks(page, jump)),
    toFigure('the board sideways', await traceTasks(page, wheel(120, 0, 30))),
  ]
}
