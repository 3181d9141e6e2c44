#!/usr/bin/env node
/**
 * `npm start` and `npm run dev` on a machine with nothing but Node 20 or later and npm: installs
 * what is missing, then runs the local stack on Node 24.
 */
import { spawn } from 'node:child_process'
import { fail, installPackages, NODE, PROJECT_ROOT, requireNode20 } from './install.mjs'

requireNode20()
installPackages()

// The channel tells the stack when this process is gone, even by kill -9.
const child = spawn(NODE, ['scripts/stack/main.ts', ...process.argv.slice(2)], {
  cwd: PROJECT_ROOT,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal))
}
child.on('error', (error) => {
  fail(
    `Node 24 can't be started (${error.message}).`,
    'Delete node_modules, then run npm start again.',
  )
})
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1)
  fail(`Rollcall was ended by ${signal}.`, 'Nothing is lost: npm start recovers the data.')
})
