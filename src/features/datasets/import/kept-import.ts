/**
 * The file of an import that is under way, kept on this device so that it can go on after a
 * reload. It is bound to who began it, and goes when the import ends, is put aside or its owner
 * signs out; at the latest after a week.
 */
import { dropFromDevice, findOnDevice, keepOnDevice } from '../../../ui/file/device-store.ts'
import type { ImportJob } from './import-job.ts'

const NAME = 'rollcall-import'
const KEPT_MS = 7 * 24 * 60 * 60 * 1_000

export type KeptImport = {
  readonly userId: string
  readonly savedAtMs: number
  readonly fileName: string
  readonly blob: Blob
  readonly hasHeaders: boolean
  /** Missing in what was kept before delimiters could be chosen. */
  readonly delimiter?: string
  readonly job: ImportJob
}

/** Keeps where an import stands, for when the page is opened again. */
export function keepImport(kept: KeptImport): Promise<void> {
  return keepOnDevice(NAME, kept)
}

/** What this person's import was when the page was left, or null; what is another's goes. */
export async function findKeptImport(userId: string, nowMs: number): Promise<KeptImport | null> {
  // Only this module writes under the name.
  const kept = (await findOnDevice(NAME)) as KeptImport | undefined
  if (kept === undefined) return null
  if (kept.userId === userId && nowMs - kept.savedAtMs < KEPT_MS) return kept
  await dropKeptImport()
  return null
}

/** Forgets what was kept of an import. */
export function dropKeptImport(): Promise<void> {
  return dropFromDevice(NAME)
}
