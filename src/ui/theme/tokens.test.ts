import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ROW_HEIGHTS } from './density.ts'
import { TONES, parseTone } from './tones.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** The hex colours of one scheme's block, by custom property. */
function colours(scheme: string): Map<string, string> {
  const block = css.split(`[data-mantine-color-scheme='${scheme}'] {`)[1]?.split('}')[0] ?? ''
  return new Map(
    [...block.matchAll(/--rc-([a-z-]+): (#[0-9a-f]{6})/g)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  )
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['surface', 'sunken', 'raised', 'hover', 'selected']

for (const scheme of ['light', 'dark']) {
  const named = colours(scheme)
  const colour = (name: string) => named.get(name) ?? '#missing'

  test(`text can be read on every ground in ${scheme}`, () => {
    for (const ink of ['ink', 'muted', 'accent']) {
      for (const ground of GROUNDS) {
        expect(contrast(colour(ink), colour(ground)), `${ink} on ${ground}`).toBeGreaterThan(4.5)
      }
    }
  })

  test(`each tone's ink can be read on its paper and on the page in ${scheme}`, () => {
    for (const tone of TONES) {
      for (const ground of [`${tone}-paper`, ...GROUNDS]) {
        const ratio = contrast(colour(`${tone}-ink`), colour(ground))
        expect(ratio, `${tone} on ${ground}`).toBeGreaterThan(4.5)
      }
    }
  })

  test(`dots, bars, the focus ring and control borders stand out in ${scheme}`, () => {
    for (const mark of [...TONES.map((tone) => `${tone}-solid`), 'focus', 'line-strong']) {
      expect(contrast(colour(mark), colour('surface')), mark).toBeGreaterThan(3)
    }
  })
}

test('an unknown colour name is grey', () => {
  expect(parseTone('teal')).toBe('teal')
  expect(parseTone('octarine')).toBe('gray')
  expect(parseTone(null)).toBe('gray')
})

test('rows are as high as lists of which only the seen part exists reckon with', () => {
  const heights = [...css.matchAll(/--rc-row: (\d+)px/g)].map((match) => Number(match[1]))
  expect(heights).toEqual([ROW_HEIGHTS.comfortable, ROW_HEIGHTS.compact])
})
