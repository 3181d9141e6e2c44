/**
 * Deletes the local stack's data folder: databases, secrets, demo data. The next start begins anew.
 *
 *     npm run stack:reset              asks first
 *     npm run stack:reset -- --yes     does not ask
 */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { runCommand } from './cli/run-command.ts'
import { parseStackConfig } from './stack/config.ts'
import { holdsOnlyOwnEntries } from './stack/data-folder.ts'
import { findLockHolder } from './stack/lock.ts'
import { PROJECT_ROOT } from './stack/project-root.ts'
import { readPostmasterFile } from './stack/postmaster-file.ts'
import { readProcess } from './stack/process-identity.ts'
import { StackError } from './stack/stack-error.ts'

await runCommand(async () => {
  const { values } = parseArgs({ options: { yes: { type: 'boolean', default: false } } })
  const { dataDir } = parseStackConfig([], process.env, PROJECT_ROOT)
  if (!existsSync(dataDir)) {
    console.log(`There is nothing to delete: ${dataDir} does not exist.`)
    return
  }
  requireOurs(dataDir)
  requireStopped(dataDir)
  if (!values.yes && !(await isWanted(dataDir))) {
    console.log('Nothing was deleted.')
    return
  }
  rmSync(dataDir, { recursive: true })
  console.log(`Deleted: ${dataDir}. npm start begins anew.`)
}, 'npm run stack:reset [-- --yes]')

// ROLLCALL_DATA_DIR may name anything, by mistake a home folder too.
function requireOurs(dataDir: string): void {
  if (holdsOnlyOwnEntries(dataDir)) return
  throw new StackError(
    `${dataDir} holds files that are not Rollcall's; nothing was deleted.`,
    'Check ROLLCALL_DATA_DIR. If it is the right one, delete it yourself.',
  )
}

function requireStopped(dataDir: string): void {
  const holder = findLockHolder(join(dataDir, 'stack.lock'))
  const postmaster = readPostmasterFile(join(dataDir, 'postgres'))
  const leftover = postmaster && readProcess(postmaster.pid)?.command.includes(dataDir)
  if (!holder && !leftover) return
  throw new StackError(
    holder
      ? `Rollcall is running on this data folder (process ${holder.pid}); nothing was deleted.`
      : 'PostgreSQL of a killed run still works on this data folder; nothing was deleted.',
    holder
      ? 'Stop it first, with Ctrl-C in its terminal.'
      : `Start and stop Rollcall once, or end it with kill -INT ${postmaster?.pid}.`,
  )
}

async function isWanted(dataDir: string): Promise<boolean> {
  if (!stdin.isTTY) {
    throw new StackError('Nobody is there to answer.', 'Add -- --yes to delete without asking.')
  }
  const terminal = createInterface({ input: stdin, output: stdout })
  const answer = await terminal.question(`Delete ${dataDir} with both databases? (yes/no) `)
  terminal.close()
  return answer.trim().toLowerCase() === 'yes'
}
