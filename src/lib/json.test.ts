import { expect, test } from 'vitest'
import { isJsonObject, parseJsonText } from './json.ts'

test('only plain objects are objects: lists, null and texts are not', () => {
  expect(isJsonObject({})).toBe(true)
  expect([[], null, 'x', 1, undefined].some(isJsonObject)).toBe(false)
})

test('JSON text is read, other text and text above the limit are undefined', () => {
  expect(parseJsonText('{"a":1}')).toEqual({ a: 1 })
  expect(parseJsonText('{"a":')).toBeUndefined()
  expect(parseJsonText('"abc"', 4)).toBeUndefined()
})
