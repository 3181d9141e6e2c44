import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadSecrets } from './secrets.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-secrets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('secrets are made once per data folder and only its owner can read them', () => {
  const first = loadSecrets(folder, false)
  expect(loadSecrets(folder, true)).toEqual(first)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
})

test('two data folders share no secret', () => {
  const other = mkdtempSync(join(tmpdir(), 'rollcall-secrets-'))
  const [one, two] = [loadSecrets(folder, false), loadSecrets(other, false)]
  expect(one.frontend.jwtSecret).not.toBe(two.frontend.jwtSecret)
  expect(one.frontend.jwtSecret).not.toBe(one.backend.jwtSecret)
  expect(one.demoPassword).not.toBe(two.demoPassword)
  rmSync(other, { recursive: true })
})

test('databases without their secrets are not silently given new ones', () => {
  expect(() => loadSecrets(folder, true)).toThrow('secrets.json is missing')
})

test('a damaged file says so', () => {
  writeFileSync(join(folder, 'secrets.json'), '{"frontend":{}}')
  expect(() => loadSecrets(folder, true)).toThrow('secrets.json is damaged')
  writeFileSync(join(folder, 'secrets.json'), '{"fron')
  expect(() => loadSecrets(folder, true)).toThrow("secrets.json can't be read")
})
