/** The run's n8n as Rollcall sees it, and the backend it stores into. */
import { inject } from 'vitest'
import { createWebhook, type WebhookOptions } from '../../src/launch/send-batch.ts'
import type { Webhook } from '../../src/launch/ports.ts'
import { type FreshDatabase, openDatabase } from '../support/fresh-database.ts'

/** Rollcall's own client of the webhooks below an address such as `/webhook`. */
export function webhookAt(path: string, options: Partial<WebhookOptions> = {}): Promise<Webhook> {
  const { origin, access } = inject('n8n')
  return createWebhook({
    base: origin + path,
    secrets: [],
    tokenHeader: access.token,
    nowMs: Date.now,
    fetch,
    resolve: null,
    ...options,
  })
}

export function openBackend(): FreshDatabase {
  return openDatabase(inject('n8n').access.postgres.database)
}

/** A launch's body with so many tasks, of sessions that no other call names. */
export function launchBody(taskCount: number): string {
  const uid = crypto.randomUUID().slice(0, 8)
  const tasks = Array.from({ length: taskCount }, (_, index) => {
    const phone = `447700900${String(index % 1000).padStart(3, '0')}`
    return { session: `plumberlondon_${uid}_${phone}`, phone_number: `+${phone}` }
  })
  return JSON.stringify({
    campaign: `plumber-london_${uid}`,
    tasks,
    job_description: 'Job Title: Plumber, with a comma; $1 and “quotes”\nLocation: London',
    objectives: { interested: { type: 'boolean', description: "Says 'yes'" } },
  })
}

/** What the backend holds of a body's campaign. */
export async function storedOf({ sql }: FreshDatabase, body: string): Promise<unknown> {
  const { campaign } = JSON.parse(body) as { campaign: string }
  const [row] = await sql`
    select count(*)::int as sessions, count(n.phone_number)::int as numbers, count(c.campaign)::int as memberships
    from session_info s left join numbers n using (session_id) left join campaigns c using (session_id)
    where s.campaign = ${campaign}`
  return { ...row }
}
