/**
 * A storm over the whole product, and the judgement after it: two databases that are killed, several
 * bridges that are killed, lines that lose and garble, a receiver that answers as n8n does at its
 * worst, agents who write and recruiters who work meanwhile. docs/testing.md says what is judged.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type postgres from 'postgres'
import { hashText } from '../../src/launch/build-payload.ts'
import { Closers } from '../stack/closers.ts'
import { isDriverFault, isLostConnection } from '../stack/driver-fault.ts'
import { askUntilDone } from './ask-until-done.ts'
import { drain } from './drain.ts'
import { Gate } from './gate.ts'
import { startHurrying } from './hurry-time.ts'
import { type ChaosReport, judgeStorm } from './judge-storm.ts'
import type { Halt } from './outcome.ts'
import { startPeople } from './press-buttons.ts'
import type { ForgottenSoFar } from './restore-sides.ts'
import { startSchedulers } from './start-bridges.ts'
import { LAUNCH_EVERY_MS, startWorld, type WorldOptions } from './start-world.ts'
import { storm } from './storm.ts'
import { watchWishes } from './watch-wishes.ts'
import { startWriters } from './write-conversations.ts'

export type ChaosOptions = WorldOptions & {
  readonly report: (line: string) => void
  /** Hears the judgement before everything is stopped, which may take its time after a storm. */
  readonly judged: (found: ChaosReport) => void
}

const WRITERS = 4

/** @throws where the run itself can't be carried out, which says nothing about the product */
export async function runChaos(options: ChaosOptions): Promise<void> {
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
    options.judged(await run(options, folder, closers))
  } catch (error) {
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
  const world = await startWorld(options, folder, closers)
  const { frontendSide, backendSide, receiver, bridges } = world

  report(`The storm begins: seed ${seed}, ${Math.round(durationMs / 1000)} s, by the ${feed}.`)
  const gate = new Gate()
  const wishes = watchWishes(() => frontendSide.connect())
  const stopHurrying = startHurrying(() => frontendSide.connect())
  const stopSchedulers = startSchedulers(bridges, { count: 2, everyMs: 600, gate })
  const writers = startWriters(() => backendSide.connect(), { seed, count: WRITERS })
  const people = await startPeople({
    handler: frontendSide.handler,
    connect: () => frontendSide.connect(),
    anonKey: world.anonKey,
    bridges: bridges.urls,
    ...world.agency,
    seed,
    launchEveryMs: LAUNCH_EVERY_MS,
    gate,
  })
  const forgotten: ForgottenSoFar = {
    effects: [],
    launches: new Map(),
    ended: new Set(),
    decisions: 0,
  }
  const halts: Halt[] = []
  const done = await storm({
    ...world,
    ...options,
    gate,
    people,
    wishes,
    forgotten,
    halts,
    async becomeProven() {
      receiver.becomeIdempotent()
      await askUntilDone(frontendSide, (sql) => proveReceiver(sql, world.lines.webhook.url))
    },
  })

  report('The storm is over: everything heals, and what waits goes on.')
  for (const line of Object.values(world.lines)) line.heal()
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
  const seen = { frontend, backend, people, writers, wishes, forgotten, halts, done, left }
  return judgeStorm({ ...world, ...seen })
}

/** As the connection test does that posted one session twice: the receiver is named by a digest. */
async function proveReceiver(frontend: postgres.Sql, base: string): Promise<void> {
  const receiver = (await hashText(base)).slice(0, 16)
  await frontend`insert into public.settings (key, value)
    values ('receiver', ${frontend.json({ receiver, idempotent: true, code: 'proven' })})
    on conflict (key) do update set value = excluded.value`
}
