/** What has been kept long enough goes, part by part, once an admin has confirmed the periods. */
import { z } from 'zod'
import { unwrap } from '../data/unwrap.ts'
import type { BridgeParts } from './parts.ts'

const sliceSchema = z.object({ conversations: z.number(), people: z.number() })
/** How many conversations and people went. */
export type RetentionReport = z.infer<typeof sliceSchema>

/**
 * At least one part, so that a slice full of other work never leaves it undone for good.
 *
 * @throws AppError where the frontend database can't be reached; what is left comes with the next slice
 */
export async function runRetention(
  { frontend }: Pick<BridgeParts, 'frontend'>,
  isOver: () => boolean,
): Promise<RetentionReport> {
  const gone = { conversations: 0, people: 0 }
  let part: RetentionReport
  do {
    part = sliceSchema.parse(unwrap(await frontend.rpc('retention_slice')))
    gone.conversations += part.conversations
    gone.people += part.people
  } while (part.conversations + part.people > 0 && !isOver())
  return gone
}
