import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { isSameProcess, readProcess } from './process-identity.ts'
import { StackError, systemCode } from './stack-error.ts'

const lockSchema = z.object({ pid: z.int().positive(), startedAt: z.string() })

/** Who holds a data folder. */
export type LockHolder = z.infer<typeof lockSchema>

/** The holder named in a lock file's text, or null if the text is no lock. */
export function parseLock(text: string): LockHolder | null {
  try {
    return lockSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** The running process that holds the lock, or null: no lock, or one left behind by `kill -9`. */
export function findLockHolder(path: string): LockHolder | null {
  const holder = readLock(path)
  return holder && isSameProcess(holder) ? holder : null
}

/**
 * Takes the lock of a data folder for this process.
 *
 * A lock whose process is gone is taken over: it is moved aside first, so that of two starters
 * only one can move it.
 *
 * @returns a function that gives the lock back
 * @throws StackError if a running stack holds it
 */
export function takeLock(path: string): () => void {
  const startedAt = readProcess(process.pid)?.startedAt ?? ''
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify({ pid: process.pid, startedAt }), { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      if (tryLink(draft, path)) return () => releaseLock(path)
      const holder = findLockHolder(path)
      if (holder) throw heldError(holder)
      moveAside(path)
    }
    throw new StackError(
      `The lock ${path} changes hands all the time.`,
      'See which processes start Rollcall on this data folder, and stop all but one.',
    )
  } finally {
    rmSync(draft, { force: true })
  }
}

function readLock(path: string): LockHolder | null {
  try {
    return parseLock(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

// A hard link appears with its content or not at all; it fails if the name exists.
function tryLink(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}

function moveAside(path: string): void {
  const aside = `${path}.stale-${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return
    throw error
  }
  // Another starter may have taken the stale lock over just before: then it is theirs, put it back.
  const moved = readLock(aside)
  if (moved && isSameProcess(moved)) tryLink(aside, path)
  rmSync(aside, { force: true })
}

function releaseLock(path: string): void {
  if (readLock(path)?.pid === process.pid) rmSync(path, { force: true })
}

function heldError(holder: LockHolder): StackError {
  return new StackError(
    `Rollcall is already running on this data folder (process ${holder.pid}).`,
    `Use that one, stop it with kill ${holder.pid}, or choose another folder and port: ROLLCALL_DATA_DIR=/some/folder PORT=4500 npm start.`,
  )
}
