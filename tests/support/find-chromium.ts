import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'
import { findOnPath } from '../../scripts/stack/binaries.ts'

/** Without these, Chromium asks its maker's hosts for things on every start. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const ON_MACOS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/**
 * The browser for end-to-end tests: `CHROMIUM_PATH`, one on PATH, Playwright's own, else one
 * installed now, by apt where root may, by Playwright elsewhere.
 *
 * @throws Error that says what to do if there is none and none can be installed
 */
export function findChromium(env: NodeJS.ProcessEnv): string {
  const chosen = env['CHROMIUM_PATH']
  if (chosen) {
    if (existsSync(chosen)) return chosen
    throw new Error(`CHROMIUM_PATH names ${chosen}, and there is no such file.`)
  }
  const found = lookAround(env)
  if (found) return found
  if (process.getuid?.() === 0 && findOnPath('apt-get', env)) installByApt(env)
  const installed = lookAround(env) ?? installByPlaywright()
  if (installed) return installed
  throw new Error(
    'No Chromium was found, and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  )
}

function lookAround(env: NodeJS.ProcessEnv): string | null {
  const onPath = NAMES.map((name) => findOnPath(name, env)).find((path) => path !== null)
  if (onPath) return onPath
  return [ON_MACOS, chromium.executablePath()].find((path) => existsSync(path)) ?? null
}

function installByApt(env: NodeJS.ProcessEnv): void {
  console.log('Installing Chromium by apt …')
  const options = { stdio: 'ignore', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update'], options)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options)
}

function installByPlaywright(): string | null {
  console.log('Installing Chromium by Playwright …')
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json')
  const cli = join(dirname(manifest), 'cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' })
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null
}
