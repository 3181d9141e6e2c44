/** All that a storm goes over: two databases, an agency, the receiver, lines to all of them, and bridges between. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type postgres from 'postgres'
import { toBridgeEnvironment } from '../stack/bridge-environment.ts'
import type { Closers } from '../stack/closers.ts'
import { createSecrets, type StackSecrets } from '../stack/secrets.ts'
import type { Control } from './break-on-purpose.ts'
import { notePosts, type PostNotes } from './note-posts.ts'
import { type Line, type LineOptions, openLine } from './open-line.ts'
import { type LineName, planFault } from './plan-faults.ts'
import type { ChaosFeed } from './read-through.ts'
import { planBehaviours } from './receiver-answers.ts'
import { createReceiver, EFFECTS_SQL, type Receiver } from './receiver.ts'
import { seedAgency } from './seed-campaigns.ts'
import { type Bridges, startBridges } from './start-bridges.ts'
import { type ChaosSide, startSide } from './start-side.ts'

export type WorldOptions = {
  readonly seed: number
  /** Of the storm; starting, draining and judging come on top. */
  readonly durationMs: number
  /** A mistake that every bridge makes, to see the judge catch it. */
  readonly control?: Control
  /** How the bridges find what changed in the backend. */
  readonly feed: ChaosFeed
}

type Sides = { readonly frontendSide: ChaosSide; readonly backendSide: ChaosSide }

export type World = Sides & {
  /** The frontend's. */
  readonly anonKey: string
  readonly agency: Awaited<ReturnType<typeof seedAgency>>
  readonly receiver: Receiver
  readonly notes: PostNotes
  readonly lines: Readonly<Record<LineName, Line>>
  readonly bridges: Bridges
}

/** Between two launches, on average. */
export const LAUNCH_EVERY_MS = 1_700

const RECRUITERS = 2

export async function startWorld(
  options: WorldOptions,
  folder: string,
  closers: Closers,
): Promise<World> {
  const secrets = createSecrets()
  const sides = await startSides(secrets, folder, closers)
  const { frontendSide, backendSide } = sides
  const agency = await prepareAgency(sides, options.durationMs)
  const receiver = createReceiver({
    connect: () => backendSide.connect(),
    secret: secrets.webhookSecret,
    plan: planBehaviours(options.seed),
  })
  const notes = notePosts(async (request) => frontendSide.handler(request))
  const open = async (
    name: LineName,
    neighbour: LineOptions['neighbour'],
    mayRepeat?: () => boolean,
  ) => {
    const plan = (nth: number) => planFault(options, name, nth)
    const line = await openLine({ name, neighbour, plan, ...(mayRepeat && { mayRepeat }) })
    closers.add(`the line to ${name}`, () => line.close())
    return line
  }
  const lines = {
    frontend: await open('frontend', notes.neighbour),
    backend: await open('backend', async (request) => backendSide.handler(request)),
    // Of who begins a session each time they are asked nobody can expect to bear with a way that repeats.
    webhook: await open('webhook', receiver.neighbour, () => receiver.isIdempotent()),
  }
  const environment = {
    ...toBridgeEnvironment(addressesOf(lines, sides, secrets), secrets, {}),
    CHAOS_CONTROL: options.control,
    BACKEND_FEED: options.feed === 'log' ? 'auto' : options.feed,
  }
  const logs = join(folder, 'logs')
  mkdirSync(logs)
  const bridges = await startBridges(
    { environment, workerSecret: secrets.workerSecret, logs, report: () => {} },
    closers,
  )
  const anonKey = secrets.frontend.publishableKey
  return { ...sides, anonKey, agency, receiver, notes, lines, bridges }
}

async function startSides(secrets: StackSecrets, folder: string, closers: Closers): Promise<Sides> {
  const options = { secrets, appUrl: 'http://127.0.0.1', report: () => {} }
  const [frontendSide, backendSide] = await Promise.all([
    startSide({ ...options, side: 'frontend', folder: join(folder, 'frontend') }, closers),
    startSide({ ...options, side: 'backend', folder: join(folder, 'backend') }, closers),
  ])
  return { frontendSide, backendSide }
}

/** The neighbours as the bridges know them: at the near ends of the lines. */
function addressesOf(
  lines: World['lines'],
  { frontendSide, backendSide }: Sides,
  { frontend, backend }: StackSecrets,
) {
  return {
    frontend: {
      url: lines.frontend.url,
      anonKey: frontend.publishableKey,
      serviceKey: frontend.secretKey,
      dbUrl: frontendSide.dbUrl,
    },
    backend: { url: lines.backend.url, serviceKey: backend.secretKey, dbUrl: backendSide.dbUrl },
    webhook: { url: lines.webhook.url },
  }
}

async function prepareAgency({ frontendSide, backendSide }: Sides, durationMs: number) {
  await using(backendSide, (sql) => sql.unsafe(EFFECTS_SQL).simple())
  const drafts = RECRUITERS * Math.ceil(durationMs / LAUNCH_EVERY_MS)
  return using(frontendSide, (sql) => seedAgency(sql, { recruiters: RECRUITERS, drafts }))
}

async function using<Result>(
  side: ChaosSide,
  work: (sql: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  const sql = side.connect()
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}
