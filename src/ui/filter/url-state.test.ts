import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseUrlState, urlList, urlPage, urlText, writeUrlState } from './url-state.ts'

const schema = z.object({
  q: urlText(),
  status: urlList(z.enum(['hired', 'rejected'])),
  sort: z.enum(['name', '-name']).default('name'),
  page: urlPage(),
})

const parse = (search: string) => parseUrlState(schema, new URLSearchParams(search))
const write = (search: string, patch: Partial<z.output<typeof schema>>) =>
  writeUrlState(schema, new URLSearchParams(search), patch).toString()

test('an empty address is every default', () => {
  expect(parse('')).toEqual({ q: '', status: [], sort: 'name', page: 1 })
})

test('a list is read from one parameter or several', () => {
  expect(parse('status=hired').status).toEqual(['hired'])
  expect(parse('status=hired&status=rejected').status).toEqual(['hired', 'rejected'])
})

test('a wrong field falls back to its default and leaves the others alone', () => {
  expect(parse('q=plumber&page=-3&sort=colour&status=fired')).toEqual({
    q: 'plumber',
    status: [],
    sort: 'name',
    page: 1,
  })
})

test('a changed filter goes back to the first page, and defaults are left out', () => {
  expect(write('page=4&sort=-name', { status: ['hired'] })).toBe('status=hired&sort=-name')
})

test('turning the page keeps the filters', () => {
  expect(write('status=hired&q=a', { page: 2 })).toBe('q=a&status=hired&page=2')
})

test('what belongs to others on the page stays in the address', () => {
  expect(write('candidate=7', { q: 'a' })).toBe('candidate=7&q=a')
})

test('what is written is read back the same', () => {
  const state = { q: 'a&b=c', status: ['hired' as const], sort: '-name' as const, page: 3 }
  expect(parse(write('', state))).toEqual(state)
})
