import { withDatabase } from '../cli/connections.ts'
import type { StackSeed } from '../stack/seeds.ts'

const ANY_TIME = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }

/**
 * The demo agent contacts nobody, so the local stack sends at any hour; with the real n8n the hours
 * of the agency hold. A setting that is there already stays.
 */
export const openHoursSeed: StackSeed = {
  name: 'open-hours',
  run: async ({ addresses: { app, frontend, webhook } }) => {
    if (!webhook.url.startsWith(app)) return
    await withDatabase(
      frontend.dbUrl,
      (sql) => sql`insert into public.settings (key, value)
        values ('calling_hours', ${sql.json(ANY_TIME)}) on conflict do nothing`,
    )
  },
}
