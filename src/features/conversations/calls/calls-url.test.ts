import { expect, test } from 'vitest'
import { parseUrlState } from '../../../ui/filter/url-state.ts'
import { callsUrl, firstDayOf, toCallFilter } from './calls-url.ts'

const filterOf = (search: string) =>
  toCallFilter(parseUrlState(callsUrl, new URLSearchParams(search)), undefined)

test('the last day of a span is included', () => {
  const { from, to } = filterOf('from=2026-09-01&to=2026-09-02')
  expect(new Date(from ?? '').getDate()).toBe(1)
  expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(2 * 86_400_000)
})

test('a length asks for a span of seconds, and the shortest has no beginning', () => {
  expect(filterOf('duration=medium')).toMatchObject({ minSeconds: 30, maxSeconds: 180 })
  expect(filterOf('duration=short')).toMatchObject({ minSeconds: undefined, maxSeconds: 30 })
})

test('nonsense in the address narrows nothing', () => {
  expect(filterOf('from=yesterday&outcome=fine&page=0')).toMatchObject({
    from: undefined,
    outcomes: [],
    page: 0,
    sort: '-called_at',
  })
})

test('the last seven days begin six days ago, over the end of a month', () => {
  expect(firstDayOf('week', new Date(2026, 8, 3, 15))).toBe('2026-08-28')
})
