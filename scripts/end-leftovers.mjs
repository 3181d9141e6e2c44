/** Ends processes that outlived what started them. Plain JavaScript for Node 20 and later. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const PATIENCE_MS = 10_000
const LOOK_EVERY_MS = 50

/**
 * Ends every process whose environment or arguments name a folder: PostgreSQL as it likes best, and
 * whatever is there after ten seconds at once. Where nothing can be found out (Windows) it does nothing.
 *
 * @param {string} folder absolute path that nothing else on the machine would name
 */
export async function endLeftovers(folder) {
  signalAll(findProcesses(folder), 'SIGINT')
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += LOOK_EVERY_MS) {
    if (findProcesses(folder).length === 0) return
    await delay(LOOK_EVERY_MS)
  }
  signalAll(findProcesses(folder), 'SIGKILL')
}

function signalAll(pids, signal) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** The ids of the processes that name the folder. */
function findProcesses(folder) {
  const found = existsSync('/proc/self/environ') ? lookIntoProc(folder) : askPs(folder)
  return found.filter((pid) => pid !== process.pid)
}

function lookIntoProc(folder) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) =>
      ['environ', 'cmdline'].some((file) => read(join('/proc', pid, file)).includes(folder)),
    )
    .map(Number)
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // It has ended, or belongs to somebody else.
  }
}

function askPs(folder) {
  const { stdout } = spawnSync('ps', ['-axEww', '-o', 'pid=,command='], { encoding: 'utf8' })
  return (stdout ?? '')
    .split('\n')
    .filter((line) => line.includes(folder))
    .map((line) => Number.parseInt(line, 10))
}
