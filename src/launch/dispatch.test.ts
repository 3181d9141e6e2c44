import { expect, test } from 'vitest'
import {
  fakeLaunchPorts,
  inTurn,
  type FakeLaunchPorts,
  type LaunchAnswers,
} from '../../tests/support/fake-launch-ports.ts'
import { buildBody, hashText } from './build-payload.ts'
import type { WebhookAnswer } from './classify-answer.ts'
import { dispatch } from './dispatch.ts'
import type { BeginResult, ClaimedBatch } from './ports.ts'

const PAYLOAD = { campaign: 'plumber_u1', job_description: 'Job Title: Plumber', objectives: {} }
const SLICE = { workerId: 'w', isOver: () => false }

function batch(batchId: string, sessions: readonly string[], attempts = 0): ClaimedBatch {
  return {
    batchId,
    campaignId: 'c',
    claim: `claim of ${batchId}`,
    attempts,
    payload: PAYLOAD,
    tasks: sessions.map((session) => ({
      recipientId: `r-${session}`,
      session,
      phoneNumber: `+44${session}`,
    })),
  }
}

const accepted = (count: number): WebhookAnswer => ({
  kind: 'answer',
  status: 200,
  body: JSON.stringify({ accepted: count }),
  retryAfterSeconds: null,
})
const REFUSED: WebhookAnswer = { kind: 'not-sent', code: 'connection_refused' }
const LOST: WebhookAnswer = { kind: 'lost', code: 'timeout' }

/** A world in which all goes well, but for what a test says. */
function world(
  claims: readonly (readonly ClaimedBatch[])[],
  { store, backend, webhook, ...rest }: LaunchAnswers = {},
): FakeLaunchPorts {
  return fakeLaunchPorts({
    store: {
      startCampaign: inTurn(null),
      claimBatches: inTurn(...claims, []),
      beginPost: inTurn<BeginResult>('go'),
      finishPost: inTurn('unconfirmed'),
      releaseBatch: inTurn(undefined),
      ...store,
    },
    backend: { listExisting: inTurn(new Set<string>()), ...backend },
    webhook: { post: inTurn(accepted(1)), ...webhook },
    ...rest,
  })
}

const namesOf = ({ calls }: FakeLaunchPorts) => calls.map(([name]) => name)
const givenTo = ({ calls }: FakeLaunchPorts, name: string) =>
  calls.filter(([called]) => called === name).map(([, ...given]) => given)

test('a batch is looked up in the backend, begun, posted and finished, in this order', async () => {
  const one = batch('b1', ['7'])
  const ports = world([[one]])
  expect(await dispatch(ports, SLICE)).toMatchObject({ accepted: 1, refused: 0, unconfirmed: 0 })
  expect(namesOf(ports)).toEqual([
    'startCampaign',
    'claimBatches',
    'listExisting',
    'beginPost',
    'post',
    'finishPost',
    'claimBatches',
  ])
  const body = buildBody(PAYLOAD, one.tasks)
  expect(givenTo(ports, 'claimBatches')[0]).toEqual(['w', 2])
  expect(givenTo(ports, 'listExisting')).toEqual([[['7']]])
  // What is begun is what is posted, under the batch's id.
  expect(givenTo(ports, 'beginPost')).toEqual([[one, await hashText(body)]])
  expect(givenTo(ports, 'post')).toEqual([['session-created', { id: 'b1', body }]])
  expect(givenTo(ports, 'finishPost')[0]?.[1]).toMatchObject({
    kind: 'accepted',
    pauseReason: null,
  })
})

test('every campaign whose time has come starts before anything is claimed', async () => {
  const started = { campaignId: 'c', state: 'running', joined: 0, left: 0 } as const
  const ports = world([], { store: { startCampaign: inTurn(started, started, null) } })
  await dispatch(ports, SLICE)
  expect(namesOf(ports)).toEqual([
    'startCampaign',
    'startCampaign',
    'startCampaign',
    'claimBatches',
  ])
})

test('what the backend has already is settled, and only the rest is begun and posted', async () => {
  const rest = batch('b2', ['8'])
  const ports = world([[batch('b1', ['7', '8'])]], {
    store: { settleExisting: inTurn(rest) },
    backend: { listExisting: inTurn(new Set(['7'])) },
  })
  await dispatch(ports, SLICE)
  expect(givenTo(ports, 'settleExisting')[0]?.[1]).toEqual(['7'])
  const body = buildBody(PAYLOAD, rest.tasks)
  expect(givenTo(ports, 'beginPost')).toEqual([[rest, await hashText(body)]])
  expect(givenTo(ports, 'post')).toEqual([['session-created', { id: 'b2', body }]])
  // One task was posted, so one accepted is all of them.
  expect(givenTo(ports, 'finishPost')[0]).toEqual([
    rest,
    expect.objectContaining({ kind: 'accepted' }),
  ])
})

