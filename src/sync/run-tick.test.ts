import { expect, test } from 'vitest'
import { AppError } from '../lib/app-error.ts'
import type { Apply, ApplyAnswer, FeedPage, FrontendPort } from './ports.ts'
import { runRecipient } from './run-recipient.ts'
import { runTick, type SyncPorts, type TickOptions } from './run-tick.ts'

const OPTIONS: TickOptions = { owner: 'unit', trigger: 'timer' }
const GO = {
  state: 'go',
  run: 'r',
  cursor: { n: 0 },
  version: 1,
  failing: false,
  unfinished: false,
} as const

const COUNTS = { read: 1, matched: 1, unmatched: 0, changed: 1, cards: 0, messages: 2, calls: 0 }

function page(n: number, rest: Partial<FeedPage> = {}): FeedPage {
  return {
    cursor: { n },
    mode: 'log',
    more: false,
    restored: false,
    triggersOk: true,
    range: null,
    items: [],
    faults: [],
    ...rest,
  }
}

/** Ports that answer from lists; each apply takes the cursor along. */
function fakePorts(pages: readonly (FeedPage | Error)[], frontend: Partial<FrontendPort> = {}) {
  const applies: Apply[] = []
  const failures: string[] = []
  const reads: unknown[] = []
  const left = [...pages]
  const ports: SyncPorts = {
    backend: {
      readFeed(cursor) {
        reads.push(cursor)
        const next = left.shift()
        if (next === undefined) throw new Error('no page left')
        return next instanceof Error ? Promise.reject(next) : Promise.resolve(next)
      },
      readSessions: () => Promise.reject(new Error('not asked')),
    },
    frontend: {
      begin: () => Promise.resolve({ ...GO, checkedAt: null }),
      beginRecipient: () => Promise.reject(new Error('not asked')),
      apply(apply): Promise<ApplyAnswer> {
        applies.push(apply)
        const version = apply.version + 1
        return Promise.resolve({ result: 'applied', version, setAside: 0, ...COUNTS })
      },
      fail({ code }) {
        failures.push(code)
        return Promise.resolve()
      },
      ...frontend,
    },
  }
  return { ports, applies, failures, reads }
}

test('an idle tick asks twice and applies nothing', async () => {
  const { ports, applies } = fakePorts([page(0, { mode: 'idle' })])
  expect(await runTick(ports, OPTIONS)).toMatchObject({ state: 'done', mode: 'idle', requests: 2 })
  expect(applies).toEqual([])
})

test('an idle page with a new cursor is kept, or the backend would rewind each time', async () => {
  const { ports, applies } = fakePorts([page(5, { mode: 'idle' })])
  expect(await runTick(ports, OPTIONS)).toMatchObject({ state: 'done', requests: 3 })
  expect(applies).toMatchObject([{ cursor: { n: 0 }, next: { n: 5 }, finished: true }])
})

test('pages follow each other from where the last ended, and add up', async () => {
  const { ports, applies, reads } = fakePorts([
    page(1, { more: true, mode: 'full' }),
    page(2, { more: true, mode: 'full' }),
    page(3, { mode: 'full' }),
    page(3, { mode: 'idle' }),
  ])
  const report = await runTick(ports, OPTIONS)
  expect(report).toMatchObject({ state: 'done', mode: 'full', pages: 3, requests: 8, messages: 6 })
  // A full walk is as old as its start, so it looks once more for what came since.
  expect(reads).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }, { n: 3 }])
  expect(applies.map(({ version, finished }) => [version, finished])).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ])
})

test('a window that an earlier tick left unfinished is ended, and what came since is read as well', async () => {
  const { ports, reads } = fakePorts([page(1), page(2), page(2, { mode: 'idle' })], {
    begin: () => Promise.resolve({ ...GO, unfinished: true, checkedAt: null }),
  })
  expect(await runTick(ports, OPTIONS)).toMatchObject({ state: 'done', pages: 2, requests: 5 })
  expect(reads).toEqual([{ n: 0 }, { n: 1 }])
})

test('told to stop, it ends behind a page and says that there is more', async () => {
  const { ports, applies } = fakePorts([page(1, { more: true })])
  const report = await runTick(ports, { ...OPTIONS, shouldStop: () => true })
  expect(report).toMatchObject({ state: 'done', more: true })
  expect(applies).toMatchObject([{ finished: true, more: true }])
})

