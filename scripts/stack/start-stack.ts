/**
 * Starts the whole local stack in one process: PostgreSQL with both databases, two PostgREST,
 * sign-in, what is mounted (the bridge, the demo agent), and the app, on one origin.
 * Parts start in the order in which they need each other and stop in the reverse order.
 */
import { getRequestListener } from '@hono/node-server'
import { saveAuthUser } from './auth-users.ts'
import type { ClusterAccess } from './bootstrap.ts'
import { Closers } from './closers.ts'
import { openDataFolder } from './data-folder.ts'
import { connectAsOwner } from './databases.ts'
import { startDevServer } from './dev-server.ts'
import { createGateway } from './gateway.ts'
import { Leftovers } from './leftovers.ts'
import { listen } from './listen.ts'
import { takeLock } from './lock.ts'
import type { StackMount } from './mounts.ts'
import { choosePorts } from './ports.ts'
import { hasCluster } from './postgres.ts'
import { loadSecrets } from './secrets.ts'
import { runSeeds, type StackSeed } from './seeds.ts'
import { buildSpa, DIST_DIR } from './spa-build.ts'
import { toStackAddresses } from './stack-addresses.ts'
import { removeStackFile, type StackAddresses, writeStackFile } from './stack-file.ts'
import { type Side, startApis } from './start-apis.ts'
import { startDatabases } from './start-databases.ts'
import { startMounts } from './start-mounts.ts'
import { createStaticFiles } from './static-files.ts'

export type StackOptions = {
  /** Absolute path. */
  readonly dataDir: string
  /** 0: any free one. */
  readonly port: number
  /** The app as built, by Vite with hot reload, or not at all. */
  readonly spa: 'built' | 'dev' | 'none'
  readonly mounts: readonly StackMount[]
  readonly seeds: readonly StackSeed[]
  /** A real n8n; nothing is mounted at `/webhook` then. */
  readonly webhookBase?: string | null
  /** Other migrations than the project's. */
  readonly migrationsDir?: string
  /** Off only in tests whose data is thrown away; on unless given. */
  readonly fsync?: boolean
  /** Receives what a person at the terminal should know; nothing is said unless given. */
  readonly report?: (line: string) => void
  /** Ends a start that is under way: what has started is stopped, and the start rejects. */
  readonly signal?: AbortSignal
}

export type RunningStack = StackAddresses & {
  /** Stops everything in order; data stays. */
  stop(): Promise<void>
  /** For tests of faults: `kill -9` of the postmaster. The stack starts it again. */
  killPostgres(): void
  /** For tests of faults: `kill -9` of a database's API. The stack starts it again. */
  killPostgrest(side: Side): void
}

/**
 * Starts the stack on a data folder.
 *
 * @throws StackError with what happened and what to do; nothing is left running
 */
export async function startStack(options: StackOptions): Promise<RunningStack> {
  const closers = new Closers()
  const report = options.report ?? (() => {})
  try {
    return await start(options, closers, report)
  } catch (error) {
    await closers.closeAll(report)
    throw error
  }
}

async function saveDemoUser(cluster: ClusterAccess, { demo }: StackAddresses): Promise<void> {
  const sql = connectAsOwner(cluster, 'frontend')
  try {
    await saveAuthUser(sql, demo)
  } finally {
    await sql.end()
  }
}

async function start(
  options: StackOptions,
  closers: Closers,
  report: (line: string) => void,
): Promise<RunningStack> {
  const checkpoint = () => options.signal?.throwIfAborted()
  const folder = openDataFolder(options.dataDir)
  closers.add('The lock', takeLock(folder.lock))
  const server = await listen(options.port)
  closers.add('The gateway', () => server.close())
  const secrets = loadSecrets(folder.path, hasCluster(folder.postgres))
  const leftovers = new Leftovers(folder.path)
  leftovers.end()
  const ports = await choosePorts(folder.path)
  const cluster = { port: ports.postgres, passwords: secrets.databasePasswords }
  const webhookBase = options.webhookBase ?? null
  const addresses = toStackAddresses({ port: server.port, cluster, secrets, webhookBase })
  checkpoint()

  const { migrationsDir, fsync = true } = options
  const postgres = await startDatabases({ folder, cluster, fsync, migrationsDir, report }, closers)
  checkpoint()
  const apis = await startApis(
    { folder, secrets, ports, leftovers, appUrl: addresses.app, report },
    closers,
  )
  checkpoint()

  await saveDemoUser(cluster, addresses)
  await runSeeds(folder.path, options.seeds, { addresses, report })
  if (options.spa === 'built') await buildSpa(report)
  checkpoint()

  const demoAgent = webhookBase === null
  const mounts = await startMounts(
    options.mounts.filter((mount) => demoAgent || mount.path !== '/webhook'),
    { addresses, secrets, demoAgent, report },
    closers,
  )
  const gateway = createGateway({
    ...apis,
    mounts: mounts.handlers,
    spa: options.spa === 'built' ? createStaticFiles(DIST_DIR) : null,
    env: (origin) => ({
      frontendUrl: `${origin}/frontend`,
      frontendAnonKey: addresses.frontend.anonKey,
      bridgeUrl: `${origin}/bridge`,
      demo: addresses.demo,
      demoBanner: demoAgent,
    }),
  })
  const listener = getRequestListener(gateway.fetch, { overrideGlobalObjects: false })
  if (options.spa === 'dev') {
    const dev = await startDevServer(server.server, listener)
    closers.add('Vite', () => dev.stop())
    server.answerWith(dev.listener)
  } else {
    server.answerWith(listener)
  }
  writeStackFile(folder.stackFile, addresses)
  closers.add('stack.json', () => removeStackFile(folder.stackFile))
  mounts.startTimers()

  return {
    ...addresses,
    killPostgres: () => void process.kill(postgres.pid, 'SIGKILL'),
    killPostgrest: (side) => void process.kill(apis.postgrest[side].pid, 'SIGKILL'),
    async stop() {
      // No new requests first; everything else in the reverse order of its start.
      await server.close()
      await closers.closeAll(report)
    },
  }
}
