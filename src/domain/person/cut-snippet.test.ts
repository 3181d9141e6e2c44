import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutSnippet } from './cut-snippet.ts'

const found = (text: string, query: string) =>
  cutSnippet(text, query).flatMap((part) => (part.found ? [part.text] : []))

test('words are marked whatever their case and accents', () => {
  expect(found('Żółw and ZOLWIE, no wol', 'żołw')).toEqual(['Żółw', 'ZOLWIE'])
})

test('a long text is cut around the first word, and says so', () => {
  const text = `${'x '.repeat(200)}gas safe card ${'y '.repeat(200)}`
  const parts = cutSnippet(text, 'gas')
  expect(parts[0]?.text).toBe('…')
  expect(parts.at(-1)?.text).toBe('…')
  expect(parts.filter((part) => part.found)).toEqual([{ text: 'gas', found: true }])
})

test('without the word its beginning stays', () => {
  expect(cutSnippet('hello there', 'other')).toEqual([{ text: 'hello there', found: false }])
})

test('a short text is never changed, whatever is marked in it', () => {
  const together = (text: string, query: string) =>
    cutSnippet(text, query, 1_000)
      .map((part) => part.text)
      .join('')
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), fc.string({ maxLength: 10 }), (text, query) => {
      expect(together(text, query)).toBe(text)
    }),
  )
})
