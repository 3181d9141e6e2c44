/** What recruiters do meanwhile, as the app would: launch, pause, resume, stop, move cards, suppress. */
import { setTimeout as delay } from 'node:timers/promises'
import type postgres from 'postgres'
import { z } from 'zod'
import {
  createUserClient,
  type FrontendServerClient,
} from '../../src/data/frontend/bridge-clients.ts'
import { between, seededRandom } from '../demo-agent/seeded-random.ts'
import type { Handler } from '../stack/rest-proxy.ts'
import { CardDecisions } from './card-decisions.ts'
import { decideCards } from './decide-cards.ts'
import { type Erasures, startErasures } from './erase-people.ts'
import type { Gate } from './gate.ts'
import { sturdyClient } from './sturdy-client.ts'
import type { Account, Draft } from './seed-campaigns.ts'

export type Agency = {
  readonly handler: Handler
  /** To the frontend, past its API. */
  readonly connect: () => postgres.Sql
  readonly anonKey: string
  readonly bridges: readonly string[]
  readonly accounts: readonly Account[]
  readonly admin: Account
  readonly drafts: readonly Draft[]
  readonly seed: number
  /** Between two launches, on average. */
  readonly launchEveryMs: number
  /** Nobody begins anything while it is closed. */
  readonly gate: Gate
}

export type People = {
  readonly decisions: CardDecisions
  readonly erasures: Erasures
  /** Campaigns whose launch was answered. */
  readonly launched: ReadonlySet<string>
  /** Presses until it is done: what a person does who sees that it failed. */
  press(campaignId: string, action: string, body?: object): Promise<boolean>
  /** Launches a draft, until an answer says so, or it is clear that nobody is left in it to be sent to. */
  launch(campaignId: string): Promise<void>
  stop(): Promise<void>
}

/** A client of an API that is reached in this process, without a line that disturbs it. */
function clientOf({ handler, anonKey }: Agency, token: string): FrontendServerClient {
  const inner: typeof fetch = async (input, init) => handler(new Request(input, init))
  return createUserClient({ url: 'http://127.0.0.1', anonKey, token, fetch: inner })
}

/** After so many a draft can't be launched: everybody in it was suppressed or erased. */
const MOST_TRIES = 40

type Tended = {
  readonly id: string
  readonly state: string
  /** A batch of it is about to be sent. */
  readonly isClaimed: boolean
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
  const { gate } = agency
  const tokens: string[] = []
  for (const account of agency.accounts) tokens.push(await signIn(agency, account))
  const admin = clientOf(agency, await signIn(agency, agency.admin))
  const [ofFirst = ''] = tokens
  const recruiter = clientOf(agency, ofFirst)
  const random = seededRandom(`${agency.seed}:people`)
  const decisions = new CardDecisions()
  const launched = new Set<string>()
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

  async function tryToLaunch(campaignId: string): Promise<boolean> {
    const preview = await recruiter.rpc('preview_campaign', { p_campaign: campaignId })
    const hash = z.object({ hash: z.string() }).safeParse(preview.data)
    if (!hash.success) return false
    // What is not answered may have been done.
    launched.add(campaignId)
    return press(campaignId, 'launch', { previewHash: hash.data.hash })
  }

  async function launch(campaignId: string): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      if (await tryToLaunch(campaignId)) return
      await delay(250)
    }
  }

  /** Some launch at the same time, each the next draft that nobody has begun with. */
  const drafts = agency.drafts.values()
  async function launchAll(): Promise<void> {
    for (const { campaignId } of drafts) {
      let done = false
      for (let tries = 0; !done && tries < MOST_TRIES && !signal.aborted; tries += 1) {
        done = await gate.pass(() => tryToLaunch(campaignId))
        if (!done) await delay(250)
      }
      if (signal.aborted) return
      const pauseMs = agency.launchEveryMs * (0.5 + random())
      await delay(pauseMs, undefined, { signal }).catch(() => null)
    }
  }

  /** What comes between a claim and its POST is what counts, so mostly it does. */
  async function tend({ id, state, isClaimed }: Tended): Promise<void> {
    const often = isClaimed ? 3 : 1
    if (state === 'paused') await press(id, 'resume')
    else if (state === 'failed') await press(id, 'retry', { scope: 'failed' })
    else if (random() < 0.02 * often) await press(id, 'pause')
    else if (random() < 0.006 * often) await press(id, 'stop')
  }

  /** What n8n refuses pauses a campaign; somebody resumes it, and stops one now and then. */
  async function tendCampaigns(): Promise<void> {
    const client = sturdyClient(agency.connect)
    while (!signal.aborted) {
      await gate.pass(async () => {
        const rows = await client.attempt(
          (sql) => sql<Tended[]>`
            select c.id, c.state, exists (select from public.launch_batches b where b.campaign_id = c.id
              and b.state = 'sending' and b.posting_since is null) as "isClaimed"
            from public.campaigns c where c.state in ('running', 'paused', 'failed')`,
        )
        await Promise.all((rows ?? []).map(tend))
      })
      await delay(300)
    }
    await client.end()
  }

  async function suppressPeople(): Promise<void> {
    const client = sturdyClient(agency.connect)
    while (!signal.aborted) {
      await gate.pass(() =>
        client.attempt(
          (sql) => sql`
            insert into public.suppressions (phone_e164, reason, source)
            select phone_e164, 'manual', 'person' from (
              select p.phone_e164 from public.people p left join public.campaign_candidates r on r.person_id = p.id
              left join public.launch_batches b on b.id = r.batch_id and b.state = 'sending' and b.posting_since is null
              order by (b.id is not null and ${random() < 0.5}) desc, random() limit 1
              -- Of who is being erased, nobody enters the number again by chance.
              for share of p) chosen
            on conflict do nothing`,
        ),
      )
      await delay(between(random, 500, 1_500))
    }
    await client.end()
  }

  const erasures = startErasures({ ...agency, admin })
  const movers = tokens.map((token, nth) =>
    decideCards({
      client: clientOf(agency, token),
      nth,
      of: tokens.length,
      random: seededRandom(`${agency.seed}:mover:${nth}`),
      decisions,
      gate,
      signal,
    }),
  )
  const running = Promise.all([
    ...tokens.map(launchAll),
    tendCampaigns(),
    suppressPeople(),
    ...movers,
  ])
  return {
    decisions,
    erasures,
    launched,
    press,
    launch,
    async stop() {
      stopping.abort()
      await Promise.all([running, erasures.stop()])
    },
  }
}