test('a batch of which the backend has everybody is not posted', async () => {
  const ports = world([[batch('b1', ['7'])]], {
    store: { settleExisting: inTurn(null) },
    backend: { listExisting: inTurn(new Set(['7'])) },
  })
  expect(await dispatch(ports, SLICE)).toMatchObject({ known: 1 })
  expect(givenTo(ports, 'post')).toEqual([])
})

test('while the backend can’t be read nothing is begun, the batch is given back and the slice ends', async () => {
  const ports = world([[batch('b1', ['7'])], [batch('b2', ['8'])]], {
    backend: { listExisting: inTurn<ReadonlySet<string>>(new Error('down')) },
  })
  expect(await dispatch(ports, SLICE)).toMatchObject({ 'backend-unreadable': 1 })
  expect(namesOf(ports)).toEqual(['startCampaign', 'claimBatches', 'listExisting', 'releaseBatch'])
  expect(givenTo(ports, 'releaseBatch')[0]?.slice(1)).toEqual(['backend_unreadable', 30])
})

test.each(['held', 'changed', 'lost'] as const)(
  'a batch that is %s at its beginning is not posted, and the next one is',
  async (begun) => {
    const ports = world([[batch('b1', ['7'])], [batch('b2', ['8'])]], {
      store: { beginPost: inTurn<BeginResult>(begun, 'go') },
    })
    expect(await dispatch(ports, SLICE)).toMatchObject({ 'not-sent': 1, accepted: 1 })
    expect(givenTo(ports, 'post').map(([, message]) => message)).toMatchObject([{ id: 'b2' }])
  },
)

test.each([
  ['a refusal', REFUSED, 'refused', 1],
  ['an answer that nobody heard', LOST, 'unconfirmed', 2],
  ['an acceptance', accepted(1), 'accepted', 2],
] as const)(
  'after %s the slice goes on only if the next batch may fare better',
  async (_what, answer, result, claims) => {
    const ports = world([[batch('b1', ['7'])]], {
      webhook: { post: inTurn<WebhookAnswer>(answer) },
    })
    expect(await dispatch(ports, SLICE)).toMatchObject({ [result]: 1 })
    expect(givenTo(ports, 'claimBatches')).toHaveLength(claims)
  },
)

test('the wait before the next attempt follows from the attempts before', async () => {
  const ports = world([[batch('b1', ['7'], 2)]], {
    webhook: { post: inTurn<WebhookAnswer>(REFUSED) },
    random: () => 0.999_999,
  })
  await dispatch(ports, SLICE)
  expect(givenTo(ports, 'finishPost')[0]?.[1]).toMatchObject({ kind: 'refused', retrySeconds: 120 })
})

test('an outcome that was not heard is told three times in all, and the POST is not repeated', async () => {
  const deaf = world([[batch('b1', ['7'])]], {
    store: { finishPost: inTurn<string>(new Error('no answer')) },
  })
  await expect(dispatch(deaf, SLICE)).rejects.toThrow('no answer')
  expect(givenTo(deaf, 'finishPost')).toHaveLength(3)
  expect(givenTo(deaf, 'post')).toHaveLength(1)

  const slow = world([[batch('b1', ['7'])]], {
    store: { finishPost: inTurn<string>(new Error('no answer'), 'unconfirmed') },
  })
  expect(await dispatch(slow, SLICE)).toMatchObject({ accepted: 1 })
  expect(givenTo(slow, 'finishPost')).toHaveLength(2)
})

test('when one of two batches breaks, the other is finished before the fault is told', async () => {
  const ports = world([[batch('b1', ['7']), batch('b2', ['8'])]], {
    store: {
      beginPost: ({ batchId }) =>
        batchId === 'b1' ? Promise.reject(new Error('broken')) : Promise.resolve('go'),
    },
  })
  await expect(dispatch(ports, SLICE)).rejects.toThrow('broken')
  expect(givenTo(ports, 'finishPost').map(([of]) => (of as ClaimedBatch).batchId)).toEqual(['b2'])
})

test('a slice that is over starts and claims nothing', async () => {
  const ports = world([[batch('b1', ['7'])]])
  await dispatch(ports, { workerId: 'w', isOver: () => true })
  expect(ports.calls).toEqual([])
})
