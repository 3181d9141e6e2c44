/**
 * The agents' webhook as a real HTTP server whose every answer a test decides. It keeps what it
 * took in the backend by plain SQL, as a receiver would that isn't ours.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type postgres from 'postgres'

export type Post = {
  readonly id: string
  readonly path: string
  readonly body: string
  readonly sessions: readonly string[]
}

/** What the receiver does with a POST. `take` stores its sessions and says how many were there already. */
export type Behaviour = (
  post: Post,
  take: (sessions?: readonly string[]) => Promise<number>,
  response: ServerResponse,
) => Promise<void> | void

/** Takes everything and says so, as the workflow does that Rollcall ships. */
export const takesAll: Behaviour = async (post, take, response) => {
  const known = await take()
  answer(response, 200, JSON.stringify({ accepted: post.sessions.length, known }))
}

/** Takes the first of the sessions only, and says nothing of use. */
export const takesOne: Behaviour = async (post, take, response) => {
  await take(post.sessions.slice(0, 1))
  answer(response, 500, '{"message":"Error in workflow"}')
}

/** Answers without taking anything. */
export function says(status: number, body: string): Behaviour {
  return (_post, _take, response) => answer(response, status, body)
}

/** Takes everything, but answers something else. */
export function takesButSays(status: number, body: string): Behaviour {
  return async (_post, take, response) => {
    await take()
    answer(response, status, body)
  }
}

/** Takes everything and breaks the connection. */
export const takesAndDies: Behaviour = async (_post, take, response) => {
  await take()
  response.destroy()
}

export function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body)
}

export type TestReceiver = {
  /** For WEBHOOK_BASE. */
  readonly base: string
  /** Every POST that arrived, whatever was answered. */
  readonly posts: readonly Post[]
  /** How often each session was taken on, whether it was there already or not. */
  readonly taken: ReadonlyMap<string, number>
  /** What it does from now on. */
  behave(behaviour: Behaviour): void
  close(): Promise<void>
}

/** @param backend where sessions are stored, idempotently */
export async function startTestReceiver(backend: postgres.Sql): Promise<TestReceiver> {
  const posts: Post[] = []
  const taken = new Map<string, number>()
  let behaviour = takesAll

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const post = await readPost(request)
    posts.push(post)
    const { campaign } = JSON.parse(post.body) as { campaign: string }
    await behaviour(
      post,
      async (sessions = post.sessions) => {
        await backend`insert into public.campaign_info (campaign) values (${campaign}) on conflict do nothing`
        const made = await backend`
          insert into public.session_info (session_id, campaign)
          select session, ${campaign} from unnest(${[...sessions]}::text[]) as session
          on conflict (session_id) do nothing returning session_id`
        for (const session of sessions) taken.set(session, (taken.get(session) ?? 0) + 1)
        return sessions.length - made.length
      },
      response,
    )
  }
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    posts,
    taken,
    behave: (next) => {
      behaviour = next
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function readPost(request: IncomingMessage): Promise<Post> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks).toString('utf8')
  const { tasks = [] } = JSON.parse(body) as { tasks?: { session: string }[] }
  return {
    id: String(request.headers['webhook-id']),
    path: request.url ?? '',
    body,
    sessions: tasks.map((task) => task.session),
  }
}
