import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinTags, splitTags } from './tag-list.ts'

test.each([
  ['night shift, gas;  own van ', ['night shift', 'gas', 'own van']],
  ['gas, gas,,', ['gas']],
  ['', []],
])('the tags of %j are %j', (cell, tags) => {
  expect(splitTags(cell)).toEqual(tags)
})

test('tags that were exported are read back as they were', () => {
  const tag = fc
    .string({ minLength: 1 })
    .map((text) => text.replaceAll(/[,;]/g, '').trim())
    .filter((text) => text !== '')
  fc.assert(
    fc.property(fc.uniqueArray(tag), (tags) => {
      expect(splitTags(joinTags(tags))).toEqual(tags)
    }),
  )
})
