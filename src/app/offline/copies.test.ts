// @vitest-environment jsdom
import '../../../tests/support/fake-device.ts'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test } from 'vitest'
import { AppError } from '../../lib/app-error.ts'
import { createCopies } from './copies.ts'
import { createDeviceStore } from './device-store.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
const store = createDeviceStore()
let time = 1_000_000
let user: string | null = 'ann'
const open = (build: string) =>
  createCopies(
    store,
    () => user,
    () => time,
    build,
  )
const copies = open('build 1')

beforeEach(async () => {
  await store.clear('copies')
  user = 'ann'
})

const online = (data: unknown) => () => Promise.resolve(data)
const offline = () => Promise.reject(new AppError('network', 'gone'))

/** Reads as a page just opened would. */
async function read(
  queryFn: () => Promise<unknown>,
  queryKey: readonly unknown[] = ['jobs'],
  { persister } = copies,
) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, persister } } })
  const data = await client.fetchQuery({ queryKey, queryFn })
  await new Promise((resolve) => {
    setTimeout(resolve, 5)
  })
  return { data, readAt: client.getQueryState(queryKey)?.dataUpdatedAt }
}

test('without a network the last copy stands, with the time it was read at', async () => {
  const readAt = time
  await read(online(['Plumber']))
  time += DAY_MS
  expect(await read(offline)).toEqual({ data: ['Plumber'], readAt })
})

test('an answer that is no missing network is never papered over', async () => {
  await read(online(['Plumber']))
  const refused = () => Promise.reject(new AppError('forbidden', 'no'))
  await expect(read(refused)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('a copy is shown to who read it only, and for seven days', async () => {
  await read(online(['Plumber']))
  user = 'bob'
  await expect(read(offline)).rejects.toMatchObject({ kind: 'network' })
  user = 'ann'
  time += 8 * DAY_MS
  await expect(read(offline)).rejects.toMatchObject({ kind: 'network' })
  await copies.prune()
  expect(await store.readAll('copies')).toEqual([])
})

test('a wipe takes all copies, and an answer under way does not come back after it', async () => {
  await read(online(['Plumber']))
  let answer: (data: unknown) => void = () => undefined
  const slow = read(
    () =>
      new Promise((resolve) => {
        answer = resolve
      }),
    ['people'],
  )
  await copies.wipe()
  answer(['Ann'])
  await slow
  expect(await store.readAll('copies')).toEqual([])
})

test('after a deletion no copy that may name people is left; after a gap none of before it', async () => {
  await read(online(['Ann']), ['people'])
  await read(online({ name: 'Robin' }), ['profile', 'x'])
  await copies.forgetPeople()
  expect((await store.readAll('copies')).map(([name]) => name)).toEqual(['ann ["profile","x"]'])
  time += 1
  const nextStart = open('build 1')
  await nextStart.forgetEarlier()
  expect(await store.readAll('copies')).toEqual([])
})

test('what is true at this moment only is not kept', async () => {
  await read(online({}), ['preview', 'x'])
  await read(online({}), ['import-preview', 'x'])
  expect(await store.readAll('copies')).toEqual([])
})

test('another build does not show copies whose shape it may not know, and takes them away', async () => {
  await read(online(['Plumber']))
  const next = open('build 2')
  await expect(read(offline, ['jobs'], next)).rejects.toMatchObject({ kind: 'network' })
  await next.prune()
  expect(await store.readAll('copies')).toEqual([])
})
