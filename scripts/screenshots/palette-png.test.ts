import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { toPalettePng } from './palette-png.ts'

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(data.length, 0)
  numbers.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)])
}

/** A picture of 2 × 2 in RGBA whose second line says what differs from the first. */
function tinyPng(): Buffer {
  const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 6, 0, 0, 0])
  const first = [1, 255, 0, 0, 255, 0, 0, 255, 0] // filter 1: each pixel from the left one
  const second = [2, 0, 0, 9, 0, 0, 0, 0, 0] // filter 2: each pixel from the one above
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([...first, ...second]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('a picture keeps its pixels as places in a palette', () => {
  const png = toPalettePng(tinyPng())
  const at = (name: string) => png.indexOf(name) + 4
  const length = (name: string) => png.readUInt32BE(at(name) - 8)
  const data = (name: string) => png.subarray(at(name), at(name) + length(name))
  const palette = [...Array(length('PLTE') / 3).keys()].map((place) =>
    data('PLTE').toString('hex', place * 3, place * 3 + 3),
  )
  const [, one, two, , three, four] = inflateSync(data('IDAT'))
  expect([one, two, three, four].map((place) => palette[place ?? 99])).toEqual([
    'ff0000',
    'ff00ff',
    'ff0009',
    'ff00ff',
  ])
  expect(data('IHDR').toString('hex')).toBe('00000002000000020803000000')
})
