/**
 * A storm over the whole product, and the judgement after it: two databases that are killed, several
 * bridges that are killed, lines that lose and garble, a receiver that answers as n8n does at its
 * worst, agents who write and recruiters who work meanwhile. docs/testing.md says what is judged.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type postgres from 'postgres'
import { hashText } from '../../src/launch/build-payload.ts'
import { toBridgeEnvironment } from '../stack/bridge-environment.ts'
import { Closers } from '../stack/closers.ts'
import { isDriverFault, isLostConnection } from '../stack/driver-fault.ts'
import { createSecrets } from '../stack/secrets.ts'
import type { Control } from './break-on-purpose.ts'
import { askUntilDone } from './ask-until-done.ts'
import { drain } from './drain.ts'
import { findNamed } from './find-named.ts'
import { Gate } from './gate.ts'
import { startHurrying } from './hurry-time.ts'
import { type ContactFaults, judgeContacts } from './judge-contacts.ts'
import { judgeRecords } from './judge-records.ts'
import { notePosts } from './note-posts.ts'
import { openLine } from './open-line.ts'
import { planFault, type LineName } from './plan-faults.ts'
import { startPeople } from './press-buttons.ts'
import { readOutcome } from './read-outcome.ts'
import type { ChaosFeed } from './read-through.ts'
import { planBehaviours } from './receiver-answers.ts'
import { createReceiver, EFFECTS_SQL } from './receiver.ts'
import type { Halt } from './outcome.ts'
import type { ForgottenSoFar } from './restore-sides.ts'
import { seedAgency } from './seed-campaigns.ts'
import { startBridges, startSchedulers } from './start-bridges.ts'
import { type ChaosSide, startSide } from './start-side.ts'
import { storm } from './storm.ts'
import { watchWishes } from './watch-wishes.ts'
import { startWriters } from './write-conversations.ts'

export type ChaosOptions = {
  readonly seed: number
  /** Of the storm; starting, draining and judging come on top. */
  readonly durationMs: number
  /** A mistake that every bridge makes, to see the judge catch it. */
  readonly control?: Control
  /** How the bridges find what changed in the backend. */
  readonly feed: ChaosFeed
  readonly report: (line: string) => void
}

export type ChaosReport = ContactFaults & {
  readonly wrong: readonly string[]
  /** By kind. */
  readonly faults: Readonly<Record<string, number>>
  /** Recipients by what became of them. */
  readonly ledger: Readonly<Record<string, number>>
  /** Recipients by their status at the end. */
  readonly statuses: Readonly<Record<string, number>>
  readonly posts: number
  readonly contacted: number
  readonly committed: number
  /** People erased. */
  readonly erased: number
  /** What restored databases don't know any more, by kind; all of it is judged all the same. */
  readonly forgotten: Readonly<Record<'contacts' | 'launches' | 'decisions', number>>
}

const WRITERS = 4
const RECRUITERS = 2
const LAUNCH_EVERY_MS = 1_700

/** @throws where the run itself can't be carried out, which says nothing about the product */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const closers = new Closers()
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-chaos-'))
  chmodSync(folder, 0o711)
  closers.add('the folder', () => rmSync(folder, { recursive: true, force: true }))
  const survive = (error: unknown) => {
    if (!isDriverFault(error) && !isLostConnection(error)) throw error
  }
  process.on('uncaughtException', survive)
  const end = () => void closers.closeAll(() => {}).then(() => process.exit(130))
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  try {
    return await run(options, folder, closers)
  } catch (error) {
    // Said before the parts are stopped, which may take its time after a storm.
    options.report(`The run broke off: ${error instanceof Error ? error.stack : String(error)}`)
    throw error
  } finally {
    process.off('uncaughtException', survive)
    process.off('SIGINT', end)
    process.off('SIGTERM', end)
    await closers.closeAll(options.report)
  }
}

