import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listMigrations, planMigrations } from './migrations.ts'

const file = (version: string, sql: string) => ({ version, name: 'x', sql })

test('migrations are listed in order of their versions, other files are skipped', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-migrations-'))
  for (const name of ['20260102_second_one.sql', '20260101_first.sql', 'notes.md', 'draft.sql']) {
    writeFileSync(join(folder, name), `-- ${name}`)
  }
  expect(listMigrations(folder)).toEqual([
    { version: '20260101', name: 'first', sql: '-- 20260101_first.sql' },
    { version: '20260102', name: 'second_one', sql: '-- 20260102_second_one.sql' },
  ])
  rmSync(folder, { recursive: true })
})

test('what is not recorded is pending', () => {
  const files = [file('1', 'select 1;'), file('2', 'select 2;')]
  const plan = planMigrations(files, [{ version: '1', statements: ['select 1'] }])
  expect(plan).toEqual({ pending: [files[1]], changed: [], unknown: [] })
})

test('a migration that was edited after it was applied is noticed', () => {
  const edited = file('1', 'create table t (a int); create table u (a int);')
  const plan = planMigrations([edited], [{ version: '1', statements: ['create table t (a int)'] }])
  expect(plan.changed).toEqual([edited])
  expect(plan.pending).toEqual([])
})

test('a record without statements, as older tools left, is taken as it is', () => {
  expect(planMigrations([file('1', 'x')], [{ version: '1', statements: null }]).changed).toEqual([])
})

test('a recorded migration without a file is reported as unknown', () => {
  expect(planMigrations([], [{ version: '9', statements: null }]).unknown).toEqual(['9'])
})
