/** PostgREST, the real one, with the settings of hosted Supabase. */
import { findPostgrest } from './binaries.ts'
import { type KeptProcess, keepRunning } from './keep-running.ts'
import { type RunningProcess, runProcess, waitUntilReady } from './run-process.ts'

/** Hosted Supabase's page size: no answer holds more rows. */
const MAX_ROWS = 1000

export type PostgrestOptions = {
  /** How people call it, at the start of a sentence: "The frontend's API". */
  readonly name: string
  /** The database, as role `authenticator`. */
  readonly databaseUrl: string
  readonly jwtSecret: string
  readonly port: number
  readonly adminPort: number
  readonly logFile: string
  /** Sessions it holds at most; 10 unless given. */
  readonly poolSize?: number
  /** Called with each incarnation's pid. */
  readonly onStart?: (pid: number) => void
  readonly report: (line: string) => void
}

/**
 * Starts PostgREST, waits until it has read the schema, and keeps it running.
 *
 * @throws StackError if there is no PostgREST for this machine, or it does not start
 */
export async function startPostgrest(options: PostgrestOptions): Promise<KeptProcess> {
  const command = findPostgrest(process.env)
  return keepRunning(options.name, () => startOnce(command, options), 'SIGTERM', options.report)
}

async function startOnce(command: string, options: PostgrestOptions): Promise<RunningProcess> {
  const env = {
    ...withoutPostgrestSettings(process.env),
    PGRST_DB_URI: options.databaseUrl,
    PGRST_DB_SCHEMAS: 'public',
    PGRST_DB_EXTRA_SEARCH_PATH: 'public, extensions',
    PGRST_DB_ANON_ROLE: 'anon',
    PGRST_DB_MAX_ROWS: String(MAX_ROWS),
    PGRST_DB_POOL: String(options.poolSize ?? 10),
    PGRST_JWT_SECRET: options.jwtSecret,
    PGRST_SERVER_HOST: '127.0.0.1',
    PGRST_SERVER_PORT: String(options.port),
    PGRST_ADMIN_SERVER_PORT: String(options.adminPort),
  }
  const running = await runProcess({ ...options, command, args: [], env })
  options.onStart?.(running.pid)
  await waitUntilReady(running, options, () => isReady(options.adminPort))
  return running
}

async function isReady(adminPort: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${adminPort}/ready`)
    return answer.status === 200
  } catch {
    return false
  }
}

function withoutPostgrestSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PGRST_')))
}
