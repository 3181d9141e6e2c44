/** What a chaos run left behind, as the judge looks at it: plain records of both sides. */
import type { ObjectiveValue } from '../../src/domain/objective/read-objective-value.ts'
import type { ObjectiveEvent } from '../../src/domain/status/status-facts.ts'
import type { Post } from './receiver.ts'
import type { Wishes } from './watch-wishes.ts'

/** What restored databases don't know any more, though it happened. */
export type Forgotten = {
  /** Sessions begun that a restored backend doesn't have. */
  readonly effects: readonly Effect[]
  /** Keys of launched campaigns that were drafts again in a restored frontend, and since when. */
  readonly launches: ReadonlyMap<string, number>
  /** Sessions that had come to their end before a restore of the backend, some of which go on again. */
  readonly ended: ReadonlySet<string>
}

export type LedgerLine = {
  readonly id: string
  /** As the webhook and the backend know it. */
  readonly campaign: string
  readonly campaignState: string
  readonly session: string
  readonly phone: string
  /** Of a person who was erased: no name, no number, no session. */
  readonly erased: boolean
  readonly delivery: string
  /** Why it is excluded, held, unconfirmed or failed. */
  readonly code: string | null
  readonly status: string
  readonly contested: string | null
  /** Changes of the status, oldest first. */
  readonly history: readonly { readonly from: string | null; readonly to: string }[]
  readonly card: LedgerCard | null
}

export type LedgerCard = {
  readonly id: string
  readonly status: string
  readonly setBy: 'person' | 'automation'
  readonly proposed: string | null
  readonly suggested: string | null
  readonly decidedAgainst: string | null
  /** The last change of its status, by whom and to what; null: none since it was made. */
  readonly lastMove: { readonly by: 'person' | 'automation'; readonly to: string } | null
}

/** A session as the backend holds it at the end. */
export type BackendSession = {
  readonly completed: boolean
  readonly values: Readonly<Record<string, ObjectiveValue>>
  readonly events: readonly ObjectiveEvent[]
  readonly inbound: number
  readonly answeredCalls: number
}

/** A session begun by the receiver; each row is somebody who was written to. */
export type Effect = { readonly session: string; readonly batchId: string }

/** `begin_post` let a batch go with these recipients; `at` is when the question was passed on. */
export type Begun = {
  readonly batchId: string
  readonly at: number
  readonly recipients: readonly string[]
}

/** Between a restore of the frontend and somebody's word that sending goes on. */
export type Halt = { readonly from: number; readonly until: number }

export type Numbers = {
  readonly campaign: string
  readonly told: Readonly<Record<string, number>>
  /** Recipients by delivery state, counted anew. */
  readonly counted: Readonly<Record<string, number>>
}

export type Outcome = {
  readonly ledger: readonly LedgerLine[]
  readonly sessions: ReadonlyMap<string, BackendSession>
  readonly effects: readonly Effect[]
  readonly posts: readonly Post[]
  readonly begun: readonly Begun[]
  readonly wishes: Wishes
  /** By E.164, when somebody's erasure was known to be done. */
  readonly erased: ReadonlyMap<string, number>
  /** Where something still names somebody erased. */
  readonly erasedPlaces: readonly string[]
  readonly forgotten: Forgotten
  readonly halts: readonly Halt[]
  /** Keys of campaigns that are drafts. */
  readonly drafts: ReadonlySet<string>
  /** Sessions of which people are told that they belong to nobody. */
  readonly unmatched: ReadonlySet<string>
  readonly numbers: readonly Numbers[]
  /** Ids and words of records, each as `id session words`: as the backend holds and the frontend shows them. */
  readonly records: Readonly<Record<'messages' | 'calls' | 'events', Sides>>
  readonly allowsCard: (card: LedgerCard) => boolean
}

/** By verdict, a line each. */
export type ContactFaults = {
  readonly lost: readonly string[]
  readonly double: readonly string[]
  readonly unwanted: readonly string[]
}

export type Sides = { readonly backend: readonly string[]; readonly frontend: readonly string[] }
