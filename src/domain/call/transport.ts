import type { CallFacts } from './call-facts.ts'
import { toReasonName, type EndedReason } from './ended-reason.ts'

export const TRANSPORTS = ['pending', 'in-progress', 'ended', 'failed'] as const
/** Whether the line was up; says nothing about who was there. */
export type Transport = (typeof TRANSPORTS)[number]

// Retell's call_status and ElevenLabs' batch statuses, with the commonest words of others.
const WORDS: readonly (readonly [Transport, string])[] = [
  ['pending', 'pending queued scheduled registered created dispatched initiated'],
  ['in-progress', 'in_progress ongoing ringing dialing'],
  ['ended', 'ended completed complete done finished processing'],
  ['failed', 'failed error not_connected'],
]
const STATUSES: ReadonlyMap<string, Transport> = new Map(
  WORDS.flatMap(([transport, words]) => words.split(' ').map((word) => [word, transport] as const)),
)

/**
 * The state of the line. A reason why the call ended outweighs a status that was not updated;
 * without a known status, whatever came of the call shows that it is over.
 */
export function transportOf(
  facts: CallFacts,
  ofStatus: EndedReason | null,
  why: EndedReason | null,
): Transport {
  const stated = STATUSES.get(toReasonName(facts.status ?? ''))
  if (stated === 'failed' || why?.kind === 'failed' || why?.kind === 'broke-off') return 'failed'
  if (why !== null || ofStatus !== null) return 'ended'
  if (stated !== undefined) return stated
  const hasTraces =
    facts.transcript.length > 0 ||
    (facts.durationSeconds ?? 0) > 0 ||
    (facts.analysis !== null && facts.analysis !== undefined)
  return hasTraces ? 'ended' : 'pending'
}