async function run(options: ChaosOptions, folder: string, closers: Closers): Promise<ChaosReport> {
  const { seed, durationMs, feed, report } = options
  const secrets = createSecrets()
  const quietly = () => {}
  const sideOptions = { secrets, appUrl: 'http://127.0.0.1', report: quietly }
  const [frontendSide, backendSide] = await Promise.all([
    startSide({ ...sideOptions, side: 'frontend', folder: join(folder, 'frontend') }, closers),
    startSide({ ...sideOptions, side: 'backend', folder: join(folder, 'backend') }, closers),
  ])
  const agency = await prepareAgency({ frontendSide, backendSide }, durationMs)

  const receiver = createReceiver({
    connect: () => backendSide.connect(),
    secret: secrets.webhookSecret,
    plan: planBehaviours(seed),
  })
  const notes = notePosts(async (request) => frontendSide.handler(request))
  const open = async (name: LineName, neighbour: Parameters<typeof openLine>[0]['neighbour']) => {
    const line = await openLine({ name, neighbour, plan: (nth) => planFault(seed, name, nth) })
    closers.add(`the line to ${name}`, () => line.close())
    return line
  }
  const lines = {
    frontend: await open('frontend', notes.neighbour),
    backend: await open('backend', async (request) => backendSide.handler(request)),
    webhook: await open('webhook', receiver.neighbour),
  }
  const { frontend: front, backend: back } = secrets
  const addresses = {
    frontend: {
      url: lines.frontend.url,
      anonKey: front.publishableKey,
      serviceKey: front.secretKey,
      dbUrl: frontendSide.dbUrl,
    },
    backend: { url: lines.backend.url, serviceKey: back.secretKey, dbUrl: backendSide.dbUrl },
    webhook: { url: lines.webhook.url },
  }
  mkdirSync(join(folder, 'logs'))
  const bridges = await startBridges(
    {
      environment: {
        ...toBridgeEnvironment(addresses, secrets, {}),
        CHAOS_CONTROL: options.control,
        BACKEND_FEED: feed === 'log' ? 'auto' : feed,
      },
      workerSecret: secrets.workerSecret,
      logs: join(folder, 'logs'),
      report: quietly,
    },
    closers,
  )

  report(`The storm begins: seed ${seed}, ${Math.round(durationMs / 1000)} s, by the ${feed}.`)
  const gate = new Gate()
  const wishes = watchWishes(() => frontendSide.connect())
  const stopHurrying = startHurrying(() => frontendSide.connect())
  const stopSchedulers = startSchedulers(bridges, { count: 2, everyMs: 600, gate })
  const writers = startWriters(() => backendSide.connect(), { seed, count: WRITERS })
  const people = await startPeople({
    handler: frontendSide.handler,
    connect: () => frontendSide.connect(),
    anonKey: front.publishableKey,
    bridges: bridges.urls,
    ...agency,
    seed,
    launchEveryMs: LAUNCH_EVERY_MS,
    gate,
  })
  const forgotten: ForgottenSoFar = {
    effects: [],
    launches: new Map(),
    decisions: 0,
  }
  const halts: Halt[] = []
  const done = await storm({
    seed,
    durationMs,
    feed,
    frontendSide,
    backendSide,
    bridges,
    receiver,
    gate,
    people,
    report,
    lines: Object.values(lines),
    wishes,
    forgotten,
    halts,
    async becomeProven() {
      receiver.becomeIdempotent()
      await askUntilDone(frontendSide, (sql) => proveReceiver(sql, lines.webhook.url))
    },
  })

  report('The storm is over: everything heals, and what waits goes on.')
  for (const line of Object.values(lines)) line.heal()
  receiver.heal()
  await Promise.all([writers.stop(), people.stop()])
  await receiver.settle()
  const frontend = frontendSide.connect()
  const backend = backendSide.connect()
  closers.add('the last look', () =>
    Promise.all([frontend, backend].map((sql) => sql.end({ timeout: 1 }))).then(() => {}),
  )
  await stopHurrying()
  const left = await drain({ frontend, backend, bridges, people, feed, forgotten })
  await Promise.all([stopSchedulers(), wishes.stop()])

  const { erased } = people.erasures
  const found = await readOutcome({ frontend, backend })
  const outcome = {
    ...found,
    effects: [...forgotten.effects, ...found.effects],
    erased,
    erasedPlaces: [
      ...(await findNamed(frontend, 'frontend', [...erased.keys()])),
      ...(await findNamed(backend, 'backend', [...erased.keys()])),
    ],
    forgotten,
    halts,
    posts: receiver.posts,
    begun: notes.begun,
    wishes,
    allowsCard: (card: { id: string; status: string; setBy: 'person' | 'automation' }) =>
      people.decisions.allows(card.id, card),
  }
  return {
    ...judgeContacts(outcome),
    ledger: count(
      outcome.ledger.map((line) => [line.delivery, line.code].filter(Boolean).join(': ')),
    ),
    statuses: count(outcome.ledger.map((line) => line.status)),
    wrong: [...left.map((one) => `left over: ${one}`), ...judgeRecords(outcome)],
    faults: {
      ...count(done),
      ...sumOf(Object.values(lines).map((line) => line.faults)),
      ...sumOf([new Map([...receiver.answers].filter(([name]) => name !== 'takes all'))]),
      'transactions rolled back': writers.undone(),
    },
    posts: receiver.posts.length,
    erased: erased.size,
    forgotten: {
      contacts: forgotten.effects.length,
      launches: forgotten.launches.size,
      decisions: forgotten.decisions,
    },
    contacted: new Set(outcome.effects.map(({ session }) => session)).size,
    committed: writers.committed(),
  }
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

async function prepareAgency(
  {
    frontendSide,
    backendSide,
  }: { readonly frontendSide: ChaosSide; readonly backendSide: ChaosSide },
  durationMs: number,
) {
  await using(backendSide, (sql) => sql.unsafe(EFFECTS_SQL).simple())
  const drafts = Math.ceil(durationMs / LAUNCH_EVERY_MS)
  return using(frontendSide, (sql) => seedAgency(sql, { recruiters: RECRUITERS, drafts }))
}

/** As the connection test does that posted one session twice: the receiver is named by a digest. */
async function proveReceiver(frontend: postgres.Sql, base: string): Promise<void> {
  const receiver = (await hashText(base)).slice(0, 16)
  await frontend`insert into public.settings (key, value)
    values ('receiver', ${frontend.json({ receiver, idempotent: true, code: 'proven' })})
    on conflict (key) do update set value = excluded.value`
}

function count(names: readonly string[]): Record<string, number> {
  return sumOf(names.map((name) => new Map([[name, 1]])))
}

function sumOf(maps: readonly ReadonlyMap<string, number>[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const map of maps) {
    for (const [name, times] of map) sums[name] = (sums[name] ?? 0) + times
  }
  return sums
}
