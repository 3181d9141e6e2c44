/** Notes when each batch was let go: what was stopped or suppressed before that may not go out. */
import { z } from 'zod'
import type { Neighbour } from './open-line.ts'
import type { Begun } from './outcome.ts'

const batchSchema = z.object({ p_batch: z.string() })

/** The frontend, with every `begin_post` that passes by noted before it is passed on. */
export function notePosts(frontend: Neighbour): {
  readonly neighbour: Neighbour
  readonly begun: readonly Begun[]
} {
  const begun: Begun[] = []
  return {
    begun,
    async neighbour(request) {
      if (!new URL(request.url).pathname.endsWith('/rpc/begin_post')) return frontend(request)
      const parsed = batchSchema.safeParse(
        await request
          .clone()
          .json()
          .catch(() => null),
      )
      const at = performance.now()
      const answer = await frontend(request)
      if (parsed.success && answer instanceof Response) {
        const said = await answer.clone().text()
        if (said.includes('"go"')) begun.push({ batchId: parsed.data.p_batch, at })
      }
      return answer
    },
  }
}
