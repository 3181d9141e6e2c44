/** Persons who ask in the middle of the storm to be forgotten, and an admin who sees to it. */
import { setTimeout as delay } from 'node:timers/promises'
import type postgres from 'postgres'
import type { FrontendServerClient } from '../../src/data/frontend/bridge-clients.ts'
import { between, seededRandom } from '../demo-agent/seeded-random.ts'
import type { Gate } from './gate.ts'
import { insist } from './insist.ts'
import { sturdyClient } from './sturdy-client.ts'

export type Erasures = {
  /** By E.164, when the erasure was first known to be done; milliseconds of this process's clock. */
  readonly erased: ReadonlyMap<string, number>
  /** Erases them all again, as after a restore of what had been before. */
  repeat(): Promise<void>
  stop(): Promise<void>
}

type Person = { readonly id: string; readonly phone: string }

export function startErasures(options: {
  readonly connect: () => postgres.Sql
  /** An admin's. */
  readonly admin: FrontendServerClient
  readonly gate: Gate
  readonly seed: number
}): Erasures {
  const { connect, admin, gate } = options
  const random = seededRandom(`${options.seed}:erasures`)
  const stopping = new AbortController()
  const erased = new Map<string, number>()
  const asked: Person[] = []

  async function erase({ id, phone }: Person): Promise<void> {
    await insist(async () => {
      const { error } = await admin.rpc('erase_person', { p_person: id })
      // Of an erasure whose answer was lost, the next one hears that nobody is there.
      if (error !== null && !JSON.stringify(error).includes('person_not_found')) throw error
    })
    if (!erased.has(phone)) erased.set(phone, performance.now())
  }

  /** Mostly somebody who was sent something, else anybody. */
  function findPerson(sql: postgres.Sql): Promise<readonly Person[]> {
    const ofAll = random() < 0.25
    return sql<Person[]>`select p.id, p.phone_e164 as phone from public.people p
      where ${ofAll} or exists (select from public.campaign_candidates r
        where r.person_id = p.id and r.contacted_at is not null)
      order by random() limit 1`
  }

  const running = (async () => {
    const client = sturdyClient(connect)
    while (!stopping.signal.aborted) {
      await gate.pass(async () => {
        const [person] = (await client.attempt(findPerson)) ?? []
        if (person === undefined) return
        asked.push(person)
        await erase(person)
      })
      await delay(between(random, 1_000, 3_000), undefined, { signal: stopping.signal }).catch(
        () => null,
      )
    }
    await client.end()
  })()
  return {
    erased,
    async repeat() {
      for (const person of asked) await erase(person)
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
