/**
 * What a call's analysis says about how it went. Its shape differs by provider and by how the
 * agent was set up, so keys are looked for by meaning, at the top or nested, nearest the top
 * first. Bounded, and never throws.
 */
import { isJsonObject, parseJsonText } from '../../lib/json.ts'
import { endedReason, toReasonName, type EndedReason } from './ended-reason.ts'

export type CallSignals = {
  readonly reason: EndedReason | null
  /** A machine answered, a person did, or nothing says so. One sign of a machine outweighs others. */
  readonly isMachine: boolean | null
  readonly isWrongNumber: boolean
}

const MAX_DEPTH = 5
const MAX_FIELDS = 2_000

const REASON_KEYS = new Set([
  'disconnection_reason',
  'disconnect_reason',
  'ended_reason',
  'end_reason',
  'call_ended_reason',
  'termination_reason',
  'hangup_reason',
  'hangup_cause',
  'call_status',
])
// Agents put what came of the talk here too: 'declined' would be the job, not the call.
const RESULT_KEYS = new Set(['outcome', 'call_outcome', 'disposition', 'call_disposition'])
const RESULT_KINDS: ReadonlySet<string> = new Set([
  'voicemail',
  'no-answer',
  'busy',
  'wrong-number',
] satisfies EndedReason['kind'][])
const MACHINE_KEY =
  /^(?:in_|is_|reached_|went_to_|left_)?(?:voice_?mail|answering_machine)(?:_detected|_reached)?$|^machine_detected$/
const WRONG_KEY = /^(?:is_)?wrong_(?:number|person)$/

type Field = { readonly key: string; readonly value: unknown }

export function readCallSignals(analysis: unknown): CallSignals {
  const parsed = typeof analysis === 'string' ? parseJsonText(analysis) : analysis
  const fields = listFields(parsed)
  const machine = fields.map(machineSign)
  const reason = fields.map(reasonSign).find((found) => found !== null) ?? null
  return {
    reason,
    isMachine: machine.includes(true) ? true : machine.includes(false) ? false : null,
    isWrongNumber: fields.some(({ key, value }) => WRONG_KEY.test(key) && toFlag(value) === true),
  }
}

/** Every field of an object and of the objects inside it, those nearer the top first. */
function listFields(root: unknown): Field[] {
  const fields: Field[] = []
  let level: unknown[] = [root]
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth += 1) {
    const below: unknown[] = []
    for (const node of level) {
      const entries = isJsonObject(node) ? Object.entries(node) : []
      for (const [key, value] of entries) {
        if (fields.length === MAX_FIELDS) return fields
        fields.push({ key: toReasonName(key), value })
        const inner: readonly unknown[] = Array.isArray(value) ? value : [value]
        below.push(...inner.slice(0, MAX_FIELDS))
      }
    }
    level = below
  }
  return fields
}

function reasonSign({ key, value }: Field): EndedReason | null {
  if (typeof value !== 'string') return null
  const reason = endedReason(value)
  if (REASON_KEYS.has(key)) return reason
  return RESULT_KEYS.has(key) && reason !== null && RESULT_KINDS.has(reason.kind) ? reason : null
}

function machineSign({ key, value }: Field): boolean | null {
  if (MACHINE_KEY.test(key)) return toFlag(value)
  if (key !== 'answered_by' || typeof value !== 'string') return null
  if (/machine|voice_?mail|fax/i.test(value)) return true
  return /human|person/i.test(value) ? false : null
}

function toFlag(value: unknown): boolean | null {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  if (value === true || /^(?:true|yes|1)$/i.test(text.trim())) return true
  return value === false || /^(?:false|no|0)$/i.test(text.trim()) ? false : null
}
