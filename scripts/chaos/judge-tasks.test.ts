/** What arrived at the webhook is what was let go, or the judge says so. */
import { expect, test } from 'vitest'
import { judgeTasks } from './judge-tasks.ts'

const TASK = { session: 'plumber_a_447700900001', phone: '+447700900001' }
const LINE = { id: 'recipient', campaign: 'plumber_a', ...TASK }
const POST = { batchId: 'batch', campaign: LINE.campaign, tasks: [TASK], at: 10, isRepeated: false }
const BEGUN = { batchId: 'batch', at: 9, recipients: [LINE.id] }
const FORGOTTEN = { launches: new Map<string, number>() }
const GOOD = {
  posts: [POST],
  begun: [BEGUN],
  erased: new Map<string, number>(),
  forgotten: FORGOTTEN,
  drafts: new Set<string>(),
  halts: [] as { from: number; until: number }[],
}

function judge(changes: Partial<typeof GOOD>) {
  const found = judgeTasks({ ...GOOD, ...changes }, new Map([[LINE.session, LINE]]))
  return Object.fromEntries(
    Object.entries(found).flatMap(([kind, { length }]) => (length > 0 ? [[kind, length]] : [])),
  )
}

const withTasks = (...tasks: (typeof TASK)[]) => ({ ...POST, tasks })
const NOBODY = { session: 'plumber_a_447700900009', phone: '+447700900009' }

test('what was let go may arrive, again and again', () => {
  expect(judge({})).toEqual({})
  expect(judge({ posts: [POST, POST] })).toEqual({})
})

test.each([
  ['a task for nobody of the ledger', { posts: [withTasks(NOBODY)] }, { lost: 1 }],
  [
    "a task with somebody else's number",
    { posts: [withTasks({ ...TASK, phone: NOBODY.phone })] },
    { lost: 1 },
  ],
  [
    'a task under the name of another campaign',
    { posts: [{ ...POST, campaign: 'plumber_b' }] },
    { lost: 1 },
  ],
  [
    'a task that was let go without its recipient',
    { begun: [{ ...BEGUN, recipients: [] }] },
    { unwanted: 1 },
  ],
  [
    'a task that was let go in another batch',
    { begun: [{ ...BEGUN, batchId: 'other' }] },
    { unwanted: 1 },
  ],
  ['a task twice in one POST', { posts: [withTasks(TASK, TASK)] }, { double: 1 }],
  ['other tasks under the same id', { posts: [POST, withTasks()] }, { double: 1 }],
])('%s is found', (_case, changes, found) => {
  expect(judge(changes)).toEqual(found)
})

test('under an id that a restored frontend had not posted yet, other tasks may go', () => {
  const posts = [POST, { ...withTasks(), at: 30 }]
  expect(judge({ posts, halts: [{ from: 20, until: 25 }] })).toEqual({})
  expect(judge({ posts, halts: [{ from: 5, until: 6 }] })).toEqual({ double: 1 })
})

test('of who was erased, and of a launch that a restore has forgotten, the ledger need not know', () => {
  const posts = [withTasks(NOBODY)]
  expect(judge({ posts, erased: new Map([[NOBODY.phone, 20]]) })).toEqual({})
  const forgotten = { launches: new Map([[POST.campaign, 20]]) }
  expect(judge({ posts, forgotten })).toEqual({ lost: 1 })
  expect(judge({ posts, forgotten, drafts: new Set([POST.campaign]) })).toEqual({})
})
