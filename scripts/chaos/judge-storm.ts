/** The judgement after a storm: what both databases hold against what was seen to happen, and the report of it. */
import type postgres from 'postgres'
import { findNamed } from './find-named.ts'
import { judgeContacts } from './judge-contacts.ts'
import { judgeRecords } from './judge-records.ts'
import type { ContactFaults, Halt } from './outcome.ts'
import type { PostNotes } from './note-posts.ts'
import type { People } from './press-buttons.ts'
import { readOutcome } from './read-outcome.ts'
import type { Receiver } from './receiver.ts'
import { BEHAVIOUR_NAMES } from './receiver-answers.ts'
import type { ForgottenSoFar } from './restore-sides.ts'
import type { World } from './start-world.ts'
import type { Wishes } from './watch-wishes.ts'
import type { Writers } from './write-conversations.ts'

export type ChaosReport = ContactFaults & {
  readonly wrong: readonly string[]
  /** By kind. */
  readonly faults: Readonly<Record<string, number>>
  /** Recipients by what became of them. */
  readonly ledger: Readonly<Record<string, number>>
  /** Recipients by their status at the end. */
  readonly statuses: Readonly<Record<string, number>>
  readonly posts: number
  /** In all POSTs. */
  readonly tasks: number
  readonly contacted: number
  readonly committed: number
  /** People erased. */
  readonly erased: number
  /** What restored databases don't know any more, by kind; all of it is judged all the same. */
  readonly forgotten: Readonly<Record<'contacts' | 'launches' | 'decisions', number>>
}

export type StormSeen = Pick<World, 'lines' | 'receiver' | 'notes'> & {
  readonly frontend: postgres.Sql
  readonly backend: postgres.Sql
  readonly people: Pick<People, 'decisions' | 'erasures'>
  readonly writers: Pick<Writers, 'committed' | 'undone'>
  readonly wishes: Wishes
  readonly forgotten: ForgottenSoFar
  readonly halts: readonly Halt[]
  /** What was killed and restored, by name. */
  readonly done: readonly string[]
  /** What never came to its end. */
  readonly left: readonly string[]
}

export async function judgeStorm(seen: StormSeen): Promise<ChaosReport> {
  const { frontend, backend, lines, receiver, notes, people, writers, forgotten } = seen
  const { erased } = people.erasures
  const phones = [...erased.keys()]
  const found = await readOutcome({ frontend, backend })
  const outcome = {
    ...found,
    effects: [...forgotten.effects, ...found.effects],
    erased,
    erasedPlaces: [
      ...(await findNamed(frontend, 'frontend', phones)),
      ...(await findNamed(backend, 'backend', phones)),
    ],
    forgotten,
    halts: seen.halts,
    posts: receiver.posts,
    begun: notes.begun,
    wishes: seen.wishes,
    allowsCard: (card: { id: string; status: string; setBy: 'person' | 'automation' }) =>
      people.decisions.allows(card.id, card),
  }
  return {
    ...judgeContacts(outcome),
    ledger: count(
      outcome.ledger.map((line) => [line.delivery, line.code].filter(Boolean).join(': ')),
    ),
    statuses: count(outcome.ledger.map((line) => line.status)),
    wrong: [...seen.left.map((one) => `left over: ${one}`), ...judgeRecords(outcome)],
    faults: {
      ...count(seen.done),
      ...sumOf(Object.values(lines).map((line) => line.faults)),
      ...rowsMet(receiver, notes),
      'transactions rolled back': writers.undone(),
    },
    posts: receiver.posts.length,
    tasks: receiver.posts.reduce((total, { tasks }) => total + tasks.length, 0),
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

/** How often the bridges met each row of n8n's table, those they never met included. */
function rowsMet({ answers }: Receiver, { refused }: PostNotes): Record<string, number> {
  const ill = BEHAVIOUR_NAMES.filter((name) => name !== 'takes all')
  return {
    'connection refused': refused(),
    ...Object.fromEntries(ill.map((name) => [name, answers.get(name) ?? 0])),
  }
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
