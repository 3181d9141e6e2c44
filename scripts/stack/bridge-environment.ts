import type { StackSecrets } from './secrets.ts'
import type { StackAddresses } from './stack-file.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The variables of a bridge that works on the local stack; src/bridge/config.ts reads them.
 *
 * @param env may name how a real n8n is spoken to: WEBHOOK_SECRETS, WEBHOOK_TOKEN_HEADER,
 * WEBHOOK_HOSTS; and how changes are found: BACKEND_FEED
 */
export function toBridgeEnvironment(
  addresses: Pick<StackAddresses, 'frontend' | 'backend' | 'webhook'>,
  secrets: Pick<StackSecrets, 'webhookSecret' | 'workerSecret' | 'metricsToken'>,
  env: Environment,
): Environment {
  return {
    FRONTEND_URL: addresses.frontend.url,
    FRONTEND_ANON_KEY: addresses.frontend.anonKey,
    FRONTEND_SERVICE_KEY: addresses.frontend.serviceKey,
    BACKEND_URL: addresses.backend.url,
    BACKEND_SERVICE_KEY: addresses.backend.serviceKey,
    BACKEND_FEED: env['BACKEND_FEED'],
    WEBHOOK_BASE: addresses.webhook.url,
    // A real n8n has a secret of its own; the demo agent knows this one.
    WEBHOOK_SECRETS: env['WEBHOOK_SECRETS'] || secrets.webhookSecret,
    WEBHOOK_TOKEN_HEADER: env['WEBHOOK_TOKEN_HEADER'],
    WEBHOOK_HOSTS: env['WEBHOOK_HOSTS'],
    WORKER_SECRET: secrets.workerSecret,
    METRICS_TOKEN: secrets.metricsToken,
    LOCAL_STACK: 'true',
  }
}
