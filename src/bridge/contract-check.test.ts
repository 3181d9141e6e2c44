import { expect, test, vi } from 'vitest'
import { AppError } from '../lib/app-error.ts'
import type { BackendPort, FeedPage } from '../sync/ports.ts'
import { checkContractFirst } from './contract-check.ts'

const page = { mode: 'idle' } as FeedPage

function create(missing: string[]) {
  const readFeed = vi.fn<BackendPort['readFeed']>().mockResolvedValue(page)
  const readStatus = vi.fn<() => Promise<{ missing: string[] }>>().mockResolvedValue({ missing })
  const readSessions = vi.fn<BackendPort['readSessions']>()
  return {
    readFeed,
    readStatus,
    port: checkContractFirst({ readFeed, readSessions }, readStatus),
  }
}

test('the tables are looked at once, before the first page', async () => {
  const { port, readFeed, readStatus } = create([])
  await port.readFeed(null, 1)
  await port.readFeed(null, 1)
  expect(readStatus).toHaveBeenCalledTimes(1)
  expect(readFeed).toHaveBeenCalledTimes(2)
})

test('nothing is read while something is missing, and reading goes on when it is back', async () => {
  const missing = ['column session_info.tz is missing']
  const { port, readFeed } = create(missing)
  await expect(port.readFeed(null, 1)).rejects.toMatchObject({
    code: 'backend_schema_drift',
    message: expect.stringContaining('session_info.tz') as string,
  })
  expect(readFeed).not.toHaveBeenCalled()
  missing.length = 0
  expect(await port.readFeed(null, 1)).toBe(page)
})

test('a page that breaks the contract has the tables looked at again', async () => {
  const { port, readFeed, readStatus } = create([])
  await port.readFeed(null, 1)
  readFeed.mockRejectedValueOnce(new AppError('contract', 'no such table'))
  await expect(port.readFeed(null, 1)).rejects.toThrow('no such table')
  await port.readFeed(null, 1)
  expect(readStatus).toHaveBeenCalledTimes(3)
})

test('what went missing between two pages is named at once', async () => {
  const missing: string[] = []
  const { port, readFeed } = create(missing)
  await port.readFeed(null, 1)
  missing.push('column call_info.analysis is missing', 'table numbers is missing')
  readFeed.mockRejectedValueOnce(new AppError('contract', 'no such column'))
  await expect(port.readFeed(null, 1)).rejects.toMatchObject({
    code: 'backend_schema_drift',
    detail: 'column call_info.analysis is missing; table numbers is missing',
  })
})

test('an unreachable backend is no reason to look again', async () => {
  const { port, readFeed, readStatus } = create([])
  await port.readFeed(null, 1)
  readFeed.mockRejectedValueOnce(new AppError('network', 'gone'))
  await expect(port.readFeed(null, 1)).rejects.toThrow('gone')
  await port.readFeed(null, 1)
  expect(readStatus).toHaveBeenCalledTimes(1)
})
