import { expect, test } from 'vitest'
import { paths, toHref } from './paths.ts'

test('an id that holds reserved characters stays one segment', () => {
  expect(paths.campaign('a/b?c')).toBe('/campaigns/a%2Fb%3Fc')
})

test('lists become repeated parameters, and empty values are left out', () => {
  expect(toHref('/jobs', { status: ['hired', 'rejected'], q: '', page: 2, tag: undefined })).toBe(
    '/jobs?status=hired&status=rejected&page=2',
  )
})

test('without a search part there is no question mark', () => {
  expect(paths.jobs({ q: undefined })).toBe('/jobs')
})

test('the address to come back to survives the detour over the sign-in page', () => {
  const next = '/jobs/1?candidate=2&tab=chat'
  const url = new URL(paths.signIn(next), 'http://127.0.0.1')
  expect(url.searchParams.get('next')).toBe(next)
})
