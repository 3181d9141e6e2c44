import { beforeEach, expect, test } from 'vitest'
import { isReached, listenToReach, noteAnswer, noteFailure } from './network-reach.ts'

const noWay = new TypeError('Failed to fetch')

beforeEach(() => {
  noteAnswer()
})

test('one request without an answer may be an accident; two in a row are no network', () => {
  noteFailure(noWay)
  expect(isReached()).toBe(true)
  noteFailure(noWay)
  expect(isReached()).toBe(false)
})

test('one answer is enough to be back, and the count starts anew', () => {
  noteFailure(noWay)
  noteFailure(noWay)
  noteAnswer()
  expect(isReached()).toBe(true)
  noteFailure(noWay)
  expect(isReached()).toBe(true)
})

test('a request that was given up or took too long says nothing', () => {
  noteFailure(new DOMException('given up', 'AbortError'))
  noteFailure(new DOMException('late', 'TimeoutError'))
  expect(isReached()).toBe(true)
})

test('who listens hears of the change, not of every request', () => {
  let heard = 0
  const stop = listenToReach(() => {
    heard += 1
  })
  for (let times = 0; times < 4; times += 1) noteFailure(noWay)
  expect(heard).toBe(1)
  noteAnswer()
  stop()
  noteFailure(noWay)
  noteFailure(noWay)
  expect(heard).toBe(2)
})
