import { withDatabase } from '../cli/connections.ts'
import type { StackSeed } from '../stack/seeds.ts'

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])
const ANY_TIME = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }

/**
 * The demo agent contacts nobody, and a receiver on this machine is there to be tried, so the local
 * stack sends to them at any hour; with an n8n elsewhere the hours of the agency hold. A setting
 * that is there already stays.
 */
export const openHoursSeed: StackSeed = {
  name: 'open-hours',
  run: async ({ addresses: { frontend, webhook } }) => {
    if (!LOOPBACK.has(new URL(webhook.url).hostname)) return
    await withDatabase(
      frontend.dbUrl,
      (sql) => sql`insert into public.settings (key, value)
        values ('calling_hours', ${sql.json(ANY_TIME)}) on conflict do nothing`,
    )
  },
}
