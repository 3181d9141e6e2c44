import { execFile } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PROJECT_ROOT } from './project-root.ts'
import { StackError } from './stack-error.ts'

export const DIST_DIR = join(PROJECT_ROOT, 'dist')

/** What the built app depends on. */
const SOURCES = [
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  'src/**/*.{ts,tsx,css,svg}',
  'public/**',
]

/**
 * Builds the single-page app into `dist` if it isn't there or older than a source.
 *
 * @throws StackError with Vite's own words if it can't be built
 */
export async function buildSpa(report: (line: string) => void): Promise<void> {
  if (!isOutdated()) return
  report('Building the app …')
  const vite = join(PROJECT_ROOT, 'node_modules/vite/bin/vite.js')
  const env = { ...process.env, NODE_ENV: 'production' }
  try {
    const args = [vite, 'build', '--logLevel', 'warn']
    await promisify(execFile)(process.execPath, args, { cwd: PROJECT_ROOT, env })
  } catch (error) {
    const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string }
    throw new StackError(
      `The app can't be built:\n${`${stderr}${stdout}`.trim()}`,
      'Correct the source it names, then start again.',
      error,
    )
  }
}

function isOutdated(): boolean {
  const built = modifiedMs(join(DIST_DIR, 'index.html'))
  if (built === null) return true
  return globSync(SOURCES, { cwd: PROJECT_ROOT }).some(
    (file) => (modifiedMs(join(PROJECT_ROOT, file)) ?? 0) > built,
  )
}

function modifiedMs(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null
}
