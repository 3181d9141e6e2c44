import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { StackError, systemCode } from './stack-error.ts'

/** PostgreSQL needs about 60 MB to be initialised and write-ahead log on top of it. */
const NEEDED_FREE_BYTES = 300 * 1024 * 1024

/** The places inside a data folder. */
export type DataFolder = {
  readonly path: string
  readonly postgres: string
  readonly logs: string
  readonly lock: string
  readonly stackFile: string
}

/**
 * Makes the data folder if it isn't there and proves that it can be written.
 *
 * @throws StackError if it can't be written or its disk is full
 */
export function openDataFolder(path: string): DataFolder {
  try {
    // Root hands the cluster to another account, which must be able to pass through.
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700
    makeFolder(path, mode)
    const probe = join(path, `.write-test-${process.pid}`)
    writeFileSync(probe, 'x'.repeat(4096))
    rmSync(probe)
    makeFolder(join(path, 'logs'), mode)
  } catch (error) {
    throw asStackError(path, error)
  }
  const disk = statfsSync(path)
  if (disk.bavail * disk.bsize < NEEDED_FREE_BYTES) {
    throw diskFull(path)
  }
  return {
    path,
    postgres: join(path, 'postgres'),
    logs: join(path, 'logs'),
    lock: join(path, 'stack.lock'),
    stackFile: join(path, 'stack.json'),
  }
}

// Node's own recursive mkdir never returns where a pseudo file system refuses folders, as in /proc.
function makeFolder(path: string, mode: number): void {
  if (existsSync(path)) {
    if (statSync(path).isDirectory()) return
    throw Object.assign(new Error('a file is in the way'), { code: 'ENOTDIR' })
  }
  makeFolder(dirname(path), 0o755)
  mkdirSync(path, { mode })
}

/** Names that the stack gives to what it puts into a data folder. */
const OWN_ENTRIES =
  /^(logs|postgres(\.new|\.password)?|(ports|processes|secrets|seeded|stack)\.json(\..+)?|stack\.lock(\..+)?|\.write-test-\d+)$/

/** True where a folder holds nothing but what the stack put there: only then may it be deleted. */
export function holdsOnlyOwnEntries(path: string): boolean {
  return readdirSync(path).every((name) => OWN_ENTRIES.test(name))
}

/** The parsed content of a JSON file of the data folder, or null if there is none. */
export function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw new StackError(
      `${path} can't be read.`,
      'Restore it from a copy, or start over with npm run stack:reset.',
      error,
    )
  }
}

/** Writes a JSON file that only its owner can read; a crash leaves the old or the new content. */
export function writeJsonFile(path: string, value: unknown): void {
  const draft = `${path}.${process.pid}.new`
  try {
    writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
    renameSync(draft, path)
  } catch (error) {
    throw asStackError(path, error)
  }
}

function asStackError(path: string, error: unknown): StackError {
  const code = systemCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path)
  return new StackError(
    `The data folder ${path} can't be written${code ? ` (${code})` : ''}.`,
    'Make it yours (chown, chmod), or choose another: ROLLCALL_DATA_DIR=/some/folder npm start.',
    error,
  )
}

function diskFull(path: string): StackError {
  return new StackError(
    `The disk that holds ${path} is full; the databases need at least ${NEEDED_FREE_BYTES / 1024 / 1024} MB.`,
    'Free some space, or choose a folder on another disk: ROLLCALL_DATA_DIR=/some/folder npm start.',
  )
}
