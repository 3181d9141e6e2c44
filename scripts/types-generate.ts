/**
 * Writes the TypeScript types of both databases from their schemas, as the Supabase CLI makes them
 * from a cluster that exists for this moment only.
 *
 *     npm run types:generate
 *     npm run types:generate -- --check     changes nothing; exit code 1 where a file is not current
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { format } from 'prettier'
import { AppError } from '../src/lib/app-error.ts'
import { installBackend } from './backend-install.ts'
import { runCommand } from './cli/run-command.ts'
import { bootstrapCluster, type ClusterAccess } from './stack/bootstrap.ts'
import { toDatabaseUrl } from './stack/connect.ts'
import { openDataFolder } from './stack/data-folder.ts'
import { connectAsOwner, prepareBackend, prepareFrontend } from './stack/databases.ts'
import { findFreePort } from './stack/ports.ts'
import { startPostgres } from './stack/postgres.ts'
import { PROJECT_ROOT } from './stack/project-root.ts'
import { createSecrets } from './stack/secrets.ts'

const DATABASES = ['frontend', 'backend'] as const
const HEADER = '// Written by `npm run types:generate` from the database. Not for editing.\n\n'

await runCommand(async () => {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
  const generated = await generateTypes()
  const stale = DATABASES.filter((name) => readTypes(name) !== generated[name])
  if (values.check) {
    if (stale.length > 0) {
      throw new AppError('conflict', `The types of ${stale.join(' and ')} are not current.`, {
        code: 'types_stale',
        hint: 'Run npm run types:generate and commit what it changes.',
      })
    }
    console.log('The types of both databases are current.')
    return
  }
  for (const name of stale) writeFileSync(typesFile(name), generated[name])
  console.log(stale.length > 0 ? `Types written: ${stale.join(', ')}.` : 'Nothing has changed.')
}, 'npm run types:generate [-- --check]')

async function generateTypes(): Promise<Record<(typeof DATABASES)[number], string>> {
  const folder = openDataFolder(mkdtempSync(join(tmpdir(), 'rollcall-types-')))
  const passwords = createSecrets().databasePasswords
  const cluster: ClusterAccess = { port: await findFreePort(), passwords }
  const report = () => {}
  try {
    const server = await startPostgres({
      clusterDir: folder.postgres,
      logFile: join(folder.logs, 'postgres.log'),
      port: cluster.port,
      superuserPassword: passwords.supabaseAdmin,
      fsync: false,
      report,
    })
    try {
      await bootstrapCluster(cluster)
      await prepareFrontend(cluster, { database: 'frontend', report })
      await prepareBackend(cluster, 'backend')
      const sql = connectAsOwner(cluster, 'backend')
      try {
        await installBackend(sql)
      } finally {
        await sql.end()
      }
      return {
        frontend: await describeDatabase(cluster, 'frontend'),
        backend: await describeDatabase(cluster, 'backend'),
      }
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder.path, { recursive: true, force: true })
  }
}

async function describeDatabase(cluster: ClusterAccess, database: string): Promise<string> {
  const url = toDatabaseUrl({
    user: 'postgres',
    password: cluster.passwords.postgres,
    port: cluster.port,
    database,
  })
  const { stdout } = await promisify(execFile)(
    join(PROJECT_ROOT, 'node_modules/.bin/supabase'),
    ['gen', 'types', '--schema', 'public', `--remote=${url}?sslmode=disable`, '--yes'],
    // Away from the project, or the CLI looks for a folder of its own in it.
    {
      cwd: tmpdir(),
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, SUPABASE_YES: '1', DO_NOT_TRACK: '1' },
    },
  )
  const settings = {
    parser: 'typescript',
    semi: false,
    singleQuote: true,
    printWidth: 100,
  } as const
  return HEADER + (await format(stdout, settings))
}

function typesFile(database: string): string {
  return join(PROJECT_ROOT, 'src/data', database, 'database.types.ts')
}

function readTypes(database: string): string {
  const file = typesFile(database)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
