/** Why a status is what it is, in words. */
import { z } from 'zod'
import type { CitedEvidence } from '../../domain/status/status-evidence.ts'
import { traceText } from '../../ui/text/conversations.ts'
import { objectiveName, objectiveValue } from './objective-words.ts'

const traceSchema = z.object({
  action: z.string().optional(),
  reason: z.string().optional(),
  objectiveKey: z.string().nullish(),
  value: z.unknown().optional(),
  ruleKind: z.string().optional(),
  rulesVersion: z.number().optional(),
  certainty: z.enum(['exact', 'inferred']).default('inferred'),
  evidence: z
    .object({
      kind: z.enum(['message', 'call', 'event']),
      id: z.string(),
      at: z.string().nullable(),
    })
    .nullish(),
})

export type TraceWords = {
  /** What was done: "moved", "Derived". */
  readonly action: string
  /** "because “Interested” is Yes"; empty where there is no more to say. */
  readonly because: string
  readonly cited: CitedEvidence
  readonly rulesVersion: number | null
}

function becauseOf(trace: z.infer<typeof traceSchema>): string {
  if (trace.reason) return traceText.becauseReason(trace.reason)
  if (trace.objectiveKey) {
    return traceText.becauseObjective(
      objectiveName(trace.objectiveKey),
      objectiveValue(trace.value),
    )
  }
  if (trace.ruleKind === 'inbound') return traceText.becauseInbound
  if (trace.ruleKind === 'call') return traceText.becauseCall
  return trace.ruleKind === 'value' ? traceText.becauseAnswer : ''
}

/** Reads a stored trace; one of an unknown form says nothing rather than something wrong. */
export function traceWords(stored: unknown): TraceWords {
  const trace = traceSchema.safeParse(stored).data ?? traceSchema.parse({})
  return {
    action: trace.action === undefined ? '' : (traceText.actions[trace.action] ?? ''),
    because: becauseOf(trace),
    cited: { evidence: trace.evidence ?? null, certainty: trace.certainty },
    rulesVersion: trace.rulesVersion ?? null,
  }
}
