import type { ClusterAccess } from './bootstrap.ts'
import { toDatabaseUrl } from './connect.ts'
import type { StackSecrets } from './secrets.ts'
import type { StackAddresses } from './stack-file.ts'

/** The e-mail address of the demo sign-in; the name belongs to nobody (RFC 2606). */
const DEMO_EMAIL = 'demo@rollcall.example'

/** Where everything will be, known before it is started. */
export function toStackAddresses(known: {
  readonly port: number
  readonly cluster: ClusterAccess
  readonly secrets: StackSecrets
  readonly webhookBase: string | null
}): StackAddresses {
  const { cluster, secrets } = known
  const app = `http://127.0.0.1:${known.port}`
  const dbUrl = (database: string) =>
    toDatabaseUrl({
      user: 'postgres',
      password: cluster.passwords.postgres,
      port: cluster.port,
      database,
    })
  return {
    app,
    frontend: {
      url: `${app}/frontend`,
      anonKey: secrets.frontend.publishableKey,
      serviceKey: secrets.frontend.secretKey,
      dbUrl: dbUrl('frontend'),
    },
    backend: {
      url: `${app}/backend`,
      serviceKey: secrets.backend.secretKey,
      dbUrl: dbUrl('backend'),
    },
    bridge: { url: `${app}/bridge` },
    webhook: { url: known.webhookBase ?? `${app}/webhook` },
    demo: { email: DEMO_EMAIL, password: secrets.demoPassword },
  }
}
