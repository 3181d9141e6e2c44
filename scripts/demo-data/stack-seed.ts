import { withDatabase } from '../cli/connections.ts'
import { saveAuthUser } from '../stack/auth-users.ts'
import type { StackSeed } from '../stack/seeds.ts'
import { loadDemoData } from './load-demo-data.ts'

/** Made up, so that campaigns show what they would have cost. */
const PRICES = { perConversation: 0.08, perCallMinute: 0.12, currency: 'GBP' }

/** The demo data as the local stack loads it, once per data folder. */
export const demoDataSeed: StackSeed = {
  name: 'demo-data',
  run: async ({ addresses, report }) => {
    const { frontend, backend, demo, webhook } = addresses
    const loaded = await withDatabase(frontend.dbUrl, async (frontendSql) => {
      // The demo agent serves its calls' recordings from this machine.
      await frontendSql`update public.settings set value = ${frontendSql.json([new URL(webhook.url).hostname])}
        where key = 'recording_hosts' and value = '[]'`
      await frontendSql`insert into public.settings (key, value)
        values ('costs', ${frontendSql.json(PRICES)}) on conflict do nothing`
      return withDatabase(backend.dbUrl, (backendSql) =>
        loadDemoData({
          frontend: frontendSql,
          backend: backendSql,
          saveAccount: (email) => saveAuthUser(frontendSql, { email, password: demo.password }),
          recordings: `${webhook.url}/recordings`,
        }),
      )
    })
    const sum = (kinds: typeof loaded.frontend) =>
      kinds.reduce((total, kind) => total + kind.loaded, 0)
    report(
      `Demo data loaded: ${sum(loaded.frontend)} records and ${sum(loaded.backend)} chat messages.`,
    )
  },
}
