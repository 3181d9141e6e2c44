import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holdsOnlyOwnEntries, openDataFolder, readJsonFile, writeJsonFile } from './data-folder.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rollcall-data-'))
})
afterEach(() => rmSync(root, { recursive: true }))

test('a data folder is made with everything on the way to it', () => {
  const folder = openDataFolder(join(root, 'a/b'))
  expect(existsSync(folder.logs)).toBe(true)
  expect(statSync(folder.path).mode & 0o066).toBe(0)
})

test('a file in the place of the folder is explained', () => {
  writeFileSync(join(root, 'taken'), '')
  expect(() => openDataFolder(join(root, 'taken'))).toThrow("can't be written (ENOTDIR)")
})

test.runIf(existsSync('/proc/self'))('a folder that the system refuses is explained', () => {
  expect(() => openDataFolder('/proc/rollcall/x')).toThrow("/proc/rollcall/x can't be written")
})

test('only a folder with nothing of anybody else’s may be deleted', () => {
  const folder = openDataFolder(join(root, 'data'))
  writeJsonFile(join(folder.path, 'secrets.json'), {})
  expect(holdsOnlyOwnEntries(folder.path)).toBe(true)
  writeFileSync(join(folder.path, 'thesis.odt'), '')
  expect(holdsOnlyOwnEntries(folder.path)).toBe(false)
})

test('a JSON file is private, and none is null', () => {
  const path = join(root, 'x.json')
  expect(readJsonFile(path)).toBeNull()
  writeJsonFile(path, { a: 1 })
  expect(readJsonFile(path)).toEqual({ a: 1 })
  expect(statSync(path).mode & 0o777).toBe(0o600)
})
