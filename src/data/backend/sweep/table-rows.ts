/** Plain reads of the agents' tables, which know of no function of ours. */
import type { SupabaseClient } from '@supabase/supabase-js'
import { z } from 'zod'
import { MEMORY_SUFFIX } from '../../../domain/campaign/session-id.ts'
import { unreadableAnswer, unwrapBackend } from '../backend-error.ts'
import type { BackendClient } from '../client.ts'
import type { BackendTable } from '../upkeep.ts'

/** PostgREST's answers end after so many rows. */
export const ROWS_A_PAGE = 1_000

/** Ids of sessions a request: gateways refuse addresses above 8 kB. */
const MAX_ADDRESS_CHARACTERS = 6_000

/** The tables by name, of which the generated types want to know which. */
export function tableOf(client: BackendClient, table: BackendTable) {
  return (client as unknown as SupabaseClient).from(table)
}

/** The rows of an answer. @throws AppError */
export function rowsOf<Row>(
  answer: Parameters<typeof unwrapBackend>[0],
  schema: z.ZodType<Row>,
): Row[] {
  const parsed = z.array(schema).safeParse(unwrapBackend(answer))
  if (!parsed.success) throw unreadableAnswer(parsed.error)
  return parsed.data
}

/** Cuts ids into lists that fit into an address, at least one id each. */
export function toChunks(ids: readonly string[]): string[][] {
  const chunks: string[][] = []
  let room = 0
  for (const id of ids) {
    const length = encodeURIComponent(`"${id}",`).length
    const chunk = chunks.at(-1)
    if (chunk === undefined || length > room) {
      chunks.push([id])
      room = MAX_ADDRESS_CHARACTERS - length
    } else {
      chunk.push(id)
      room -= length
    }
  }
  return chunks
}

/** A session's id without that suffix. */
export function sessionKey(sessionId: string): string {
  return sessionId.endsWith(MEMORY_SUFFIX) ? sessionId.slice(0, -MEMORY_SUFFIX.length) : sessionId
}

/** Every id under which a session's chat may stand. */
export function chatIds(keys: readonly string[]): string[] {
  return keys.flatMap((key) => [key, `${key}${MEMORY_SUFFIX}`])
}
