import { join } from 'node:path'
import { z } from 'zod'
import { parseStackConfig } from '../stack/config.ts'
import { readJsonFile } from '../stack/data-folder.ts'
import { PROJECT_ROOT } from '../stack/project-root.ts'
import { loadSecrets, type StackSecrets } from '../stack/secrets.ts'
import type { StackAddresses } from '../stack/stack-file.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What a bridge of the local stack is told: see src/bridge/config.ts. */
export function toBridgeEnvironment(
  addresses: Pick<StackAddresses, 'app' | 'frontend' | 'backend' | 'webhook'>,
  secrets: Pick<StackSecrets, 'webhookSecret' | 'workerSecret' | 'metricsToken'>,
): Record<string, string> {
  return {
    FRONTEND_URL: addresses.frontend.url,
    FRONTEND_ANON_KEY: addresses.frontend.anonKey,
    FRONTEND_SERVICE_KEY: addresses.frontend.serviceKey,
    BACKEND_URL: addresses.backend.url,
    BACKEND_SERVICE_KEY: addresses.backend.serviceKey,
    WEBHOOK_BASE: addresses.webhook.url,
    WEBHOOK_SECRETS: secrets.webhookSecret,
    WORKER_SECRET: secrets.workerSecret,
    METRICS_TOKEN: secrets.metricsToken,
    ALLOWED_ORIGINS: addresses.app,
    LOCAL_STACK: 'true',
  }
}

const stackFileSchema = z.object({
  app: z.string(),
  frontend: z.object({
    url: z.string(),
    anonKey: z.string(),
    serviceKey: z.string(),
    dbUrl: z.string(),
  }),
  backend: z.object({ url: z.string(), serviceKey: z.string(), dbUrl: z.string() }),
  webhook: z.object({ url: z.string() }),
})

/**
 * A bridge's variables: the environment's own where it names a frontend, else those of the
 * running local stack, which single variables may replace.
 */
export function readBridgeEnvironment(env: Environment = process.env): Environment {
  if (env['FRONTEND_URL']) return env
  const { ROLLCALL_DATA_DIR } = env
  const { dataDir } = parseStackConfig([], { ROLLCALL_DATA_DIR }, PROJECT_ROOT)
  const stack = stackFileSchema.safeParse(readJsonFile(join(dataDir, 'stack.json')))
  if (!stack.success) return env
  return { ...toBridgeEnvironment(stack.data, loadSecrets(dataDir, true)), ...env }
}
