// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Blocker } from '../../ui/feedback/leave-guard.ts'
import { type AppHistory, createAppHistory } from './app-history.ts'

let history: AppHistory
let stopListening: () => void
let asked: (() => void)[]

beforeEach(() => {
  window.history.replaceState(null, '', '/jobs?q=a')
  history = createAppHistory()
  stopListening = history.subscribe(() => undefined)
  asked = []
})

afterEach(() => {
  stopListening()
  window.history.replaceState(null, '', '/')
})

const at = () => {
  const { pathname, search, hash } = history.snapshot().location
  return `${pathname}${search}${hash}`
}

/** Stands on /campaigns/new with something to lose. */
function guardHere(): void {
  const blocker: Blocker = {
    concerns: ({ pathname }) => pathname !== '/campaigns/new',
    ask: (leave) => asked.push(leave),
  }
  history.guard(blocker)
}

async function back(): Promise<void> {
  const popped = new Promise((resolve) => {
    window.addEventListener('popstate', resolve, { once: true })
  })
  history.navigator.go(-1)
  await popped
}

test('a move changes the address, keeps its state and tells once', () => {
  const listener = vi.fn<() => void>()
  history.subscribe(listener)
  history.navigator.push('/jobs/7?candidate=2#notes', { from: 'list' })
  expect(window.location.pathname).toBe('/jobs/7')
  expect(at()).toBe('/jobs/7?candidate=2#notes')
  expect(history.snapshot()).toMatchObject({
    action: 'PUSH',
    location: { state: { from: 'list' } },
  })
  expect(listener).toHaveBeenCalledOnce()
})

test('a change of the search alone stays on the page', () => {
  history.navigator.replace('?q=b')
  expect(at()).toBe('/jobs?q=b')
})

test('the back button returns to the entry as it was', async () => {
  const before = history.snapshot().location
  history.navigator.push('/datasets')
  await back()
  expect(history.snapshot().action).toBe('POP')
  expect(at()).toBe('/jobs?q=a')
  expect(history.snapshot().location.key).toBe(before.key)
})

test('an address with two slashes stays on this site', () => {
  history.navigator.push('//example.com/x')
  expect(at()).toBe('/example.com/x')
})

test('a link that would lose something waits for the answer', () => {
  history.navigator.push('/campaigns/new')
  guardHere()
  history.navigator.push('/jobs')
  expect(at()).toBe('/campaigns/new')
  asked[0]?.()
  expect(at()).toBe('/jobs')
})

test('the back button that would lose something stays, and goes on when told to', async () => {
  history.navigator.push('/campaigns/new')
  guardHere()
  await back()
  await expect.poll(() => window.location.pathname).toBe('/campaigns/new')
  expect(at()).toBe('/campaigns/new')
  expect(asked).toHaveLength(1)
  asked[0]?.()
  await expect.poll(at).toBe('/jobs?q=a')
})

test('once nothing is to be lost nobody is asked', () => {
  const release = history.guard({ concerns: () => true, ask: (leave) => asked.push(leave) })
  release()
  history.navigator.push('/datasets')
  expect(at()).toBe('/datasets')
  expect(asked).toEqual([])
})
