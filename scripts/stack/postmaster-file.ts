import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `postmaster.pid` says: who runs on this cluster. */
export type PostmasterFile = { readonly pid: number; readonly dataDir: string }

/**
 * Parses the text of `postmaster.pid`. Its lines: pid, data directory, start time, port, socket
 * folder, listen address, shared memory, status. A crash may leave a part of it, or pid 0.
 */
export function parsePostmasterFile(text: string): PostmasterFile | null {
  const [pidLine = '', dataDir = ''] = text.split('\n')
  const pid = Number(pidLine.trim())
  return Number.isInteger(pid) && pid > 0 ? { pid, dataDir: dataDir.trim() } : null
}

/** The postmaster named in a cluster's folder, running or not; null if none is named. */
export function readPostmasterFile(clusterDir: string): PostmasterFile | null {
  try {
    return parsePostmasterFile(readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8'))
  } catch {
    return null
  }
}
