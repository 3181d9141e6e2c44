/** How files with these headers were mapped last time, kept in this browser. */
import { z } from 'zod'
import {
  guessMapping,
  IMPORT_FIELDS,
  type ImportField,
  type ImportMapping,
} from '../../../domain/dataset/import-mapping.ts'

const KEY = 'rollcall-import-mappings'
const MOST_KEPT = 20

const memory = z.array(
  z.object({
    headers: z.array(z.string()),
    fields: z.partialRecord(z.enum(IMPORT_FIELDS), z.int().min(0)),
  }),
)
type Remembered = z.infer<typeof memory>

function recall(): Remembered {
  try {
    const parsed = memory.safeParse(JSON.parse(localStorage.getItem(KEY) ?? '[]'))
    return parsed.success ? parsed.data : []
  } catch {
    return [] // storage is switched off, or holds something else
  }
}

function sameHeaders(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((header, index) => header === b[index])
}

/** The mapping used last for the same headers, or a guess. */
export function firstMapping(headers: readonly string[]): ImportMapping {
  const known = recall().find((entry) => sameHeaders(entry.headers, headers))
  if (known === undefined) return guessMapping(headers)
  const fields: Partial<Record<ImportField, number>> = {}
  for (const field of IMPORT_FIELDS) {
    const index = known.fields[field]
    if (index !== undefined && index < headers.length) fields[field] = index
  }
  return { headers, fields }
}

/** Keeps a mapping for the next file with these headers. */
export function rememberMapping({ headers, fields }: ImportMapping): void {
  const others = recall().filter((entry) => !sameHeaders(entry.headers, headers))
  const kept = [{ headers, fields }, ...others].slice(0, MOST_KEPT)
  try {
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // Without storage the next file is guessed again.
  }
}
