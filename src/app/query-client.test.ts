import {
  MutationObserver,
  onlineManager,
  type QueryClient,
  QueryObserver,
} from '@tanstack/react-query'
import { beforeEach, expect, test, vi } from 'vitest'
import { APP_ERROR_KINDS, AppError } from '../lib/app-error.ts'
import { createQueryClient, retryDelayMs, shouldRetry } from './query-client.ts'
import type { Toast } from './toasts/toast-store.ts'

let said: Omit<Toast, 'id'>[]
const onUnauthenticated = vi.fn<() => void>()
let client: QueryClient

beforeEach(() => {
  said = []
  onUnauthenticated.mockReset()
  client = createQueryClient({ onUnauthenticated, say: (toast) => said.push(toast) })
})

type Meta = ConstructorParameters<typeof MutationObserver>[1]['meta']

async function mutate(outcome: () => Promise<unknown>, meta: Meta = {}): Promise<void> {
  await new MutationObserver(client, { mutationFn: outcome, meta }).mutate().catch(() => undefined)
}

const fail = (error: unknown) => () => Promise.reject(error as Error)

test('only what may pass by itself is read again, and not for ever', () => {
  const retried = APP_ERROR_KINDS.filter((kind) => shouldRetry(0, new AppError(kind, '')))
  expect(retried).toEqual(['network', 'timeout', 'rate-limited', 'unavailable'])
  expect(shouldRetry(2, new AppError('network', ''))).toBe(false)
  expect(shouldRetry(0, new Error('x is undefined'))).toBe(false)
})

test('without a network nothing is read again: the page says so instead of waiting', () => {
  onlineManager.setOnline(false)
  expect(shouldRetry(0, new AppError('network', ''))).toBe(false)
  onlineManager.setOnline(true)
  expect(shouldRetry(0, new AppError('network', ''))).toBe(true)
})

test('the other side’s wish to wait counts before our own', () => {
  expect(retryDelayMs(1, new AppError('rate-limited', '', { retryAfterSeconds: 7 }))).toBe(7_000)
  expect(retryDelayMs(1, new AppError('network', ''))).toBe(1_000)
})

test('a failed write says what was not done, why, and what to do', async () => {
  await mutate(fail(new AppError('network', '')), { failed: 'The note was not saved' })
  expect(said).toEqual([
    {
      tone: 'failed',
      title: 'The note was not saved',
      advice: 'Rollcall can’t be reached. Check your connection, then try again.',
    },
  ])
})

test('a write that the form itself explains says nothing here', async () => {
  await mutate(fail(new AppError('invalid', 'Too long')), { quiet: true })
  expect(said).toEqual([])
})

test('a write that worked says so only where asked to', async () => {
  await mutate(() => Promise.resolve())
  await mutate(() => Promise.resolve(), { done: 'Note saved' })
  expect(said).toEqual([{ tone: 'done', title: 'Note saved' }])
})

test('a refused sign-in is told to the session, from reads and from writes', async () => {
  await mutate(fail(new AppError('unauthenticated', '')))
  await client
    .fetchQuery({
      queryKey: ['jobs'],
      queryFn: fail(new AppError('unauthenticated', '')),
    })
    .catch(() => undefined)
  expect(onUnauthenticated).toHaveBeenCalledTimes(2)
})

test('a read that has something to show keeps showing it when a refresh fails', () => {
  const { throwOnError } = client.getDefaultOptions().queries ?? {}
  const queryWith = (data: unknown) => {
    client.setQueryData(['jobs'], data)
    const options = { queryKey: ['jobs'] as readonly unknown[], enabled: false }
    return new QueryObserver(client, options).getCurrentQuery()
  }
  if (typeof throwOnError !== 'function') throw new Error('throwOnError is no function')
  expect(throwOnError(new Error(), queryWith(undefined))).toBe(true)
  expect(throwOnError(new Error(), queryWith([1]))).toBe(false)
})
