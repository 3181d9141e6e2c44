/**
 * Which databases a command works on: those that variables name, else those of the running local
 * stack. Variables win one by one, so that a command can look at another backend beside a local
 * frontend.
 */
import { join } from 'node:path'
import postgres from 'postgres'
import { z } from 'zod'
import { AppError } from '../../src/lib/app-error.ts'
import { parseStackConfig } from '../stack/config.ts'
import { readJsonFile } from '../stack/data-folder.ts'
import { PROJECT_ROOT } from '../stack/project-root.ts'

const stackFileSchema = z.object({
  frontend: z.object({
    url: z.string(),
    anonKey: z.string(),
    serviceKey: z.string(),
    dbUrl: z.string(),
  }),
  backend: z.object({ url: z.string(), serviceKey: z.string(), dbUrl: z.string() }),
})

type Environment = Readonly<Record<string, string | undefined>>

/** The names of the variables, by what they replace in `.rollcall/stack.json`. */
const VARIABLES = {
  FRONTEND_URL: (stack) => stack.frontend.url,
  FRONTEND_ANON_KEY: (stack) => stack.frontend.anonKey,
  FRONTEND_SERVICE_KEY: (stack) => stack.frontend.serviceKey,
  FRONTEND_DB_URL: (stack) => stack.frontend.dbUrl,
  BACKEND_URL: (stack) => stack.backend.url,
  BACKEND_SERVICE_KEY: (stack) => stack.backend.serviceKey,
  BACKEND_DB_URL: (stack) => stack.backend.dbUrl,
} as const satisfies Record<string, (stack: z.infer<typeof stackFileSchema>) => string>

/** A variable that says where a database is or what opens it. */
export type ConnectionVariable = keyof typeof VARIABLES

/**
 * The value of a connection variable.
 *
 * @throws AppError where it is not set and no local stack was ever started
 */
export function readConnection(
  variable: ConnectionVariable,
  env: Environment = process.env,
): string {
  const given = env[variable]
  if (given) return given
  const { dataDir } = parseStackConfig(
    [],
    { ROLLCALL_DATA_DIR: env['ROLLCALL_DATA_DIR'] },
    PROJECT_ROOT,
  )
  const stack = stackFileSchema.safeParse(readJsonFile(join(dataDir, 'stack.json')))
  if (!stack.success) {
    throw new AppError('invalid', 'There is no database to work on.', {
      code: 'no_connection',
      hint: `Start the local stack with npm start, or set ${variable}.`,
    })
  }
  return VARIABLES[variable](stack.data)
}

/** Opens a database as its owner for the time of `work`. */
export async function withDatabase<Outcome>(
  url: string,
  work: (sql: postgres.Sql) => Promise<Outcome>,
): Promise<Outcome> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 })
  try {
    await sql`select 1`.catch((error: unknown) => {
      throw new AppError('network', 'The database can not be reached.', {
        cause: error,
        code: 'no_answer',
        hint: 'Check that it runs and that the address and password are right.',
      })
    })
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
