import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const PROJECT = resolve(import.meta.dirname, '../..')

/** Written by tools, not by people; the rules for what people read do not apply to them. */
const GENERATED: ReadonlySet<string> = new Set([
  'src/data/frontend/database.types.ts',
  'src/data/backend/database.types.ts',
])

/**
 * Paths of the project's hand-written source, relative to its folder: what git tracks, and what
 * it would track if added now.
 */
export function listSources(): readonly string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
    { cwd: PROJECT, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
  )
  return listed
    .split('\0')
    .filter((path) => /\.(ts|tsx|sql|mjs)$/.test(path) && !GENERATED.has(path))
    .filter((path) => existsSync(join(PROJECT, path)))
}
