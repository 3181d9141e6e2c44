import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const SPEC = readFileSync('src/sync/SPEC.md', 'utf8')
const ROW = /^\| (?<name>[^|]+?) +\| `(?<file>[^`]+)` +\|$/gm

const [promises = '', faults = ''] = SPEC.split(/^## What may go wrong.*$/m)
const sections = promises.split(/^### (?=S\d+\. )/m).slice(1)

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

const FAULT_ROW =
  /^\| +(?<fault>[^|]*?) *\| +(?<outcome>[^|]*?) *\| (?<name>[^|]+?) +\| `(?<file>[^`]+)` +\|$/gm

test('every fault of the table is injected by a test that exists', () => {
  const rows = [...(faults.split(/^## /m)[0] ?? '').matchAll(FAULT_ROW)].map(({ groups }) => groups)
  // A row without a fault is a further test of the one above it.
  expect(rows.filter((row) => row?.['fault'] !== '').length).toBe(18)
  for (const row of rows) {
    expect(readFileSync(row?.['file'] ?? '', 'utf8')).toContain(row?.['name'] ?? '')
  }
})
