/** The two webhooks of the agents' side, with n8n's answers to everything that isn't right. */
import { Hono } from 'hono'
import { z } from 'zod'
import { type Acceptance, type LaunchBody, launchBodySchema } from './accept-tasks.ts'
import { composePrompts } from './compose-prompts.ts'
import {
  badJson,
  bodyTooLarge,
  notRegistered,
  workflowFailed,
  wrongBody,
  wrongToken,
} from './n8n-answer.ts'
import { mayAsk, type TokenHeader } from './verify-request.ts'

/** n8n's default, N8N_PAYLOAD_SIZE_MAX. */
const LARGEST_BODY_BYTES = 16 * 1024 * 1024

export type WebhookOptions = {
  /** Standard Webhooks secrets that count; none: signatures are not looked at. */
  readonly secrets: readonly string[]
  readonly token: TokenHeader | null
  /** Stores a launch; may throw. */
  readonly accept: (body: LaunchBody) => Promise<Acceptance>
  /** Receives a line for each launch that could not be stored. */
  readonly report: (line: string) => void
}

/** A Hono app that answers below `/webhook`. */
export function createWebhookApp(options: WebhookOptions): Hono {
  const app = new Hono()

  app.post('/webhook/session-created', async (context) => {
    const body = await readLaunch(context.req.raw, options)
    if (body instanceof Response) return body
    try {
      return Response.json(await options.accept(body))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault'
      options.report(`The demo agent could not store a launch (${code}).`)
      return workflowFailed()
    }
  })

  app.post('/webhook/get-prompt-for-agent', async (context) => {
    const body = await readLaunch(context.req.raw, options)
    return body instanceof Response ? body : Response.json(composePrompts(body))
  })

  app.notFound((context) =>
    notRegistered(context.req.method, context.req.path.replace(/^\/webhook\//, '')),
  )
  return app
}

async function readLaunch(
  request: Request,
  options: WebhookOptions,
): Promise<LaunchBody | Response> {
  const raw = await readBody(request)
  if (raw === null) return bodyTooLarge()
  let json: unknown
  try {
    json = JSON.parse(raw)
  } catch {
    return badJson()
  }
  if (!mayAsk(request.headers, raw, options.secrets, options.token)) return wrongToken()
  const body = launchBodySchema.safeParse(json)
  return body.success ? body.data : wrongBody(z.prettifyError(body.error))
}

/** The body's text, or null as soon as it is larger than n8n takes. */
async function readBody(request: Request): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > LARGEST_BODY_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
