/** Changing a board's columns: each is a status of the job, named by a key that stays. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { type BoardColumn, columnRow } from './jobs.ts'
import { conflictError, updatedOrConflict } from './versioned-write.ts'

/** What people edit of a column. */
export type ColumnFields = Pick<BoardColumn, 'name' | 'colour' | 'isPostHire'>

/**
 * Adds a column to a board.
 *
 * @param column its id is made by the caller, so that a repeat is harmless
 * @param after the key of the column to its left; null for the usual place, left of Rejected
 */
export async function addColumn(
  client: FrontendClient,
  column: ColumnFields & { readonly id: string; readonly jobId: string },
  after: string | null,
): Promise<BoardColumn> {
  const args = {
    p_id: column.id,
    p_job: column.jobId,
    p_name: column.name,
    p_colour: column.colour,
    p_is_post_hire: column.isPostHire,
    ...(after === null ? {} : { p_after: after }),
  }
  return columnRow.parse(unwrap(await client.rpc('add_column', args)))
}

type SeenColumn = Pick<BoardColumn, 'id' | 'version'>

/** Saves a column's fields; AppError `conflict` with the present column where the version moved. */
export async function saveColumn(
  client: FrontendClient,
  column: SeenColumn,
  fields: ColumnFields,
): Promise<BoardColumn> {
  const { name, colour, isPostHire } = fields
  const rows = unwrap(
    await client
      .from('kanban_columns')
      .update({ name, colour, is_post_hire: isPostHire })
      .eq('id', column.id)
      .eq('version', column.version)
      .select('*'),
  )
  const [saved] = z.array(columnRow).parse(rows)
  return updatedOrConflict(saved ?? null, async () => {
    const row = unwrap(
      await client.from('kanban_columns').select('*').eq('id', column.id).maybeSingle(),
    )
    return row === null ? null : columnRow.parse(row)
  })
}

const orderSchema = z.object({ result: z.enum(['ok', 'conflict']), keys: z.array(z.string()) })

/**
 * Puts the columns into an order; AppError `conflict` with the keys in their present order where
 * it is not the one that was seen.
 */
export async function orderColumns(
  client: FrontendClient,
  jobId: string,
  keys: readonly string[],
  seen: readonly string[],
): Promise<void> {
  const args = { p_job: jobId, p_keys: [...keys], p_seen: [...seen] }
  const answer = orderSchema.parse(unwrap(await client.rpc('order_columns', args)))
  if (answer.result === 'conflict') throw conflictError(answer.keys)
}

const deletedSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('ok'), changeId: z.uuid(), changed: z.number() }),
  z.object({ result: z.literal('conflict'), column: columnRow }),
])

/**
 * Deletes a column; its cards go to another one. AppError `conflict` with the present column where
 * the version moved.
 *
 * @param changeId made by the caller; names the change for `undoBoardChange`
 * @param to the key of the column the cards go to
 * @returns how many cards went there
 */
export async function deleteColumn(
  client: FrontendClient,
  changeId: string,
  column: SeenColumn,
  to: string,
): Promise<number> {
  const args = { p_id: changeId, p_column: column.id, p_version: column.version, p_to: to }
  const answer = deletedSchema.parse(unwrap(await client.rpc('delete_column', args)))
  if (answer.result === 'conflict') throw conflictError(answer.column)
  return answer.changed
}
