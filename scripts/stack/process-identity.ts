import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process as the operating system knows it. A pid alone may have been given to another one. */
export type ProcessIdentity = {
  readonly pid: number
  /** When it started, in the system's own notation: only good for comparing. */
  readonly startedAt: string
  readonly command: string
}

/** The live process with this pid, or null if there is none. */
export function readProcess(pid: number): ProcessIdentity | null {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null
  return process.platform === 'linux' ? readFromProc(pid) : readFromPs(pid)
}

/** True while the very process that was seen before runs, and not another one with its pid. */
export function isSameProcess(seen: Pick<ProcessIdentity, 'pid' | 'startedAt'>): boolean {
  return readProcess(seen.pid)?.startedAt === seen.startedAt
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, but under another account.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function readFromProc(pid: number): ProcessIdentity | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the name in parentheses and may hold spaces; fields 3 and 22 follow it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z') return null
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return { pid, startedAt: fields[19] ?? '', command }
  } catch {
    return null
  }
}

function readFromPs(pid: number): ProcessIdentity | null {
  const options = { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } } as const
  const line = spawnSync('ps', ['-o', 'lstart=,command=', '-p', String(pid)], options).stdout ?? ''
  // `lstart` is 24 characters wide: "Sat Nov 21 10:00:00 2026".
  return line.trim()
    ? { pid, startedAt: line.slice(0, 24).trim(), command: line.slice(24).trim() }
    : null
}
