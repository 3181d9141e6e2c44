import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitLinks } from './split-links.ts'

const links = (text: string) =>
  splitLinks(text)
    .filter((piece) => piece.kind === 'link')
    .map((piece) => piece.text)

test('the full stop behind an address is not part of it', () => {
  expect(links('See https://example.com/a. Then (https://example.com/b).')).toEqual([
    'https://example.com/a',
    'https://example.com/b',
  ])
})

test('a bracket that the address opened stays in it', () => {
  expect(links('https://example.com/Plumber_(trade)')).toEqual([
    'https://example.com/Plumber_(trade)',
  ])
})

test('only web addresses become links', () => {
  expect(links('javascript:alert(1) data:text/html,x ftp://example.com mailto:a@b.test')).toEqual(
    [],
  )
})

test('nothing of a text is lost or added, whatever it holds', () => {
  const texts = fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.constant('https://')))
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join(' ')
      expect(
        splitLinks(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
    { numRuns: 40 }, // web addresses are slow to make
  )
})
