/** Changes of many cards at once: one transaction, undone in one. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

/** What is set on all cards of a change. */
export type CardsChange =
  | { readonly status: string; readonly reason?: string | undefined }
  | { readonly assignedTo: string | null }
  /** A day as YYYY-MM-DD; null takes it away. */
  | { readonly followUpOn: string | null }
  | { readonly addTags: readonly string[]; readonly removeTags: readonly string[] }

/** A card to change, with the value that the person saw; without one it is changed in any case. */
export type CardToChange = { readonly id: string; readonly seen?: string | null }

/** A card that somebody else has set meanwhile, with what it is now. */
const leftCard = z
  .object({
    id: z.uuid(),
    name: z.string(),
    present: z.string().nullable(),
    setBy: z.enum(['person', 'automation']),
  })
  .readonly()
const changedSchema = z.object({
  changeId: z.uuid(),
  changed: z.number(),
  left: z.array(leftCard).default([]),
  /** Cards that are not on the board any more. */
  gone: z.number().default(0),
})
export type CardsChanged = z.infer<typeof changedSchema>

/**
 * Changes cards of a board; those that somebody else has set meanwhile are left, and answered.
 *
 * @param changeId made by the caller, so that a repeat is harmless
 */
export async function changeCards(
  client: FrontendClient,
  jobId: string,
  changeId: string,
  change: CardsChange,
  cards: readonly CardToChange[],
): Promise<CardsChanged> {
  const args = {
    p_id: changeId,
    p_job: jobId,
    p_change: change as Record<string, string>,
    p_cards: cards as { id: string }[],
  }
  return changedSchema.parse(unwrap(await client.rpc('change_cards', args)))
}

const undoneSchema = z.object({ restored: z.number(), left: z.number() })
export type BoardChangeUndone = z.infer<typeof undoneSchema>

/** Takes a change of cards, or a column's deletion, back; what changed since is left as it is. */
export async function undoBoardChange(
  client: FrontendClient,
  changeId: string,
): Promise<BoardChangeUndone> {
  return undoneSchema.parse(unwrap(await client.rpc('undo_board_change', { p_change: changeId })))
}

const tagRow = z.object({ tag: z.string(), count: z.number() })

/** The tags in use on a board, the most used first. */
export async function listBoardTags(
  client: FrontendClient,
  jobId: string,
): Promise<readonly z.infer<typeof tagRow>[]> {
  return z.array(tagRow).parse(unwrap(await client.rpc('board_tags', { p_job: jobId })))
}
