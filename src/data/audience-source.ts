/** Where the people of an audience come from, as the bridge's preview and the launched campaign tell it. */
import { z } from 'zod'

export const audienceSourceSchema = z.object({
  source: z.looseObject({
    kind: z.enum(['column', 'dataset', 'person', 'segment']),
    id: z.uuid().optional(),
  }),
  /** Of the pool or column; empty for a segment, which only some may see. */
  name: z.string(),
  planned: z.number(),
  ready: z.number(),
})
/** A part of an audience; who stands in several is counted at the first. */
export type AudienceSource = z.infer<typeof audienceSourceSchema>
