import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { readJsonFile, writeJsonFile } from './data-folder.ts'
import { StackError } from './stack-error.ts'

const sideSchema = z.object({
  /** HS256 secret that PostgREST and auth share. */
  jwtSecret: z.string().min(32),
  publishableKey: z.string().startsWith('sb_publishable_'),
  secretKey: z.string().startsWith('sb_secret_'),
})

const secretsSchema = z.object({
  frontend: sideSchema,
  backend: sideSchema,
  databasePasswords: z.object({
    supabaseAdmin: z.string().min(16),
    postgres: z.string().min(16),
    authenticator: z.string().min(16),
    authAdmin: z.string().min(16),
  }),
  /** For `POST /bridge/work`. */
  workerSecret: z.string().min(16),
  /** For Standard Webhooks signatures: `whsec_` and base64. */
  webhookSecret: z.string().startsWith('whsec_'),
  /** For `GET /bridge/metrics`. */
  metricsToken: z.string().min(16),
  demoPassword: z.string().min(8),
})

/** Keys and secrets of one database's API. */
export type SideSecrets = z.infer<typeof sideSchema>
/** Everything secret of one data folder. */
export type StackSecrets = z.infer<typeof secretsSchema>

/** New random secrets. Database passwords hold no character that a URL or SQL would quote. */
export function createSecrets(): StackSecrets {
  return {
    frontend: createSide(),
    backend: createSide(),
    databasePasswords: {
      supabaseAdmin: token(24),
      postgres: token(24),
      authenticator: token(24),
      authAdmin: token(24),
    },
    workerSecret: token(32),
    webhookSecret: `whsec_${randomBytes(32).toString('base64')}`,
    metricsToken: token(24),
    demoPassword: `demo-${randomBytes(2).toString('hex')}-${randomBytes(2).toString('hex')}`,
  }
}

/**
 * The secrets of a data folder, made at its first start and kept in `secrets.json` (0600).
 *
 * @param hasCluster whether databases exist that were made with the former secrets
 * @throws StackError if the file is damaged, or missing although databases exist
 */
export function loadSecrets(folderPath: string, hasCluster: boolean): StackSecrets {
  const path = join(folderPath, 'secrets.json')
  const stored = readJsonFile(path)
  const todo = 'Restore it from a copy, or start over with npm run stack:reset.'
  if (stored === null) {
    if (hasCluster) {
      throw new StackError(`${path} is missing, and with it the passwords of the databases.`, todo)
    }
    const secrets = createSecrets()
    writeJsonFile(path, secrets)
    return secrets
  }
  const parsed = secretsSchema.safeParse(stored)
  if (parsed.success) return parsed.data
  throw new StackError(`${path} is damaged.`, todo, parsed.error)
}

function createSide(): SideSecrets {
  return {
    jwtSecret: token(48),
    publishableKey: `sb_publishable_${token(18)}`,
    secretKey: `sb_secret_${token(24)}`,
  }
}

function token(bytes: number): string {
  return randomBytes(bytes).toString('base64url')
}
