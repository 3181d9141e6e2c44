/**
 * The agents' side of a chaos run: it takes sessions by plain SQL and answers in every way n8n has.
 * What it really began is kept beside the sessions, in their transaction, so that a crash of the
 * database leaves no doubt about it.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type postgres from 'postgres'
import { z } from 'zod'
import { mayAsk } from '../demo-agent/verify-request.ts'
import { type Neighbour, REPEATED_HEADER } from './open-line.ts'
import { sturdyClient } from './sturdy-client.ts'
import { type Answer, BEHAVIOURS, type Behaviour, type BehaviourName } from './receiver-answers.ts'

/** A POST as it arrived, whatever was answered. */
export type Post = {
  readonly batchId: string
  readonly campaign: string
  readonly tasks: readonly Task[]
  /** Milliseconds of this process's clock. */
  readonly at: number
  /** By the way, not by the bridge. */
  readonly isRepeated: boolean
}

type Task = { readonly session: string; readonly phone: string }

export type Receiver = {
  readonly neighbour: Neighbour
  readonly posts: readonly Post[]
  readonly answers: ReadonlyMap<BehaviourName, number>
  /** From now on a session that is there already is left alone; before, it is begun again. */
  becomeIdempotent(): void
  isIdempotent(): boolean
  /** Takes everything from now on. */
  heal(): void
  /** Its store is out of reach until `goOn`; what it is taking comes to its end first. */
  halt(): Promise<void>
  goOn(): void
  /** Waits for what is taken after its answer. */
  settle(): Promise<void>
}

const bodySchema = z.object({
  campaign: z.string(),
  tasks: z.array(
    z
      .object({ session: z.string(), phone_number: z.string() })
      .transform(({ session, phone_number: phone }): Task => ({ session, phone })),
  ),
})
type Body = z.infer<typeof bodySchema>

export const EFFECTS_SQL = `
  create schema if not exists chaos;
  create table if not exists chaos.effects (
    id bigint generated always as identity, session_id text not null, batch_id text not null);`

/** Some of a minute's work is done after its sender was told, or had gone. */
const LATE_MS = 700

export function createReceiver(options: {
  readonly connect: () => postgres.Sql
  readonly secret: string
  /** Asked at each POST. */
  readonly plan: () => BehaviourName
}): Receiver {
  const { connect, secret, plan } = options
  const posts: Post[] = []
  const answers = new Map<BehaviourName, number>()
  const late = new Set<Promise<unknown>>()
  const takings = new Set<Promise<boolean>>()
  let idempotent = false
  let healed = false
  let halted = false

  async function take(batchId: string, body: Body): Promise<boolean> {
    if (halted) return false
    const taking = store(batchId, body)
    takings.add(taking)
    try {
      return await taking
    } finally {
      takings.delete(taking)
    }
  }

  async function store(batchId: string, { campaign, tasks }: Body): Promise<boolean> {
    const sessions = tasks.map((task) => task.session)
    const again = !idempotent
    // A connection for each, as a workflow that runs by itself has.
    const client = sturdyClient(connect, 4_000)
    const taken = await client.attempt((backend) =>
      backend.begin(async (tx) => {
        await tx`insert into public.campaign_info (campaign) values (${campaign}) on conflict do nothing`
        await tx`
          with begun as (
            insert into public.session_info (session_id, campaign, objectives)
            select session, ${campaign}, '{}' from unnest(${sessions}::text[]) as session
            on conflict (session_id) do nothing returning session_id)
          insert into chaos.effects (session_id, batch_id)
          select session, ${batchId} from unnest(${sessions}::text[]) as session
          where ${again} or session in (select session_id from begun)`
        return true
      }),
    )
    await client.end()
    return taken === true
  }

  function note(name: BehaviourName): Behaviour {
    answers.set(name, (answers.get(name) ?? 0) + 1)
    return BEHAVIOURS[name]
  }

  function refuse(name: 'bad JSON' | 'wrong token'): Response {
    note(name)
    return toResponse(BEHAVIOURS[name].answer)
  }

  return {
    posts,
    answers,
    becomeIdempotent: () => {
      idempotent = true
    },
    isIdempotent: () => idempotent,
    heal: () => {
      healed = true
    },
    async halt() {
      halted = true
      await Promise.allSettled(takings)
    },
    goOn: () => {
      halted = false
    },
    settle: async () => void (await Promise.allSettled(late)),
    async neighbour(request) {
      const text = await request.text()
      // n8n looks at the body before it looks at who sent it.
      const body = readBody(text)
      if (body === null) return refuse('bad JSON')
      if (!mayAsk(request.headers, text, [secret], null)) return refuse('wrong token')
      const batchId = request.headers.get('webhook-id') ?? ''
      const isRepeated = request.headers.has(REPEATED_HEADER)
      posts.push({ batchId, ...body, at: performance.now(), isRepeated })
      const name = healed ? 'takes all' : plan()
      const { taking, answer } = note(name)
      const some = { ...body, tasks: body.tasks.slice(0, Math.ceil(body.tasks.length / 2)) }
      if (taking === 'late') {
        const work = delay(LATE_MS).then(() => take(batchId, body))
        late.add(work)
      }
      const taken = { all: body, some, late: null, none: null }[taking]
      if (taken !== null && !(await take(batchId, taken))) return toResponse(STORE_DOWN)
      if (answer === 'hang') return null
      if (answer === 'hang-up') return 'hang-up'
      if (answer === 'accepted') return Response.json({ accepted: body.tasks.length })
      if (name === 'takes fewer') return Response.json({ accepted: some.tasks.length })
      return toResponse(answer)
    },
  }
}

function readBody(text: string): Body | null {
  try {
    return bodySchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

const STORE_DOWN = { status: 500, body: '{"message":"Error in workflow"}' }

function toResponse({
  status,
  body,
  contentType,
  retryAfterSeconds,
}: Omit<Answer, 'taking'>): Response {
  const headers = new Headers({ 'content-type': contentType ?? 'application/json' })
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds))
  return new Response(body, { status, headers })
}
