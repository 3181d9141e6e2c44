import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saysDisclosure, withDisclosure } from './ai-disclosure.ts'

const sentence = 'I am an AI assistant.'

test.each([
  ['Hi! I am an AI assistant. Are you looking for work?', true],
  ['HI!  i am an\nai assistant. Are you looking for work?', true],
  ['Hi! I am Robin. Are you looking for work?', false],
  ['', false],
])('%j says it: %s', (message, says) => {
  expect(saysDisclosure(message, sentence)).toBe(says)
})

test('without a sentence no message says it', () => {
  expect(saysDisclosure('Hi!', '  ')).toBe(false)
})

test('put in front once, the sentence is found and not put there again', () => {
  fc.assert(
    fc.property(fc.string(), (message) => {
      const once = withDisclosure(message, sentence)
      expect(saysDisclosure(once, sentence)).toBe(true)
      expect(withDisclosure(once, sentence)).toBe(once)
    }),
  )
})
