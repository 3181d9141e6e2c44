import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

const TEXT = 'Name,Phone\nZoë Łuczak,07700 900123\n'
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(at * 2, text.charCodeAt(at), littleEndian)
  }
  return new Uint8Array(view.buffer)
}
const utf8 = (text: string) => new TextEncoder().encode(text)

test.each([
  ['utf-8', utf8(TEXT)],
  ['utf-8', utf8(`\uFEFF${TEXT}`)],
  ['utf-16le', utf16(`\uFEFF${TEXT}`, true)],
  ['utf-16be', utf16(`\uFEFF${TEXT}`, false)],
  ['utf-16le', utf16(TEXT, true)],
  ['utf-16be', utf16(TEXT, false)],
])('%s is told by its bytes, and a byte order mark is no part of the text', (encoding, bytes) => {
  expect(decodeText(bytes)).toEqual({ text: TEXT, encoding })
})

test('what is no sound UTF-8 is read as Windows writes it', () => {
  const bytes = Uint8Array.from([0x5a, 0x6f, 0xeb, 0x2c, 0x80, 0x0a]) // "Zoë,€" in Windows-1252
  expect(decodeText(bytes)).toEqual({ text: 'Zoë,€\n', encoding: 'windows-1252' })
})

test('no bytes are no text', () => {
  expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' })
})
