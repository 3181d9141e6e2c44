/** How long the page's main thread was busy at a stretch while somebody scrolled, by Chromium's own trace. */
import type { Page } from 'playwright-core'

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

/** Traces the page while something is done. */
export async function traceWay(
  page: Page,
  way: string,
  act: () => Promise<void>,
): Promise<ScrollFigure> {
  const tasks = await traceTasks(page, act)
  return {
    way,
    longestMs: longest(tasks.map(({ ms }) => ms)),
    longestCpuMs: longest(tasks.map(({ cpuMs }) => cpuMs)),
    over50: tasks.filter(({ ms }) => ms > LIMIT_MS).length,
  }
}

/** Turns the wheel so many times, a frame or two apart, and waits until things have settled. */
export async function turnWheel(
  page: Page,
  byX: number,
  byY: number,
  turns: number,
): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(byX, byY)
    await page.waitForTimeout(32)
  }
  await page.waitForTimeout(500)
}
