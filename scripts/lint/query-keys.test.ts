import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listSources, PROJECT } from './tracked-files.ts'

/** A key with what is read into it. A mutation only names keys, and reads nothing. */
const READ = /queryKey: (queryKeys\.\w+\([^\n]*?\)|\[[^\n]*?\])(?: as const)?,\s+queryFn/g

// Two places that read into one key find each other's rows there, in a shape they may not expect.
test('what is kept under one query key is read in one place', () => {
  const readers = new Map<string, string[]>()
  for (const path of listSources().filter((each) => /^src\/(?!.*\.test\.)/.test(each))) {
    for (const [, key = ''] of readFileSync(join(PROJECT, path), 'utf8').matchAll(READ)) {
      readers.set(key, [...(readers.get(key) ?? []), path])
    }
  }
  expect(readers.size).toBeGreaterThan(30)
  expect([...readers].filter(([, paths]) => paths.length > 1)).toEqual([])
})
