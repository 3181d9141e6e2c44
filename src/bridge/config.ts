/** What a bridge must be told, read once from its environment; every fault is listed at once. */
import { z } from 'zod'
import { isWebhookSecret } from '../launch/sign-payload.ts'
import { AppError } from '../lib/app-error.ts'
import { BACKEND_FEEDS, type BackendFeed } from './sync-ports.ts'

const flag = z
  .enum(['true', 'false', '1', '0', ''])
  .default('false')
  .transform((text) => text === 'true' || text === '1')

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )

/** A header's name by RFC 9110, a colon, and something behind it. */
const TOKEN_HEADER = /^[\w!#$%&'*+.^`|~-]+:\s*\S/

const environmentSchema = z.object({
  /** The frontend database's API: https://<ref>.supabase.co */
  FRONTEND_URL: z.url(),
  FRONTEND_ANON_KEY: z.string().min(1),
  FRONTEND_SERVICE_KEY: z.string().min(1),
  BACKEND_URL: z.url(),
  BACKEND_SERVICE_KEY: z.string().min(1),
  /** How changes of the backend are found: by its change log, by sweeping, or as it allows. */
  BACKEND_FEED: z.enum(BACKEND_FEEDS).default('auto'),
  /** n8n's webhook address without the last part: https://n8n.example/webhook */
  WEBHOOK_BASE: z.url(),
  /** Standard Webhooks secrets (`whsec_…`), the newest first; several while rotating. */
  WEBHOOK_SECRETS: list
    .refine((secrets) => secrets.length > 0, 'at least one whsec_ secret')
    .refine(
      (secrets) => secrets.every(isWebhookSecret),
      'each must be whsec_ and 24 to 64 bytes in base64',
    ),
  /** Optional `Name: value` header for n8n's own header auth. */
  WEBHOOK_TOKEN_HEADER: z
    .string()
    .trim()
    .default('')
    .refine((text) => text === '' || TOKEN_HEADER.test(text), 'must be “Name: value”'),
  /** Hosts a webhook may be on; the base's own host when empty. */
  WEBHOOK_HOSTS: list,
  /** What the scheduler presents to POST /work. */
  WORKER_SECRET: z.string().min(16),
  METRICS_TOKEN: z.string().default(''),
  /** Origins whose pages may call the bridge. */
  ALLOWED_ORIGINS: list,
  /** Only in the local stack: allows webhooks on the loopback address. */
  LOCAL_STACK: flag,
})

export type BridgeConfig = {
  readonly frontend: { readonly url: string; readonly anonKey: string; readonly serviceKey: string }
  readonly backend: {
    readonly url: string
    readonly serviceKey: string
    readonly feed: BackendFeed
  }
  readonly webhook: {
    readonly base: string
    readonly secrets: readonly string[]
    readonly tokenHeader: { readonly name: string; readonly value: string } | null
    readonly hosts: readonly string[]
  }
  readonly workerSecret: string
  /** Empty: /metrics is closed. */
  readonly metricsToken: string
  readonly allowedOrigins: readonly string[]
  readonly localStack: boolean
}

function parseTokenHeader(text: string): { name: string; value: string } | null {
  if (text === '') return null
  const colon = text.indexOf(':')
  return { name: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim() }
}

/**
 * Reads the bridge's configuration from environment variables.
 *
 * @throws AppError `invalid` that names every missing or wrong variable, never its value
 */
export function parseBridgeConfig(
  environment: Readonly<Record<string, string | undefined>>,
): BridgeConfig {
  const parsed = environmentSchema.safeParse(environment, {
    error: ({ input }) => (input === undefined ? 'is missing' : undefined),
  })
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new AppError('invalid', `The bridge is not configured: ${faults.join('; ')}`, {
      code: 'bridge_config',
      hint: 'Set these variables where the bridge runs; docs/deployment.md lists them.',
    })
  }
  const env = parsed.data
  return {
    frontend: {
      url: env.FRONTEND_URL,
      anonKey: env.FRONTEND_ANON_KEY,
      serviceKey: env.FRONTEND_SERVICE_KEY,
    },
    backend: {
      url: env.BACKEND_URL,
      serviceKey: env.BACKEND_SERVICE_KEY,
      feed: env.BACKEND_FEED,
    },
    webhook: {
      base: env.WEBHOOK_BASE.replace(/\/+$/, ''),
      secrets: env.WEBHOOK_SECRETS,
      tokenHeader: parseTokenHeader(env.WEBHOOK_TOKEN_HEADER),
      hosts: env.WEBHOOK_HOSTS,
    },
    workerSecret: env.WORKER_SECRET,
    metricsToken: env.METRICS_TOKEN,
    allowedOrigins: env.ALLOWED_ORIGINS,
    localStack: env.LOCAL_STACK,
  }
}
