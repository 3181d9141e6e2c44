import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asciiWords } from './ascii-words.ts'

test.each([
  ['Plumber - London', ['plumber', 'london']],
  ['Électricien à Łódź, straße', ['electricien', 'a', 'lodz', 'strasse']],
  ['Водій — Київ', ['vodii', 'kiiv']],
  ['Οδηγός Αθήνα', ['odigos', 'athina']],
  ["Driver's mate & labourer", ['drivers', 'mate', 'and', 'labourer']],
  ['ＨＧＶ　Class １', ['hgv', 'class', '1']],
  ['سباك لندن', []],
  ['管道工', []],
  ['🛠️', []],
])('%s', (name, words) => {
  expect(asciiWords(name)).toEqual(words)
})

test('every word is lower-case ASCII, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const word of asciiWords(text)) expect(word).toMatch(/^[a-z0-9]+$/)
    }),
  )
})
