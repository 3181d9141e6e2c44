/** What a refused launch answers: the present preview, and what changed since the one looked at. */
import { z } from 'zod'
import { previewAnswerSchema } from '../../../data/bridge/campaign-actions.ts'
import { isAppError } from '../../../lib/app-error.ts'

const changeSchema = previewAnswerSchema.extend({
  difference: z.record(z.string(), z.object({ seen: z.number(), now: z.number() })).default({}),
})
export type AudienceChange = z.infer<typeof changeSchema>

/** Reads the change out of a failed launch; null where it failed for another reason. */
export function parseAudienceChange(error: unknown): AudienceChange | null {
  if (!isAppError(error, 'conflict') || error.code !== 'audience_changed') return null
  return changeSchema.safeParse(error.current).data ?? null
}
