/** What has been kept long enough goes, part by part, once an admin has confirmed the periods. */
import { z } from 'zod'
import { unwrap } from '../data/unwrap.ts'
import type { BridgeParts } from './parts.ts'

const sliceSchema = z.object({ conversations: z.number(), people: z.number() })
/** How many conversations and people went. */
export type RetentionReport = z.infer<typeof sliceSchema>

/** @throws AppError where the frontend database can't be reached; what is left comes with the next slice */
export async function runRetention(
  { frontend }: Pick<BridgeParts, 'frontend'>,
  isOver: () => boolean,
): Promise<RetentionReport> {
  const gone = { conversations: 0, people: 0 }
  while (!isOver()) {
    const part = sliceSchema.parse(unwrap(await frontend.rpc('retention_slice')))
    if (part.conversations === 0 && part.people === 0) break
    gone.conversations += part.conversations
    gone.people += part.people
  }
  return gone
}
