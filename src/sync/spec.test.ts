import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const SPEC = readFileSync('src/sync/SPEC.md', 'utf8')
const ROW = /^\| (?<name>[^|]+?) +\| `(?<file>[^`]+)` +\|$/gm

const sections = SPEC.split(/^### (?=S\d+\. )/m).slice(1)

test('the promises are numbered without gaps', () => {
  expect(sections.map((section) => /^S(\d+)/.exec(section)?.[1])).toEqual(
    Array.from({ length: 11 }, (_, index) => String(index + 1)),
  )
})

test.each(sections.map((section) => [section.split('\n', 1)[0] ?? '', section]))(
  '"%s" is held by tests that exist',
  (_title, section) => {
    const rows = [...section.matchAll(ROW)].map(({ groups }) => groups)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(readFileSync(row?.['file'] ?? '', 'utf8')).toContain(row?.['name'] ?? '')
    }
  },
)
