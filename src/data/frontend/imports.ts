/** Reading a file into a pool, call by call. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import type { Json } from './database.types.ts'

/** How an import went so far: created + linked + updated + duplicate + rejected = read. */
export const importAnswerSchema = z.object({
  importId: z.uuid(),
  datasetId: z.uuid(),
  state: z.enum(['running', 'finished', 'undone']),
  total: z.number(),
  read: z.number(),
  created: z.number(),
  linked: z.number(),
  updated: z.number(),
  duplicate: z.number(),
  rejected: z.number(),
})
export type ImportAnswer = z.infer<typeof importAnswerSchema>

/** Begins the import of a file into a pool, or goes on with the one that has this id. */
export async function startImport(
  client: FrontendClient,
  start: {
    readonly id: string
    readonly datasetId: string
    readonly fileName: string
    readonly totalRows: number
    readonly mapping: Json
  },
): Promise<ImportAnswer> {
  const args = {
    p_id: start.id,
    p_dataset: start.datasetId,
    p_file_name: start.fileName,
    p_total_rows: start.totalRows,
    p_mapping: start.mapping,
  }
  return importAnswerSchema.parse(unwrap(await client.rpc('start_import', args)))
}

/** A row of the file as the database takes it: a person, or why it was rejected. */
export type ImportRow =
  | {
      readonly row: number
      readonly name: string
      readonly phone_e164: string | null
      readonly phone_given: string
      readonly phone_valid: boolean
      readonly email: string
      readonly postcode: string
      readonly location: string
      readonly trade: string
      readonly tags?: readonly string[]
      readonly blue_card: boolean | null
      readonly green_card: boolean | null
      readonly notes: string
    }
  | { readonly row: number; readonly faults: Json; readonly given: Json }

/** Sends up to 1,000 rows; sending the same rows again changes nothing. */
export async function importRows(
  client: FrontendClient,
  importId: string,
  rows: readonly ImportRow[],
): Promise<ImportAnswer> {
  return importAnswerSchema.parse(
    unwrap(
      await client.rpc('import_rows', { p_import: importId, p_rows: rows as unknown as Json }),
    ),
  )
}

/** Ends an import and answers its account; a repeat changes nothing. */
export async function finishImport(
  client: FrontendClient,
  importId: string,
): Promise<ImportAnswer> {
  return importAnswerSchema.parse(unwrap(await client.rpc('finish_import', { p_import: importId })))
}
