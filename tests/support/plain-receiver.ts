/**
 * A receiver of launches that is not the demo agent: it records every request, writes the backend
 * by plain SQL of its own, and answers as a test tells it to.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type postgres from 'postgres'
import { z } from 'zod'

/**
 * - `ok`: 200 with `{accepted, known}`
 * - `late`: the same, once the test calls `release`
 * - `twice`: the same, but the work is done two times over, as by a queue that delivers again
 * - `html`, `empty`, `error`: 200 with a page, 200 with nothing, 500
 * - `never`: no answer; the connection stays open
 */
export type Answer = 'ok' | 'late' | 'twice' | 'html' | 'empty' | 'error' | 'never'

export type ReceivedRequest = {
  readonly path: string
  readonly headers: Headers
  /** As it was signed. */
  readonly rawBody: string
  readonly body: z.infer<typeof bodySchema>
}

export type PlainReceiver = {
  /** What comes before `/session-created`. */
  readonly url: string
  readonly requests: readonly ReceivedRequest[]
  /** From now on; `stores`: whether sessions are written, where the answer doesn't say so itself. */
  answerWith(answer: Answer, options?: { readonly stores?: boolean }): void
  /** Lets every late answer go that is ready, and says how many these were. */
  release(): number
  stop(): Promise<void>
}

const bodySchema = z.object({
  campaign: z.string(),
  tasks: z.array(z.object({ session: z.string(), phone_number: z.string() })),
  job_description: z.string(),
  objectives: z.record(z.string(), z.unknown()),
})

const STORES: ReadonlySet<Answer> = new Set<Answer>(['ok', 'late', 'twice'])

/**
 * Starts a receiver that answers `ok`.
 *
 * @param options.backend a client of the backend as its owner
 * @param options.disclosure stands in the first messages that the prompt webhook answers
 */
export async function startPlainReceiver(options: {
  readonly backend: postgres.Sql
  readonly disclosure?: string
}): Promise<PlainReceiver> {
  const { backend, disclosure = 'This is an automated message from an AI.' } = options
  const requests: ReceivedRequest[] = []
  let behaviour: { answer: Answer; stores: boolean } = { answer: 'ok', stores: true }
  let lateAnswers: (() => void)[] = []

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rawBody = await readText(request)
    const body = bodySchema.parse(JSON.parse(rawBody))
    const path = request.url ?? ''
    requests.push({ path, headers: toHeaders(request), rawBody, body })
    if (path.endsWith('/get-prompt-for-agent')) return sendJson(response, promptsOf(disclosure))

    const { answer, stores } = behaviour
    const known = stores ? await store(backend, body) : 0
    if (answer === 'twice') await store(backend, body, true)
    const acceptance = { accepted: body.tasks.length, known }
    switch (answer) {
      case 'ok':
      case 'twice':
        return sendJson(response, acceptance)
      case 'late':
        lateAnswers.push(() => sendJson(response, acceptance))
        return
      case 'html':
        response.writeHead(200, { 'content-type': 'text/html' })
        response.end('<!doctype html><title>Welcome</title>')
        return
      case 'empty':
        response.writeHead(200)
        response.end()
        return
      case 'error':
        response.writeHead(500, { 'content-type': 'text/plain' })
        response.end('Error in workflow')
        return
      case 'never':
    }
  }

  const server = createServer((request, response) => {
    receive(request, response).catch((error: unknown) => {
      response.writeHead(500)
      response.end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/webhook`,
    requests,
    answerWith(answer, { stores = STORES.has(answer) } = {}) {
      behaviour = { answer, stores }
    },
    release() {
      const waiting = lateAnswers
      lateAnswers = []
      for (const send of waiting) send()
      return waiting.length
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Writes the sessions of a launch, row by row. Answers how many were there already. */
async function store(
  sql: postgres.Sql,
  { campaign, tasks, job_description, objectives }: ReceivedRequest['body'],
  again = false,
): Promise<number> {
  return sql.begin(async (tx) => {
    const template = tx.json(objectives as never)
    await tx`insert into campaign_info (campaign, job_info, objectives_template)
      values (${campaign}, ${job_description}, ${template}) on conflict do nothing`
    let known = 0
    for (const { session, phone_number } of tasks) {
      const made = await tx`insert into session_info (session_id, created_at, campaign, objectives)
        values (${session}, now(), ${campaign}, ${template}) on conflict do nothing returning 1 as one`
      known += 1 - made.length
      if (made.length === 0 && !again) continue
      await tx`insert into numbers (session_id, phone_number) values (${session}, ${phone_number})`
      await tx`insert into campaigns (session_id, campaign) values (${session}, ${campaign})`
    }
    return known
  })
}

function promptsOf(disclosure: string) {
  return {
    prompt_chat: 'Ask politely, one thing at a time.',
    prompt_call: 'Speak slowly.',
    first_message_chat: `Hello! ${disclosure} Are you looking for work?`,
    first_message_call: `Hello. ${disclosure} Have you two minutes?`,
  }
}

function sendJson(response: ServerResponse, value: object): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks).toString('utf8')
}

function toHeaders(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, String(value))
  }
  return headers
}
