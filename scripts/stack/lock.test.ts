import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findLockHolder, parseLock, takeLock } from './lock.ts'
import { readProcess } from './process-identity.ts'

let folder: string
let lock: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-lock-'))
  lock = join(folder, 'stack.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

test.each(['', 'not json', '{}', '{"pid":"12"}', '{"pid":-4,"startedAt":"1"}', 'null'])(
  'a lock file that says %j names nobody',
  (text) => {
    expect(parseLock(text)).toBeNull()
  },
)

test('a lock names its process and is gone when given back', () => {
  const release = takeLock(lock)
  expect(findLockHolder(lock)?.pid).toBe(process.pid)
  release()
  expect(existsSync(lock)).toBe(false)
})

test('a second start on the same folder is told who holds it', () => {
  const release = takeLock(lock)
  expect(() => takeLock(lock)).toThrow(
    `already running on this data folder (process ${process.pid})`,
  )
  release()
})

test('a lock left behind by a dead process is taken over', () => {
  writeFileSync(lock, JSON.stringify({ pid: 2 ** 22 - 1, startedAt: '1' }))
  expect(findLockHolder(lock)).toBeNull()
  const release = takeLock(lock)
  expect(parseLock(readFileSync(lock, 'utf8'))?.pid).toBe(process.pid)
  release()
})

test('a pid that meanwhile belongs to another process does not hold the lock', () => {
  const started = readProcess(process.pid)?.startedAt
  writeFileSync(lock, JSON.stringify({ pid: process.pid, startedAt: `${started} before` }))
  expect(findLockHolder(lock)).toBeNull()
})

test('a lock file cut short by a full disk is taken over', () => {
  writeFileSync(lock, '{"pid":')
  takeLock(lock)()
  expect(existsSync(lock)).toBe(false)
})
