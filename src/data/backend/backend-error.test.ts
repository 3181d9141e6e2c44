import { expect, test } from 'vitest'
import { AppError } from '../../lib/app-error.ts'
import { unwrapBackend } from './backend-error.ts'

function failWith(status: number, message: string, code = '') {
  try {
    unwrapBackend({ data: null, status, error: { message, code, details: null, hint: null } })
  } catch (error) {
    if (error instanceof AppError) return error
  }
  throw new Error('nothing was thrown')
}

test('the data of an answer without an error comes through', () => {
  expect(unwrapBackend({ data: 7, error: null, status: 200 })).toBe(7)
})

test('a missing function says what to run', () => {
  const error = failWith(404, 'Could not find the function public.rollcall_feed', 'PGRST202')
  expect(error.kind).toBe('contract')
  expect(error.hint).toContain('npm run backend:install')
})

test.each([
  ['42P01', 'relation "public.chat_history" does not exist', 'table chat_history'],
  ['PGRST205', "Could not find the table 'public.numbers' in the schema cache", 'table numbers'],
  ['42703', 'column session_info.tz does not exist', 'column session_info.tz'],
  ['42703', 'column "tz" does not exist', 'column tz'],
])('%s names what is missing: %s', (code, message, part) => {
  const error = failWith(400, message, code)
  expect(error.kind).toBe('contract')
  expect(error.message).toBe(`The backend has no ${part}.`)
})

test.each([
  [401, 'Invalid API key', ''],
  [401, 'JWSError JWSInvalidSignature', 'PGRST301'],
  [403, 'permission denied for function rollcall_feed', '42501'],
])('a refused key (%i %s) is forbidden and names the setting', (status, message, code) => {
  const error = failWith(status, message, code)
  expect(error.kind).toBe('forbidden')
  expect(error.hint).toContain('BACKEND_SERVICE_KEY')
  expect(error.retryable).toBe(false)
})

test.each([
  [500, 'canceling statement due to statement timeout', '57014', 'timeout'],
  [500, 'deadlock detected', '40P01', 'unavailable'],
  [503, 'Could not connect with the database', 'PGRST001', 'unavailable'],
  [0, 'TypeError: fetch failed', '', 'network'],
  [429, 'slow down', '', 'rate-limited'],
])('%i %s is worth another try', (status, message, code, kind) => {
  const error = failWith(status, message, code)
  expect(error.kind).toBe(kind)
  expect(error.retryable).toBe(true)
})

test('a page in the place of the database is no database', () => {
  const error = failWith(404, '<!doctype html><title>Not found</title>')
  expect(error.kind).toBe('contract')
  expect(error.hint).toContain('BACKEND_URL')
})

test('a fault of the data itself keeps its SQLSTATE and is not retried', () => {
  const error = failWith(400, 'invalid input syntax for type json', '22P02')
  expect(error).toMatchObject({ kind: 'invalid', code: '22P02', retryable: false })
})
