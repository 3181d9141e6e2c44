import type { Hono } from 'hono'
import postgres from 'postgres'
import { acceptTasks } from './accept-tasks.ts'
import { addRecordings } from './recordings.ts'
import { startRunner } from './runner.ts'
import { prepareStore } from './store.ts'
import type { TokenHeader } from './verify-request.ts'
import { createWebhookApp } from './webhook-app.ts'

export type DemoAgentOptions = {
  /** The backend's database, as a role that may write its seven tables and make a schema. */
  readonly backendDbUrl: string
  /** Standard Webhooks secrets (`whsec_…`) that requests may be signed with; none: no check. */
  readonly webhookSecrets: readonly string[]
  readonly token?: TokenHeader
  /** How many times faster than life conversations go; see `parseDemoSpeed`. */
  readonly speed: number
  /** Where this agent's `/webhook` is reached; recordings are found below it. */
  readonly webhookUrl: string
  readonly report?: (line: string) => void
}

export type DemoAgent = {
  /** Answers below `/webhook`. */
  readonly app: Hono
  /** Ends conversations where they are; the next agent on this database goes on with them. */
  readonly stop: () => Promise<void>
}

/**
 * Stands in for n8n and the agents behind it: takes launches, and lets a conversation unfold for
 * each session, written as the real ones write it. Nobody is contacted.
 */
export function createDemoAgent(options: DemoAgentOptions): DemoAgent {
  const { speed, report = () => {} } = options
  const sql = postgres(options.backendDbUrl, { max: 3, onnotice: () => {}, connect_timeout: 10 })
  const prepare = untilItWorks(() => prepareStore(sql))
  const runner = startRunner(sql, {
    speed,
    recordings: `${options.webhookUrl}/recordings`,
    report,
    prepare,
  })
  const app = createWebhookApp({
    secrets: options.webhookSecrets,
    token: options.token ?? null,
    report,
    accept: async (body) => {
      await prepare()
      return acceptTasks(sql, body)
    },
  })
  addRecordings(app, async (callId) => {
    const [call] = await sql<{ transcript: string | null; duration: string | null }[]>`
      select transcript, duration::text from public.call_info
      where call_id = ${callId} and recording_url is not null`
    return call ?? null
  })
  return {
    app,
    stop: async () => {
      await runner.stop()
      await sql.end({ timeout: 5 })
    },
  }
}

/** Does something once, whoever asks for it; what failed is tried again by the next who asks. */
function untilItWorks(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null
  return async () => {
    done ??= work()
    try {
      await done
    } catch (error) {
      done = null
      throw error
    }
  }
}

/** ROLLCALL_DEMO_SPEED: 1 is life's own pace (minutes), 60 a second for a minute. Null: no speed. */
export function parseDemoSpeed(text: string | undefined): number | null {
  if (text === undefined || text === '') return 1
  const speed = Number(text)
  return Number.isFinite(speed) && speed > 0 && speed <= 100_000 ? speed : null
}
