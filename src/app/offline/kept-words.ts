/** A kept change as a person reads it before deciding: what they want, and what stands there now. */
import type { KeptWrite } from '../../domain/offline/kept-write.ts'
import { formatCalendarDay } from '../../ui/text/locale.ts'
import { keptChangeText, keptFieldText } from '../../ui/text/kept-changes.ts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

function toValueWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ') || keptChangeText.empty
  if (typeof value === 'string' || typeof value === 'number') {
    return String(value) || keptChangeText.empty
  }
  return keptChangeText.empty
}

/** Fields of a job, one a line: "Location: Leeds". */
function toFieldLines(fields: Fields): string {
  const nameOf = (field: string): string => keptFieldText[field] ?? field
  return Object.entries(fields)
    .map(([field, value]) => `${nameOf(field)}: ${toValueWords(value)}`)
    .join('\n')
}

/** What the person wrote or asked for. */
export function wishWords({ change, wish }: KeptWrite): string {
  if ('text' in change) return change.text
  if (change.kind === 'job-fields') return toFieldLines(change.after)
  if (wish !== undefined) return wish
  return change.kind === 'card-move' ? change.to : toFieldLines(change.set)
}

/** What a conflict found there; undefined where there is none. */
export function presentWords({ refusal }: KeptWrite): string | undefined {
  const present = refusal?.present
  if (!isFields(present)) return undefined
  if ('status' in present) return toValueWords(present['columnName'] ?? present['status'])
  if ('assignedTo' in present) {
    return present['assignedTo'] === null
      ? keptChangeText.nobody
      : keptChangeText.assignedTo(toValueWords(present['assignedName']))
  }
  if ('followUpOn' in present) {
    const day = present['followUpOn']
    return typeof day === 'string'
      ? keptChangeText.followUpOn(formatCalendarDay(day))
      : keptChangeText.noFollowUp
  }
  return toFieldLines(present)
}
