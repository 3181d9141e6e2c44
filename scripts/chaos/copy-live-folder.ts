import { chownSync, lstatSync } from 'node:fs'
import { chmod, copyFile, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Copies a folder in which files come and go meanwhile; those that are gone are left out. Owners
 * and modes are kept, because PostgreSQL insists on its own.
 */
export async function copyLiveFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyLiveFolder(source, copy).catch(unlessGone)
    else if (entry.isFile()) {
      await copyFile(source, copy)
        .then(() => takeAfter(source, copy))
        .catch(unlessGone)
    }
  }
  await takeAfter(from, to)
}

/** Gives the copy the owner and the mode of what it was made from. */
export async function takeAfter(source: string, copy: string): Promise<void> {
  const { uid, gid, mode } = lstatSync(source)
  if (process.getuid?.() === 0) chownSync(copy, uid, gid)
  await chmod(copy, mode & 0o777)
}

function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
