import { execFile } from 'node:child_process'
import { chownSync, lstatSync, mkdirSync } from 'node:fs'
import { chmod } from 'node:fs/promises'

/**
 * Copies a folder in which files come and go meanwhile; those that are gone are left out. Owners
 * and modes are kept, because PostgreSQL insists on its own. By a process of its own: this one is
 * busy with the storm, and files come to it one by one.
 */
export function copyLiveFolder(from: string, to: string): Promise<void> {
  mkdirSync(to, { recursive: true })
  return new Promise((resolve, reject) => {
    execFile('cp', ['-a', `${from}/.`, to], (error, _stdout, stderr) => {
      const faults = stderr.split('\n').filter((line) => line !== '')
      const isWhole = error === null || faults.every((line) => /No such file/.test(line))
      if (isWhole) resolve()
      else reject(new Error(faults[0] ?? error?.message ?? 'The copy failed.'))
    })
  })
}

/** Gives the copy the owner and the mode of what it was made from. */
export async function takeAfter(source: string, copy: string): Promise<void> {
  const { uid, gid, mode } = lstatSync(source)
  if (process.getuid?.() === 0) chownSync(copy, uid, gid)
  await chmod(copy, mode & 0o777)
}
