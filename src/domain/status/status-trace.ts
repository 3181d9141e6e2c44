import {
  evidenceOfCall,
  evidenceOfInbound,
  evidenceOfObjective,
  type CitedEvidence,
  type SessionRecords,
} from './status-evidence.ts'
import type { ObjectiveFact } from './status-facts.ts'
import type { Because, RuleKind, StatusResolution } from './resolve-status.ts'

/** Why a status is what it is. */
export type Trace = CitedEvidence & {
  readonly status: string
  readonly objectiveKey: string | null
  readonly ruleKind: RuleKind
  readonly rulesVersion: number
}

/** The trace of a resolution over the same facts and records; null where there is no status. */
export function traceFor(
  { status, because }: StatusResolution,
  facts: readonly ObjectiveFact[],
  records: SessionRecords,
  rulesVersion: number,
): Trace | null {
  if (status === null || because === null) return null
  const { objectiveKey, kind } = because
  return { status, objectiveKey, ruleKind: kind, rulesVersion, ...cite(because, facts, records) }
}

function cite(
  { kind, objectiveKey }: Because,
  facts: readonly ObjectiveFact[],
  records: SessionRecords,
): CitedEvidence {
  switch (kind) {
    case 'inbound':
      return evidenceOfInbound(records)
    case 'call':
      return evidenceOfCall(records)
    case 'objective':
    case 'refusal':
    case 'value': {
      const fact = facts.find(({ key }) => key === objectiveKey)
      return evidenceOfObjective(fact ?? { eventId: null }, records)
    }
  }
}
