import { afterEach, expect, test, vi } from 'vitest'
import { APP_ERROR_KINDS, AppError } from '../../lib/app-error.ts'
import { describeError } from './errors.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('every kind of failure says what happened and what to do', () => {
  for (const kind of APP_ERROR_KINDS) {
    const words = describeError(new AppError(kind, ''))
    expect(words.title).not.toBe('')
    expect(words.advice).not.toBe('')
  }
})

test('a refusal keeps the reason that the other side gave, and its hint', () => {
  const error = new AppError('invalid', 'The end lies before the start', {
    hint: 'Swap the dates.',
  })
  expect(describeError(error)).toMatchObject({
    title: 'The end lies before the start',
    advice: 'Swap the dates.',
  })
})

test('a technical message of a missing permission is not shown', () => {
  const error = new AppError('forbidden', 'permission denied for table jobs')
  expect(describeError(error).title).toBe('You don’t have access to this')
})

test('a launch whose answer was lost keeps the advice not to press again', () => {
  const error = new AppError('timeout', 'No answer', { hint: 'It may still be under way.' })
  expect(describeError(error).advice).toBe('It may still be under way.')
})

const MISSING_PARTS = [
  new TypeError('Failed to fetch dynamically imported module: /assets/x.js'),
  new Error('Unable to preload CSS for /assets/x.css'),
]

test.each(MISSING_PARTS)('a part of the app that can’t be had asks for a reload: %s', (error) => {
  vi.stubGlobal('navigator', { onLine: true })
  expect(describeError(error).advice).toMatch(/reload/i)
})

test.each(MISSING_PARTS)('without a network that is what is missing: %s', (error) => {
  vi.stubGlobal('navigator', { onLine: false })
  expect(describeError(error)).toMatchObject({
    title: 'Rollcall can’t be reached',
    canRetry: true,
  })
})

test('a fault of our own is owned', () => {
  expect(describeError(new Error('x is undefined')).title).toMatch(/fault in Rollcall/)
})

test('a fault inside the database is told as one, not as something wrongly entered', () => {
  const fault = new AppError('invalid', 'cache lookup failed', { code: 'XX000', status: 500 })
  expect(describeError(fault)).toMatchObject({
    title: 'The other side can’t work right now',
    canRetry: true,
  })
  const refused = new AppError('invalid', 'Give it a name.', { code: '23514', status: 400 })
  expect(describeError(refused).title).toBe('Give it a name')
})
