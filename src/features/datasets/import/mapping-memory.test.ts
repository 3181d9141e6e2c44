// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { firstMapping, rememberMapping } from './mapping-memory.ts'

beforeEach(() => {
  localStorage.clear()
})

test('a file with new headers is guessed', () => {
  expect(firstMapping(['Name', 'Mobile']).fields).toEqual({ fullName: 0, phone: 1 })
})

test('the same headers are mapped as they were last time, others are not', () => {
  const headers = ['Who', 'Mobile', 'Home phone']
  rememberMapping({ headers, fields: { fullName: 0, phone: 2 } })
  expect(firstMapping(headers).fields).toEqual({ fullName: 0, phone: 2 })
  expect(firstMapping(['Who', 'Mobile']).fields).toEqual({ phone: 1 })
})

test('what the browser kept but nobody can read is forgotten', () => {
  localStorage.setItem('rollcall-import-mappings', '{broken')
  expect(firstMapping(['Name']).fields).toEqual({ fullName: 0 })
})
