import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sanitiseJson, sanitiseText } from './sanitise-text.ts'

test('NUL and lone surrogates go, emoji and accents stay', () => {
  expect(sanitiseText('a\u0000b')).toBe('ab')
  expect(sanitiseText('x\uD83Dy\uDE00z')).toBe('xyz')
  expect(sanitiseText('Zoë 😀 łódź')).toBe('Zoë 😀 łódź')
})

test('a JSON value is cleaned in its texts and keys at any depth', () => {
  expect(
    sanitiseJson({ 'a\u0000': ['b\u0000', { c: 'd\uD800', n: 1, t: true, z: null }] }),
  ).toEqual({
    a: ['b', { c: 'd', n: 1, t: true, z: null }],
  })
})

test('a key named __proto__ stays data', () => {
  const cleaned = sanitiseJson(JSON.parse('{"__proto__":{"admin":true}}'))
  expect(JSON.stringify(cleaned)).toBe('{"__proto__":{"admin":true}}')
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
})

test('whatever comes in, what comes out is storable and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (binary, plain) => {
      const dirty = `${binary}\uD800${plain}\u0000\uDC00`
      const cleaned = sanitiseText(dirty)
      expect(cleaned.isWellFormed()).toBe(true)
      expect(cleaned).not.toContain('\u0000')
      expect(sanitiseText(cleaned)).toBe(cleaned)
    }),
  )
})
