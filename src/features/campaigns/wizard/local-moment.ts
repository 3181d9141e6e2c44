/** Moments as the browser's own date-and-time field takes them: in the reader's zone, to the minute. */
import { format } from 'date-fns'

/** ISO 8601 → "2026-03-02T09:00"; none is an empty field. */
export function toLocalField(moment: string | null): string {
  return moment === null ? '' : format(new Date(moment), "yyyy-MM-dd'T'HH:mm")
}

/** "2026-03-02T09:00" → ISO 8601 in UTC; an empty or unfinished field is none. */
export function fromLocalField(field: string): string | null {
  const moment = new Date(field)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}
