/** What processes hold in memory, as Linux tells it. */
import { readdirSync, readFileSync } from 'node:fs'

const MIB_KB = 1024

function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return '' // it ended meanwhile, or this is not Linux
  }
}

/** MiB of every process with this name, shared pages counted once. 0 where nothing tells. */
export function memoryOf(name: string): number {
  const pids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))
  const kilobytes = pids
    .filter((pid) => readProc(pid, 'comm').trim() === name)
    .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readProc(pid, 'smaps_rollup'))?.[1] ?? 0))
  return kilobytes.reduce((sum, each) => sum + each, 0) / MIB_KB
}
