import { expect, test } from 'vitest'
import type { FrontendServerClient } from '../data/frontend/bridge-clients.ts'
import { runRetention } from './run-retention.ts'

/** A frontend in which so many parts are due, one conversation and one person each. */
function withDue(parts: number) {
  let left = parts
  const rpc = () => {
    const one = left > 0 ? 1 : 0
    left -= one
    return Promise.resolve({ data: { conversations: one, people: one }, error: null, status: 200 })
  }
  return { frontend: { rpc } as unknown as FrontendServerClient }
}

test('all that is due goes, part by part', async () => {
  expect(await runRetention(withDue(3), () => false)).toEqual({ conversations: 3, people: 3 })
})

test('a slice whose time is up still does one part, and leaves the others to the next', async () => {
  expect(await runRetention(withDue(3), () => true)).toEqual({ conversations: 1, people: 1 })
})
