/** The mistakes of control runs are really made, or a control that is caught says nothing. */
import { expect, test } from 'vitest'
import { breakOnPurpose } from './break-on-purpose.ts'

type Asked = { readonly path: string; readonly body: unknown }

/** A bridge's way out that makes a mistake, and what comes out of it. */
function outlet(control: string | undefined, answer: (asked: Asked) => Response) {
  const asked: Asked[] = []
  const inner: typeof fetch = async (input, init) => {
    const { pathname: path } = new URL(input instanceof Request ? input.url : String(input))
    asked.push({
      path,
      body: JSON.parse(typeof init?.body === 'string' ? init.body : 'null') as unknown,
    })
    return answer(asked.at(-1) ?? { path, body: null })
  }
  const broken = breakOnPurpose(control, inner)
  const ask = (path: string, body: unknown) =>
    broken(`http://127.0.0.1${path}`, { method: 'POST', body: JSON.stringify(body) })
  return { ask, asked }
}

const POST = { tasks: [{ session: 'a' }, { session: 'b' }] }
const started = () => Response.json({ message: 'Workflow was started' })

test('without a control everything goes its way once', async () => {
  const { ask, asked } = outlet(undefined, started)
  await ask('/webhook/session-created', POST)
  expect(asked).toEqual([{ path: '/webhook/session-created', body: POST }])
})

test('post-blindly posts once more what was not plainly accepted', async () => {
  const unclear = outlet('post-blindly', started)
  await unclear.ask('/webhook/session-created', POST)
  expect(unclear.asked).toHaveLength(2)
  const plain = outlet('post-blindly', () => Response.json({ accepted: 2 }))
  const answer = await plain.ask('/webhook/session-created', POST)
  expect(await answer.json()).toEqual({ accepted: 2 })
  expect(plain.asked).toHaveLength(1)
})

test('believe-answers takes whoever was in a POST that said 2xx for begun with', async () => {
  const { ask } = outlet('believe-answers', ({ path }) =>
    path.endsWith('rollcall_existing') ? Response.json(['c']) : started(),
  )
  await ask('/webhook/session-created', POST)
  const answer = await ask('/rest/v1/rpc/rollcall_existing', { p_sessions: ['a', 'c', 'd'] })
  expect(await answer.json()).toEqual(['c', 'a'])
})

test('post-regardless hears go whatever was said', async () => {
  const { ask } = outlet('post-regardless', () => Response.json({ result: 'held' }))
  const answer = await ask('/rest/v1/rpc/begin_post', { p_batch: 'batch' })
  expect(await answer.json()).toMatchObject({ result: 'go' })
})

test('cursor-first moves the cursor with nothing, then applies', async () => {
  const { ask, asked } = outlet('cursor-first', () => Response.json({ version: 8 }))
  const page = { version: 7, cursor: 'from', next: 'to', sessions: ['a'] }
  await ask('/rest/v1/rpc/sync_apply', { p_apply: page })
  expect(asked.map(({ body }) => body)).toMatchObject([
    { p_apply: { version: 7, cursor: 'from', next: 'to', sessions: [] } },
    { p_apply: { version: 8, cursor: 'to', sessions: ['a'] } },
  ])
})
