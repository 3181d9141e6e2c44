import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'

export const PROJECT = resolve(import.meta.dirname, '../..')

/** Written by tools, not by people; the rules for what people read do not apply to them. */
const GENERATED: ReadonlySet<string> = new Set([
  'src/data/frontend/database.types.ts',
  'src/data/backend/database.types.ts',
])

export const SOURCE: readonly string[] = ['ts', 'tsx', 'sql', 'mjs']

/**
 * Paths of the project's hand-written files with one of these endings, relative to its folder:
 * what git tracks, and what it would track if added now.
 *
 * @param endings without the dot; the source alone where none are given
 */
export function listSources(endings = SOURCE): readonly string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
    { cwd: PROJECT, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
  )
  return listed
    .split('\0')
    .filter((path) => endings.includes(extname(path).slice(1)) && !GENERATED.has(path))
    .filter((path) => existsSync(join(PROJECT, path)))
}
