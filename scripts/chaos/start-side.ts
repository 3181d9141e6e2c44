/** One database of a chaos run with a PostgreSQL cluster and a PostgREST of its own, both to be killed. */
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createApiKeys } from '../stack/api-key.ts'
import { createAuth } from '../stack/auth.ts'
import { bootstrapCluster, type ClusterAccess } from '../stack/bootstrap.ts'
import type { Closers } from '../stack/closers.ts'
import { toDatabaseUrl } from '../stack/connect.ts'
import { prepareBackend, prepareFrontend } from '../stack/databases.ts'
import { installBackend } from '../backend-install.ts'
import { connectAsOwner } from '../stack/databases.ts'
import { openDataFolder } from '../stack/data-folder.ts'
import { findFreePort } from '../stack/ports.ts'
import type { KeptProcess } from '../stack/keep-running.ts'
import { startPostgres } from '../stack/postgres.ts'
import { startPostgrest } from '../stack/postgrest.ts'
import { createRestProxy, type Handler } from '../stack/rest-proxy.ts'
import type { StackSecrets } from '../stack/secrets.ts'
import type { Side } from '../stack/start-apis.ts'
import type postgres from 'postgres'
import { backUpCluster } from './back-up-cluster.ts'

export type ChaosSide = {
  /** `/rest/v1` and, of the frontend, `/auth/v1`. */
  readonly handler: Handler
  /** A client past row-level security. The caller ends it. */
  connect(): postgres.Sql
  readonly dbUrl: string
  readonly killPostgres: () => void
  readonly killPostgrest: () => void
  /** Copies the cluster as it is now, in place of an earlier copy. */
  backUp(): Promise<void>
  /** Stops the server, puts the copy in the place of its data, and starts it: all since is gone. */
  restore(): Promise<void>
}

type SideOptions = {
  readonly side: Side
  readonly folder: string
  readonly secrets: StackSecrets
  /** Links in sign-in's mails lead there. */
  readonly appUrl: string
  readonly report: (line: string) => void
}

export async function startSide(options: SideOptions, closers: Closers): Promise<ChaosSide> {
  const { side, secrets, report } = options
  mkdirSync(options.folder, { mode: 0o711 })
  const folder = openDataFolder(options.folder)
  const copyDir = `${folder.postgres}.copy`
  const cluster: ClusterAccess = {
    port: await findFreePort(),
    passwords: secrets.databasePasswords,
  }
  const server = {
    clusterDir: folder.postgres,
    logFile: join(folder.logs, 'postgres.log'),
    port: cluster.port,
    superuserPassword: cluster.passwords.supabaseAdmin,
    // Killing a process loses nothing that the system has taken over.
    fsync: false,
    report,
  }
  let postmaster: KeptProcess | null = await startPostgres(server)
  closers.add(`${side} PostgreSQL`, () => postmaster?.stop())
  await bootstrapCluster(cluster)
  await prepare(side, cluster, report)

  const urlAs = (user: string, password: string) =>
    toDatabaseUrl({ user, password, port: cluster.port, database: side })
  const [port, adminPort] = await Promise.all([findFreePort(), findFreePort()])
  const rest = await startPostgrest({
    name: `The ${side}'s API`,
    databaseUrl: urlAs('authenticator', cluster.passwords.authenticator),
    jwtSecret: secrets[side].jwtSecret,
    port,
    adminPort,
    logFile: join(folder.logs, 'postgrest.log'),
    report,
  })
  closers.add(`${side} PostgREST`, () => rest.stop())
  const keys = createApiKeys(secrets[side], Math.floor(Date.now() / 1000))
  const proxy = createRestProxy('/rest/v1', `http://127.0.0.1:${port}`, keys)
  let handler: Handler = proxy
  if (side === 'frontend') {
    const auth = await createAuth({
      databaseUrl: urlAs('auth_admin', cluster.passwords.authAdmin),
      jwtSecret: secrets.frontend.jwtSecret,
      keys,
      appUrl: options.appUrl,
      report: () => {},
    })
    closers.add('Sign-in', () => auth.stop())
    handler = (request) =>
      new URL(request.url).pathname.startsWith('/auth/') ? auth.fetch(request) : proxy(request)
  }
  return {
    handler,
    dbUrl: urlAs('postgres', cluster.passwords.postgres),
    connect: () => connectAsOwner(cluster, side),
    killPostgres: () => {
      if (postmaster === null) throw new Error('It is being restored.')
      process.kill(postmaster.pid, 'SIGKILL')
    },
    killPostgrest: () => void process.kill(rest.pid, 'SIGKILL'),
    backUp: () => backUpCluster(cluster, server.clusterDir, copyDir),
    async restore() {
      const former = postmaster
      postmaster = null
      await former?.stop()
      rmSync(server.clusterDir, { recursive: true })
      renameSync(copyDir, server.clusterDir)
      postmaster = await startPostgres(server)
    },
  }
}

async function prepare(
  side: Side,
  cluster: ClusterAccess,
  report: (line: string) => void,
): Promise<void> {
  if (side === 'frontend') return void (await prepareFrontend(cluster, { database: side, report }))
  await prepareBackend(cluster, side)
  const sql = connectAsOwner(cluster, side)
  try {
    await installBackend(sql)
  } finally {
    await sql.end()
  }
}
