/** What recruiters do meanwhile, as the app would: launch, pause, resume, stop, move cards, suppress. */
import { setTimeout as delay } from 'node:timers/promises'
import type postgres from 'postgres'
import { z } from 'zod'
import {
  createUserClient,
  type FrontendServerClient,
} from '../../src/data/frontend/bridge-clients.ts'
import type { Random } from '../../src/lib/random.ts'
import { between, hashText, pick, seededRandom } from '../demo-agent/seeded-random.ts'
import type { Handler } from '../stack/rest-proxy.ts'
import { CardDecisions } from './card-decisions.ts'
import { sturdyClient } from './sturdy-client.ts'
import type { Account, Draft } from './seed-campaigns.ts'

export type Agency = {
  readonly handler: Handler
  /** To the frontend, past its API. */
  readonly connect: () => postgres.Sql
  readonly anonKey: string
  readonly bridges: readonly string[]
  readonly accounts: readonly Account[]
  readonly drafts: readonly Draft[]
  readonly seed: number
  /** Between two launches, on average. */
  readonly launchEveryMs: number
}

export type People = {
  readonly decisions: CardDecisions
  /** Presses until it is done: what a person does who sees that it failed. */
  press(campaignId: string, action: string, body?: object): Promise<boolean>
  stop(): Promise<void>
}

/** A client of an API that is reached in this process, without a line that disturbs it. */
function clientOf({ handler, anonKey }: Agency, token: string): FrontendServerClient {
  const inner: typeof fetch = async (input, init) => handler(new Request(input, init))
  return createUserClient({ url: 'http://127.0.0.1', anonKey, token, fetch: inner })
}

const signInSchema = z.object({ access_token: z.string() })

async function signIn({ handler, anonKey }: Agency, account: Account): Promise<string> {
  const answer = await handler(
    new Request('http://127.0.0.1/auth/v1/token?grant_type=password', {
      method: 'POST',
      headers: { apikey: anonKey, 'content-type': 'application/json' },
      body: JSON.stringify({ email: account.email, password: account.password }),
    }),
  )
  return signInSchema.parse(await answer.json()).access_token
}

export async function startPeople(agency: Agency): Promise<People> {
  const tokens: string[] = []
  for (const account of agency.accounts) tokens.push(await signIn(agency, account))
  const [ofFirst = ''] = tokens
  const random = seededRandom(`${agency.seed}:people`)
  const decisions = new CardDecisions()
  const stopping = new AbortController()
  const { signal } = stopping

  async function press(campaignId: string, action: string, body: object = {}, token = ofFirst) {
    const bridge = agency.bridges[between(random, 0, agency.bridges.length - 1)] ?? ''
    const answer = await fetch(`${bridge}/campaigns/${campaignId}/${action}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(8_000),
    }).catch(() => null)
    return answer?.ok === true
  }

  async function launch({ campaignId }: Draft): Promise<void> {
    const client = clientOf(agency, ofFirst)
    while (!signal.aborted) {
      const preview = await client.rpc('preview_campaign', { p_campaign: campaignId })
      const hash = z.object({ hash: z.string() }).safeParse(preview.data)
      if (hash.success && (await press(campaignId, 'launch', { previewHash: hash.data.hash }))) {
        return
      }
      await delay(250)
    }
  }

  /** Some launch at the same time, each the next draft that nobody has begun with. */
  const drafts = agency.drafts.values()
  async function launchAll(): Promise<void> {
    for (const draft of drafts) {
      if (signal.aborted) return
      await launch(draft)
      const pauseMs = agency.launchEveryMs * (0.5 + random())
      await delay(pauseMs, undefined, { signal }).catch(() => null)
    }
  }

  async function tend({ id, state }: { id: string; state: string }): Promise<void> {
    if (state === 'paused') await press(id, 'resume')
    else if (state === 'failed') await press(id, 'retry', { scope: 'failed' })
    else if (random() < 0.02) await press(id, 'pause')
    else if (random() < 0.006) await press(id, 'stop')
  }

  /** What n8n refuses pauses a campaign; somebody resumes it, and stops one now and then. */
  async function tendCampaigns(): Promise<void> {
    const client = sturdyClient(agency.connect)
    while (!signal.aborted) {
      const rows = await client.attempt(
        (sql) => sql<{ id: string; state: string }[]>`
          select id, state from public.campaigns where state in ('running', 'paused', 'failed')`,
      )
      await Promise.all((rows ?? []).map(tend))
      await delay(300)
    }
    await client.end()
  }

  async function suppressPeople(): Promise<void> {
    const client = sturdyClient(agency.connect)
    while (!signal.aborted) {
      await client.attempt(
        (sql) => sql`
          insert into public.suppressions (phone_e164, reason, source)
          select phone_e164, 'manual', 'person' from public.people order by random() limit 1
          on conflict do nothing`,
      )
      await delay(between(random, 500, 1_500))
    }
    await client.end()
  }

  async function moveCards(token: string, nth: number): Promise<void> {
    const client = clientOf(agency, token)
    const own = seededRandom(`${agency.seed}:mover:${nth}`)
    while (!signal.aborted) {
      const cards = await client.from('candidates').select('id').limit(1000)
      // Each has cards of their own, so that what one decided is known when they decide again.
      const mine = (cards.data ?? []).filter(({ id }) => hashText(id) % tokens.length === nth)
      const card = mine[Math.floor(own() * mine.length)]
      if (card !== undefined) await decide(client, card.id, own, decisions)
      await delay(between(own, 20, 120))
    }
  }

  const running = Promise.all([
    ...tokens.map(launchAll),
    tendCampaigns(),
    suppressPeople(),
    ...tokens.map(moveCards),
  ])
  return {
    decisions,
    press,
    async stop() {
      stopping.abort()
      await running
    },
  }
}

const COLUMNS = ['contacted', 'interested', 'interview', 'hired', 'rejected'] as const
const answerSchema = z.object({
  card: z.object({ status: z.string(), status_set_by: z.enum(['person', 'automation']) }),
})

async function decide(
  client: FrontendServerClient,
  id: string,
  random: Random,
  decisions: CardDecisions,
): Promise<void> {
  const to = pick(random, COLUMNS)
  const how = pick(random, ['move', 'move', 'accept', 'dismiss', 'resume'] as const)
  decisions.attempt(id, how, to)
  // Without a version: which one a person saw is the browser's affair, and tested there.
  const nothing = null as unknown as number
  const answer =
    how === 'move'
      ? await client.rpc('move_card', {
          p_candidate: id,
          p_status: to,
          p_position: nothing,
          p_version: nothing,
        })
      : await client.rpc('decide_suggestion', {
          p_candidate: id,
          p_decision: how,
          p_version: nothing,
        })
  const answered = answerSchema.safeParse(answer.data)
  if (answered.success) {
    const { status, status_set_by: setBy } = answered.data.card
    decisions.answered(id, { status, setBy })
  }
}