test.each([
  [{ state: 'fresh' }, { state: 'fresh' }],
  [{ state: 'busy' }, { state: 'busy' }],
  [{ state: 'paused', reason: 'repairs' }, { state: 'paused' }],
  [
    { state: 'backing-off', error: 'backend_down', retryAfterSeconds: 40 },
    { state: 'failed', error: { code: 'backend_down' } },
  ],
] as const)(
  'where a begin answers %j it reports that, after one request',
  async (answer, state) => {
    const { ports, reads } = fakePorts([], { begin: () => Promise.resolve(answer) })
    expect(await runTick(ports, OPTIONS)).toMatchObject({ ...state, requests: 1 })
    expect(reads).toEqual([])
  },
)

test('after a conflict it goes on from the cursor that the winner left', async () => {
  let conflicts = 1
  const { ports, reads } = fakePorts([page(1), page(9), page(9, { mode: 'idle' })], {
    apply: ({ version }) =>
      Promise.resolve(
        conflicts-- > 0
          ? { result: 'conflict', version: 7, cursor: { n: 8 } }
          : { result: 'applied', version: version + 1, setAside: 0, ...COUNTS },
      ),
  })
  expect(await runTick(ports, OPTIONS)).toMatchObject({ state: 'done', pages: 1 })
  expect(reads).toEqual([{ n: 0 }, { n: 8 }, { n: 9 }])
})

test('it gives way to workers who are always faster', async () => {
  const { ports, failures } = fakePorts(
    Array.from({ length: 9 }, () => page(1)),
    {
      apply: () => Promise.resolve({ result: 'conflict', version: 7, cursor: { n: 8 } }),
    },
  )
  expect(await runTick(ports, OPTIONS)).toMatchObject({ state: 'conflict', more: true })
  expect(failures).toEqual([])
})

test.each([
  ['rate-limited', 'backend_busy'],
  ['unavailable', 'backend_down'],
  ['contract', 'backend_not_installed'],
] as const)('a backend that is %s fails the tick under its code, once', async (kind, code) => {
  const { ports, failures, reads } = fakePorts([new AppError(kind, 'no', { code })])
  expect(await runTick(ports, OPTIONS)).toMatchObject({ state: 'failed', error: { code } })
  expect(reads).toHaveLength(1)
  expect(failures).toEqual([code])
})

test('a bug is told apart from faults, never thrown, and reported to whoever listens', async () => {
  const heard: unknown[] = []
  const bug = new TypeError('x is undefined')
  const { ports } = fakePorts([bug])
  const report = await runTick(ports, { ...OPTIONS, onUnexpected: (cause) => heard.push(cause) })
  expect(report).toMatchObject({ state: 'failed', error: { code: 'unexpected' } })
  expect(heard).toEqual([bug])
})

test('a failure that cannot even be told is still reported as what it was', async () => {
  const { ports } = fakePorts([new AppError('forbidden', 'Wrong key.', { code: 'key' })], {
    fail: () => Promise.reject(new AppError('network', 'gone')),
  })
  expect(await runTick(ports, OPTIONS)).toMatchObject({ error: { code: 'key' } })
})

test('a backend that stopped logging fails the tick, with what could be read applied', async () => {
  const { ports, applies } = fakePorts([page(1, { triggersOk: false })])
  expect(await runTick(ports, OPTIONS)).toMatchObject({
    state: 'failed',
    error: { code: 'backend_triggers_missing' },
  })
  expect(applies).toHaveLength(1)
})

test('of a page with an item nobody can name, nothing is taken for gone', async () => {
  const range = { after: null, through: 'z' }
  const nameless = { session: null, reason: 'odd', raw: {} }
  const named = { session: 'a', reason: 'odd', raw: {} }
  const first = fakePorts([page(1, { mode: 'full', range, faults: [named] })])
  await runTick(first.ports, OPTIONS)
  expect(first.applies).toMatchObject([{ range, present: ['a'] }])
  const second = fakePorts([page(1, { mode: 'full', range, faults: [named, nameless] })])
  await runTick(second.ports, OPTIONS)
  expect(second.applies).toMatchObject([{ range: null }])
})

test('of one recipient’s tick, too, only what no AppError tells is heard', async () => {
  const heard: unknown[] = []
  const recipient = {
    owner: 'unit',
    recipientId: 'r',
    onUnexpected: (cause: unknown) => heard.push(cause),
  }
  const tell = (cause: Error) =>
    runRecipient(fakePorts([], { beginRecipient: () => Promise.reject(cause) }).ports, recipient)
  const fault = new Error('a fault of ours')
  expect(await tell(fault)).toMatchObject({ state: 'failed' })
  expect(await tell(new AppError('network', 'gone'))).toMatchObject({ state: 'failed' })
  expect(heard).toEqual([fault])
})
