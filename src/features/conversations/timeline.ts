/** A conversation as one list: messages and calls in order, each with the objectives that rest on it. */
import type { Call, Evidence, Message, ObjectiveEvent } from '../../data/frontend/conversation.ts'
import { mergeTimeline } from '../../domain/conversation/merge-timeline.ts'
import { evidenceOfObjective, type CitedEvidence } from '../../domain/status/status-evidence.ts'

/** An objective with a value, and what it rests on. */
export type ShownObjective = {
  readonly key: string
  readonly value: unknown
  readonly affirmed: boolean
  readonly at: string | null
  readonly cited: CitedEvidence
}

type Records = {
  readonly messages: readonly Message[]
  readonly calls: readonly Call[]
  readonly evidence: readonly Evidence[]
  readonly events: readonly ObjectiveEvent[]
}

/** Messages that were never in the backend have no id there: they stand first, by their time. */
function orderOf(messages: readonly Message[]): ReadonlyMap<string, number> {
  const native = messages.filter((message) => message.chatId === null)
  return new Map(native.map((message, index) => [message.id, index - native.length]))
}

/** What each objective of the recipient's sessions says now, in the order of their keys. */
export function objectivesOf({
  messages,
  calls,
  evidence,
  events,
}: Records): readonly ShownObjective[] {
  const records = {
    events: events.map((event) => ({
      id: event.eventId,
      objectiveKey: event.objectiveKey,
      value: null,
      at: event.occurredAt,
      source: event.source,
    })),
    calls: calls.map((call) => ({
      id: call.callId ?? call.id,
      startedAt: call.calledAt,
      durationSeconds: call.durationSeconds,
      personAnswered: call.answeredBy === 'person',
    })),
    messages: messages.flatMap((message) =>
      message.chatId === null
        ? []
        : [
            {
              id: message.chatId,
              at: message.sentAt,
              isFromCandidate: message.direction === 'inbound',
            },
          ],
    ),
  }
  return evidence
    .flatMap(({ objectives }) => Object.entries(objectives))
    .map(([key, fact]) => {
      const eventId = typeof fact['eventId'] === 'number' ? fact['eventId'] : null
      const cited = evidenceOfObjective({ eventId }, records)
      return { key, value: fact.value, affirmed: fact.affirmed, at: fact.at, cited }
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

/** The DOM id of a message or call in the list, for links to it. */
export function anchorOf(kind: 'message' | 'call', id: string): string {
  return `${kind}-${id}`
}

/** The DOM id of an objective in the list of answers, for the marks that lead there. */
export function anchorOfObjective(key: string): string {
  return `objective-${key}`
}

/** The DOM id of what an objective rests on; null where nothing in the list shows it. */
export function anchorOfEvidence({ evidence }: CitedEvidence): string | null {
  if (evidence === null || evidence.kind === 'event') return null
  return anchorOf(evidence.kind, evidence.id)
}

/** The list, with the objectives marked where they were answered. */
export function timelineOf(records: Records, timeZone: string, showHidden: boolean) {
  const order = orderOf(records.messages)
  const marks = Map.groupBy(
    objectivesOf(records).filter((objective) => anchorOfEvidence(objective.cited) !== null),
    (objective) => anchorOfEvidence(objective.cited),
  )
  const shown = records.messages.filter((message) => showHidden || !message.hidden)
  return mergeTimeline(
    shown.map((message) => ({
      ...message,
      key: message.id,
      id: message.chatId ?? order.get(message.id) ?? 0,
      at: message.sentAt,
      certainty: message.timeCertainty,
      marks: marks.get(anchorOf('message', String(message.chatId))) ?? [],
    })),
    records.calls.map((call) => ({
      ...call,
      startedAt: call.calledAt,
      marks: marks.get(anchorOf('call', call.callId ?? call.id)) ?? [],
    })),
    timeZone,
  )
}
export type Timeline = ReturnType<typeof timelineOf>

/** The DOM id of a message or call of the list; one that was never in the backend has its own id. */
export function anchorOfItem(item: Exclude<Timeline[number], { kind: 'day' }>): string {
  if (item.kind === 'call') return anchorOf('call', item.call.callId ?? item.call.id)
  return anchorOf('message', String(item.message.chatId ?? item.message.key))
}
export type TimelineMessage = Extract<Timeline[number], { kind: 'message' }>['message']
export type TimelineCall = Extract<Timeline[number], { kind: 'call' }>['call']
