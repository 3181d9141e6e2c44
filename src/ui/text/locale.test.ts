import { expect, test } from 'vitest'
import { formatShare } from './locale.ts'

test.each([
  [0, 1944, '0%'],
  [6, 1944, '<1%'],
  [1, 8, '13%'],
  [1943, 1944, '>99%'],
  [1944, 1944, '100%'],
  [0, 0, '–'],
])('%i of %i is %s: somebody is not nobody, and not all is not everybody', (part, whole, words) => {
  expect(formatShare(part, whole)).toBe(words)
})
