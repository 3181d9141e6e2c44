import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listSources, PROJECT, SOURCE } from './tracked-files.ts'

/** More than a newcomer holds in mind at once; a longer file has a second subject to move out. */
const MAX_LINES = 300

test('no hand-written file of source, style or prose is longer than 300 lines', () => {
  const sizes = listSources([...SOURCE, 'css', 'md']).map((path) => {
    const lines = readFileSync(join(PROJECT, path), 'utf8').trimEnd().split('\n').length
    return { path, lines }
  })
  expect(sizes.length).toBeGreaterThan(0)
  expect(sizes.filter(({ lines }) => lines > MAX_LINES)).toEqual([])
})
