/**
 * Makes a PNG of up to 256 colours out of Chromium's, a third of its size. An interface has few
 * colours; those between are the soft edges of letters. After the PNG specification, 3rd edition.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
const MAX_COLOURS = 256
const RGB = 3

type Picture = { readonly width: number; readonly height: number; readonly rgb: Uint8Array }

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [up - corner, left - corner, left + up - 2 * corner].map(
    Math.abs,
  )
  if (toLeft === undefined || toUp === undefined || toCorner === undefined) return corner
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** Reads what Chromium writes: 8 bits a channel, RGB or RGBA, not interlaced. */
function decode(png: Buffer): Picture {
  const parts: Buffer[] = []
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(png.subarray(at + 8, at + 8 + length))
    }
    at += 12 + length
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const step = png[25] === 6 ? 4 : RGB
  const stride = width * step
  const lines = inflateSync(Buffer.concat(parts))
  const rgb = new Uint8Array(width * height * RGB)
  let above = new Uint8Array(stride)
  for (let y = 0; y < height; y += 1) {
    const from = y * (stride + 1)
    const filter = lines[from]
    const line = Uint8Array.from(lines.subarray(from + 1, from + 1 + stride))
    for (let x = 0; x < stride; x += 1) {
      const left = line[x - step] ?? 0
      const up = above[x] ?? 0
      const corner = above[x - step] ?? 0
      const guesses = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0]
      line[x] = (line[x] ?? 0) + (guesses[filter ?? 0] ?? 0)
    }
    for (let x = 0; x < width; x += 1) {
      rgb.set(line.subarray(x * step, x * step + RGB), (y * width + x) * RGB)
    }
    above = line
  }
  return { width, height, rgb }
}

const channels = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const

function distance(one: number, other: number): number {
  const [r1, g1, b1] = channels(one)
  const [r2, g2, b2] = channels(other)
  return (r1 - r2) ** 2 + (g1 - g2) ** 2 + (b1 - b2) ** 2
}

/** Takes the colour whose lack would show most, until there are enough; each colour's place in it. */
function choosePalette(counts: ReadonlyMap<number, number>) {
  const colours = [...counts].map(([colour, count]) => ({ colour, count, off: Infinity, place: 0 }))
  const palette: number[] = []
  while (palette.length < MAX_COLOURS) {
    const worst = colours.reduce((most, each) =>
      each.off * each.count > most.off * most.count ? each : most,
    )
    if (worst.off === 0) break
    const place = palette.push(worst.colour) - 1
    for (const each of colours) {
      const off = distance(each.colour, worst.colour)
      if (off < each.off) Object.assign(each, { off, place })
    }
  }
  return { palette, places: new Map(colours.map(({ colour, place }) => [colour, place])) }
}

/** The same picture in at most 256 colours. */
export function toPalettePng(png: Buffer): Buffer {
  const { width, height, rgb } = decode(png)
  const pixels = Uint32Array.from({ length: width * height }, (_, at) =>
    Buffer.from(rgb.buffer, at * RGB, RGB).readUIntBE(0, RGB),
  )
  const counts = new Map<number, number>()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const { palette, places } = choosePalette(counts)
  const lines = new Uint8Array((width + 1) * height)
  pixels.forEach((pixel, at) => {
    lines[at + Math.floor(at / width) + 1] = places.get(pixel) ?? 0
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}
