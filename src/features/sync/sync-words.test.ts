import { expect, test } from 'vitest'
import { tickReportSchema } from '../../data/bridge/sync-actions.ts'
import { reportWords, syncHealth } from './sync-words.ts'

const FINE = { lagSeconds: 12, pausedReason: null, lastError: null }

test('a look at the backend half a minute ago is fresh, three missed ticks are stale', () => {
  expect(syncHealth({ ...FINE, lagSeconds: 30 })).toBe('fresh')
  expect(syncHealth({ ...FINE, lagSeconds: 91 })).toBe('stale')
})

test('before the first tick there is no lag, and that is said', () => {
  expect(syncHealth({ ...FINE, lagSeconds: null })).toBe('never')
})

test('a pause is told before the error that may be behind it', () => {
  const lastError = { code: 'network', message: 'Not reached.', hint: 'Wait.', at: null }
  expect(syncHealth({ ...FINE, lastError })).toBe('failing')
  expect(syncHealth({ ...FINE, lastError, pausedReason: 'maintenance' })).toBe('paused')
})

test('a failed press says what happened and what to do', () => {
  const error = { code: 'network', message: 'It could not be reached.', hint: 'Check it.' }
  const report = tickReportSchema.parse({ state: 'failed', error })
  expect(reportWords(report)).toBe('It could not be reached. Check it.')
})

test('a press that found nothing says so instead of counting to zero', () => {
  expect(reportWords(tickReportSchema.parse({ state: 'done' }))).toBe('Nothing new from the agents')
  expect(reportWords(tickReportSchema.parse({ state: 'done', read: 2, changed: 1 }))).toBe(
    '2 conversations read, 1 status changed',
  )
})
