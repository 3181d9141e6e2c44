import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../lib/app-error.ts'
import { logUnexpected } from './log-unexpected.ts'

let lines: string[] = []
beforeEach(() => {
  lines = []
  vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line))
})
afterEach(() => void vi.restoreAllMocks())

test('a fault is logged with its part, its name and its place, and nothing of what it says', () => {
  const cause = new TypeError('no row for plumber_u00000001_447700900123 of +447700900123')
  logUnexpected('commands', Object.assign(cause, { code: '23505', detail: 'Key (447700900123)' }))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(
    /^bridge fault in commands: TypeError 23505 at log-unexpected\.test\.ts:\d+/,
  )
  expect(lines[0]).not.toContain('7700900123')
})

test('a message that looks like a stack is not taken for one', () => {
  logUnexpected('sync', new Error('bad\n    at +447700900123 (/x/447700900123:1:1)'))
  expect(lines.join()).not.toContain('7700900123')
})

test('what is no error is logged as that', () => {
  logUnexpected('sync', '+447700900123')
  expect(lines).toEqual(['bridge fault in sync: something thrown that is no error (string)'])
})

test('what was foreseen is not logged', () => {
  logUnexpected('sync', new AppError('network', 'The backend does not answer.'))
  expect(lines).toEqual([])
})
