import { spawnSync } from 'node:child_process'
import { chownSync, readFileSync } from 'node:fs'
import { StackError } from './stack-error.ts'

/**
 * The account PostgreSQL runs under when the stack was started by root, which PostgreSQL refuses.
 * `wrap` turns a command into one that runs under it.
 */
export type PostgresAccount = {
  readonly uid: number
  readonly gid: number
  wrap(command: string, args: readonly string[]): WrappedCommand
}

export type WrappedCommand = {
  readonly command: string
  readonly args: readonly string[]
  readonly account: { readonly uid: number; readonly gid: number } | null
}

/**
 * The account `postgres`, made if need be, with access to the programs and the data folder;
 * null unless root asks.
 *
 * In a home that only root may enter (`/root` in most containers) a program run as `postgres`
 * reaches neither. There `setpriv` leaves it the right to pass closed folders.
 *
 * @throws StackError if there is no such account, or no way to the folders
 */
export function findPostgresAccount(program: string, dataDir: string): PostgresAccount | null {
  if (process.getuid?.() !== 0) return null
  const ids = findIds() ?? makeAccount()
  const plain: PostgresAccount = {
    ...ids,
    wrap: (command, args) => ({ command, args, account: ids }),
  }
  const privileged: PostgresAccount = {
    ...ids,
    wrap: (command, args) => ({
      command: 'setpriv',
      args: [
        `--reuid=${ids.uid}`,
        `--regid=${ids.gid}`,
        '--clear-groups',
        '--inh-caps=+dac_override',
        '--ambient-caps=+dac_override',
        '--',
        command,
        ...args,
      ],
      account: null,
    }),
  }
  const account = [plain, privileged].find((way) => canReach(way, program, dataDir))
  if (account) return account
  throw new StackError(
    `PostgreSQL must not run as root, and the account "postgres" may not enter ${dataDir} or the project's folder.`,
    'Start Rollcall as an ordinary user, or move the project to a folder every user may enter, e.g. below /opt.',
  )
}

/** Gives a folder to the account. */
export function giveTo(account: PostgresAccount | null, folder: string): void {
  if (account) chownSync(folder, account.uid, account.gid)
}

function canReach(account: PostgresAccount, program: string, dataDir: string): boolean {
  return [
    account.wrap(program, ['--version']),
    account.wrap('/bin/sh', ['-c', 'cd "$1"', 'sh', dataDir]),
  ].every(({ command, args, account: ids }) => {
    const { status } = spawnSync(command, args, { cwd: '/', stdio: 'ignore', ...ids })
    return status === 0
  })
}

function findIds(): { uid: number; gid: number } | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

function makeAccount(): { uid: number; gid: number } {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], {
    stdio: 'ignore',
  })
  const ids = findIds()
  if (ids) return ids
  throw new StackError(
    'PostgreSQL must not run as root, and the account "postgres" it would run under can\'t be made.',
    'Start Rollcall as an ordinary user.',
  )
}
