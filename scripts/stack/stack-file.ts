import { rmSync } from 'node:fs'
import { writeJsonFile } from './data-folder.ts'

/**
 * Where everything of a running stack is, with its keys: the content of `stack.json` in the data
 * folder, which is there while the stack runs. `dbUrl` connects as role `postgres`, which owns
 * the database.
 */
export type StackAddresses = {
  /** Where the app is opened. */
  readonly app: string
  readonly frontend: {
    readonly url: string
    readonly anonKey: string
    readonly serviceKey: string
    readonly dbUrl: string
  }
  readonly backend: { readonly url: string; readonly serviceKey: string; readonly dbUrl: string }
  readonly bridge: { readonly url: string }
  /** What comes before `/session-created`. */
  readonly webhook: { readonly url: string }
  readonly demo: { readonly email: string; readonly password: string }
}

/** Tells other processes where the stack is; only their owner can read it. */
export function writeStackFile(path: string, addresses: StackAddresses): void {
  writeJsonFile(path, addresses)
}

/** Takes the addresses back when nothing answers at them any more. */
export function removeStackFile(path: string): void {
  rmSync(path, { force: true })
}
