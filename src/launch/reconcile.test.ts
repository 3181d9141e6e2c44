import { expect, test } from 'vitest'
import {
  fakeLaunchPorts,
  inTurn,
  type LaunchAnswers,
} from '../../tests/support/fake-launch-ports.ts'
import type { OpenBatch, ReconcileResult } from './ports.ts'
import { reconcile } from './reconcile.ts'

const SLICE = { workerId: 'w', isOver: () => false }
const OPEN: OpenBatch = { batchId: 'b', claim: 'k', campaignId: 'c', sessions: ['7', '8', '9'] }

function world(next: ReconcileResult['next'], { backend, store }: LaunchAnswers = {}) {
  return fakeLaunchPorts({
    store: {
      dueReconciles: inTurn<readonly OpenBatch[]>([OPEN], []),
      reconcileBatch: inTurn<ReconcileResult>({ next, confirmed: 1, missing: 2 }),
      ...store,
    },
    backend: { listExisting: inTurn(new Set(['7'])), isAsRead: inTurn(true), ...backend },
  })
}

const settled = (ports: ReturnType<typeof world>) =>
  ports.calls.filter(([name]) => name === 'reconcileBatch').map(([, , ...given]) => given)

test.each([
  ['moved', { moved: 2, undecided: 0 }],
  ['needs_decision', { moved: 0, undecided: 2 }],
  ['later', { moved: 0, undecided: 0 }],
  ['done', { moved: 0, undecided: 0 }],
] as const)('a batch that is %s counts by what becomes of its people', async (next, counts) => {
  const ports = world(next)
  expect(await reconcile(ports, SLICE)).toEqual({
    batches: 1,
    confirmed: 1,
    readable: true,
    ...counts,
  })
  expect(settled(ports)).toEqual([[['7'], 'receiver']])
})

test('of a backend that may be an older copy, what is missing is proof of nothing', async () => {
  const ports = world('needs_decision', { backend: { isAsRead: inTurn(false) } })
  await reconcile(ports, SLICE)
  expect(settled(ports)).toEqual([[['7'], '']])
  // Asked after what is missing, so that a restore between the two is seen.
  const names = ports.calls.map(([name]) => name)
  expect(names.indexOf('isAsRead')).toBeGreaterThan(names.indexOf('listExisting'))
})

test('where everybody is there, it doesn’t matter which copy that is', async () => {
  const ports = world('done', { backend: { listExisting: inTurn(new Set(OPEN.sessions)) } })
  await reconcile(ports, SLICE)
  expect(ports.calls.map(([name]) => name)).not.toContain('isAsRead')
  expect(settled(ports)).toEqual([[[...OPEN.sessions], 'receiver']])
})

test.each(['listExisting', 'isAsRead'] as const)(
  'where %s has no answer nothing is settled',
  async (question) => {
    const ports = world('moved', {
      backend: { [question]: () => Promise.reject(new Error('down')) },
    })
    expect(await reconcile(ports, SLICE)).toMatchObject({ batches: 0, readable: false })
    expect(settled(ports)).toEqual([])
  },
)

test('a slice that is over asks for nothing', async () => {
  const ports = world('done')
  await reconcile(ports, { workerId: 'w', isOver: () => true })
  expect(ports.calls).toEqual([])
})
