/** What a session's objectives say, since when, and which entries can't be read. */
import { parseObjectiveTemplate } from '../domain/objective/objective-template.ts'
import {
  parseObjectiveValues,
  type ObjectiveIssue,
  type ObjectiveIssueCode,
} from '../domain/objective/parse-objective-values.ts'
import { toFacts, type ObjectiveFact } from '../domain/status/status-facts.ts'
import { sanitiseJson, sanitiseText } from '../lib/sanitise-text.ts'
import { plausibleTime } from './plausible-time.ts'
import type { PlannedEvent, PlannedIssue } from './planned-session.ts'
import type { EventState, SessionState } from './session-state.ts'

/** The index that keeps issues apart takes no longer names. */
const MAX_ITEM_LENGTH = 200

const EXPECTED: Readonly<Record<ObjectiveIssueCode, string>> = {
  absent: 'there to be any',
  'not-an-object': 'one entry for each objective',
  'odd-boolean': 'yes or no',
  'odd-number': 'a number',
  'odd-text': 'text',
  'odd-value': 'text, a number, or yes or no',
}

/** One row of `session_objective_events`, storable. */
export function planEvent(event: EventState): PlannedEvent {
  return {
    eventId: event.id,
    objectiveKey: sanitiseText(event.objective ?? ''),
    oldValue: sanitiseJson(event.oldValue ?? null),
    newValue: sanitiseJson(event.newValue ?? null),
    source: sanitiseText(event.source ?? ''),
    occurredAt: plausibleTime(event.occurredAt),
  }
}

export type PlannedObjectives = {
  readonly facts: readonly ObjectiveFact[]
  readonly issues: readonly PlannedIssue[]
}

/** The facts of a session's present objectives, dated by its events. */
export function planObjectives(
  state: Pick<SessionState, 'info' | 'objectivesTemplate'>,
  events: readonly PlannedEvent[],
): PlannedObjectives {
  const template = parseObjectiveTemplate(state.objectivesTemplate)
  const { values, issues } = parseObjectiveValues(state.info?.objectives, template)
  const dated = events.map(({ eventId, objectiveKey, newValue, occurredAt, source }) => {
    const said = parseObjectiveValues({ [objectiveKey]: newValue }, template).values
    const value = Object.hasOwn(said, objectiveKey) ? (said[objectiveKey] ?? null) : null
    return { id: eventId, objectiveKey, value, at: occurredAt, source }
  })
  return {
    facts: toFacts(values, dated),
    issues: issues.filter(({ code }) => code !== 'absent').map(toIssue),
  }
}

function toIssue({ code, key, found }: ObjectiveIssue): PlannedIssue {
  const what = key === null ? 'The objectives' : `The answer to "${key}"`
  return {
    kind: 'objective',
    item: (key ?? '').slice(0, MAX_ITEM_LENGTH).toWellFormed(),
    summary: `${what} could not be read: expected ${EXPECTED[code]}. It counts as not known yet; read the conversation to see what was meant.`,
    details: { code, objectiveKey: key },
    raw: found,
  }
}
