import { expect, test } from 'vitest'
import { keysOfChanges } from './keys-of-change.ts'
import { queryKeys } from './query-keys.ts'

const A = '00000000-0000-4000-8000-00000000000a'
const B = '00000000-0000-4000-8000-00000000000b'

test('a moved card refreshes its board, its panel and its job, and nobody else’s', () => {
  const keys = keysOfChanges([{ entity: 'candidate', id: A, parent: B, change: 'update' }])
  expect(keys).toContainEqual(queryKeys.cards(B))
  expect(keys).toContainEqual(queryKeys.card(A))
  expect(keys).toContainEqual(queryKeys.job(B))
  expect(keys).not.toContainEqual(['cards'])
})

test('a reload of a campaign’s recipients refreshes all of them, without naming one', () => {
  const keys = keysOfChanges([{ entity: 'recipient', id: null, parent: B, change: 'reload' }])
  expect(keys).toContainEqual(queryKeys.recipients(B))
  expect(keys).toContainEqual(['recipient'])
})

test('many changes of one parent name each key once', () => {
  const change = { entity: 'member', parent: B, change: 'insert' } as const
  const keys = keysOfChanges([
    { ...change, id: A },
    { ...change, id: B },
  ])
  expect(keys).toHaveLength(5)
})

test('a noun this version does not know is no error', () => {
  expect(
    keysOfChanges([{ entity: 'something-newer', id: A, parent: null, change: 'insert' }]),
  ).toEqual([])
})
