/** Takes a launch into the backend, by the statement of the n8n workflow that Rollcall ships. */
import { readFileSync } from 'node:fs'
import type postgres from 'postgres'
import { z } from 'zod'
import { sanitiseJson } from '../../src/lib/sanitise-text.ts'
import { composePrompts } from './compose-prompts.ts'
import { takeOn } from './store.ts'

const SAVE_SESSIONS = readFileSync(
  new URL('../../supabase/backend/n8n/session-created.sql', import.meta.url),
  'utf8',
)

const objectiveSchema = z.object({
  type: z.enum(['boolean', 'number', 'string']),
  description: z.string().default(''),
})

/** The body of both webhooks. chat_history holds no longer session ids. */
export const launchBodySchema = z.object({
  campaign: z.string().min(1).max(255),
  tasks: z.array(
    z.object({ session: z.string().min(1).max(255), phone_number: z.string().min(1) }),
  ),
  job_description: z.string().default(''),
  objectives: z.record(z.string(), objectiveSchema).default({}),
})
export type LaunchBody = z.infer<typeof launchBodySchema>

export type Acceptance = { readonly accepted: number; readonly known: number }

/** Makes the sessions that aren't there yet and begins their conversations, all or none. */
export async function acceptTasks(sql: postgres.Sql, body: LaunchBody): Promise<Acceptance> {
  const clean = sanitiseJson(body) as LaunchBody
  const prompts = composePrompts(clean)
  return sql.begin(async (tx) => {
    const [answer] = await tx.unsafe<[Acceptance]>(SAVE_SESSIONS, [JSON.stringify(clean)])
    await tx`
      update public.campaign_info set
        prompt_chat = ${prompts.prompt_chat}, prompt_call = ${prompts.prompt_call},
        first_message_chat = ${prompts.first_message_chat}, first_message_call = ${prompts.first_message_call}
      where campaign = ${clean.campaign} and first_message_chat is null`
    await takeOn(
      tx,
      clean.tasks.map((task) => task.session),
    )
    return { accepted: answer.accepted, known: answer.known }
  })
}
