/**
 * Installs the packages when they are missing or not those of package-lock.json. Plain JavaScript
 * for Node 20 and later that imports nothing but Node itself: it runs before any package is there.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Node 24 of the npm package `node`: what everything but the starters runs on. */
export const NODE = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))

const LOCK_FILE = `${PROJECT_ROOT}package-lock.json`
const STAMP_FILE = `${PROJECT_ROOT}node_modules/.rollcall-installed`
/** npm writes it as the last step of an installation. */
const NPM_STAMP_FILE = `${PROJECT_ROOT}node_modules/.package-lock.json`
/** `npm install` writes the lock file after its own stamp. */
const NPM_WRITES_WITHIN_MS = 2000

/** Exits with a message unless this Node can run the starter and npm. */
export function requireNode20() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= 20) return
  fail(
    `Node ${process.versions.node} is too old: Rollcall needs Node 20 or later.`,
    'Install a current Node from nodejs.org, then run the command again.',
  )
}

/** Makes sure that node_modules holds what package-lock.json names; exits with a message if not. */
export function installPackages() {
  const wanted = fingerprint()
  if (isInstalled(wanted)) return
  console.log('Installing packages, which takes a minute …')
  const failure = existsSync(LOCK_FILE) ? installLocked() : runNpm(['install'], 'inherit')
  if (failure) {
    fail(
      `The packages could not be installed (${failure}).`,
      'Read what npm says above; often the network or a proxy is the reason. Then run the command again.',
    )
  }
  if (!existsSync(NODE)) {
    fail(
      'The packages are there, but their install scripts did not run.',
      'Allow them (npm config set ignore-scripts false), delete node_modules, then run the command again.',
    )
  }
  writeFileSync(STAMP_FILE, wanted)
}

// `npm ci` refuses a lock file that was made on another kind of machine and lacks the programs
// for this one. `npm install` takes the same versions from it, and adds what is missing.
function installLocked() {
  const failure = runNpm(['ci'], 'pipe')
  if (!failure) return null
  if (!/EUSAGE/.test(failure)) {
    console.error(failure)
    return 'npm ci failed'
  }
  return runNpm(['install', '--no-save'], 'inherit')
}

/** Runs npm; answers null where it went well, else what it said or how it ended. */
function runNpm(command, output) {
  const args = [...command, '--include=dev', '--include=optional', '--loglevel=error']
  const npm = process.env.npm_execpath
  const [program, programArgs] = npm?.endsWith('.js')
    ? [process.execPath, [npm, ...args]]
    : ['npm', args]
  const run = spawnSync(program, programArgs, {
    cwd: PROJECT_ROOT,
    encoding: 'utf8',
    stdio: ['ignore', output, output],
    shell: program === 'npm' && process.platform === 'win32',
  })
  if (run.error) {
    fail('npm was not found.', 'Install Node with npm from nodejs.org, then run the command again.')
  }
  if (run.status === 0) return null
  return run.stderr || `npm ${command[0]} ended with ${run.status ?? run.signal}`
}

/** Prints what happened and what to do, and ends with exit code 1. */
export function fail(what, todo) {
  console.error(`\n${what}\n${todo}`)
  process.exit(1)
}

function isInstalled(wanted) {
  if (!existsSync(NODE)) return false
  if (existsSync(STAMP_FILE) && readFileSync(STAMP_FILE, 'utf8') === wanted) return true
  // Installed by hand with npm: good unless the lock file is newer.
  if (!existsSync(NPM_STAMP_FILE) || !existsSync(LOCK_FILE)) return false
  const installedMs = statSync(NPM_STAMP_FILE).mtimeMs + NPM_WRITES_WITHIN_MS
  if (installedMs < statSync(LOCK_FILE).mtimeMs) return false
  writeFileSync(STAMP_FILE, wanted)
  return true
}

function fingerprint() {
  const source = existsSync(LOCK_FILE) ? LOCK_FILE : `${PROJECT_ROOT}package.json`
  const hash = createHash('sha256').update(readFileSync(source)).digest('hex')
  return `${process.platform}-${process.arch} ${hash}\n`
}
