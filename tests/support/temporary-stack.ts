import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type RunningStack,
  type StackOptions,
  startStack,
} from '../../scripts/stack/start-stack.ts'

export type TemporaryFolder = { readonly path: string; remove(): void }

/** A data folder that is thrown away. PostgreSQL's account may pass through when root tests. */
export function makeTemporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'rollcall-stack-'))
  chmodSync(path, 0o711)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** A stack on free ports without app, bridge, demo agent and demo data, unless asked for. */
export function startTemporaryStack(
  folder: TemporaryFolder,
  options: Partial<StackOptions> = {},
): Promise<RunningStack> {
  return startStack({
    dataDir: folder.path,
    port: 0,
    spa: 'none',
    mounts: [],
    seeds: [],
    fsync: false,
    ...options,
  })
}
