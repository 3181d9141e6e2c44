/** Notes when each batch was let go, and with whom: what was stopped or suppressed before that may not go out. */
import { z } from 'zod'
import type { Neighbour } from './open-line.ts'
import type { Begun } from './outcome.ts'

const batchSchema = z.object({ p_batch: z.string() })
const claimedSchema = z.object({
  batchId: z.string(),
  tasks: z.array(z.object({ recipient_id: z.string() })),
})
const claimsSchema = z.union([z.array(claimedSchema), claimedSchema.transform((one) => [one])])

const CLAIMS = ['/rpc/claim_batches', '/rpc/settle_existing']

export type PostNotes = {
  /** The frontend, with every claim and every `begin_post` that passes by noted before it is passed on. */
  readonly neighbour: Neighbour
  readonly begun: readonly Begun[]
  /** Of how many POSTs a bridge said that no connection came about. */
  readonly refused: () => number
}

export function notePosts(frontend: Neighbour): PostNotes {
  const begun: Begun[] = []
  let refused = 0
  /** By batch, as it was handed out last. */
  const recipients = new Map<string, readonly string[]>()
  const textOf = (answer: Response) => answer.clone().text()

  async function noteClaim(answer: Response): Promise<void> {
    const claims = claimsSchema.safeParse(JSON.parse((await textOf(answer)) || 'null'))
    for (const { batchId, tasks } of claims.data ?? []) {
      recipients.set(
        batchId,
        tasks.map((task) => task.recipient_id),
      )
    }
  }

  return {
    begun,
    refused: () => refused,
    async neighbour(request) {
      const { pathname } = new URL(request.url)
      if (pathname.endsWith('/rpc/finish_post')) {
        if ((await request.clone().text()).includes('"connection_refused"')) refused += 1
      }
      const isBegin = pathname.endsWith('/rpc/begin_post')
      if (!isBegin && !CLAIMS.some((path) => pathname.endsWith(path))) return frontend(request)
      const asked = batchSchema.safeParse(
        await request
          .clone()
          .json()
          .catch(() => null),
      )
      const at = performance.now()
      const answer = await frontend(request)
      if (!(answer instanceof Response)) return answer
      if (!isBegin) await noteClaim(answer)
      else if (asked.success && (await textOf(answer)).includes('"go"')) {
        const batchId = asked.data.p_batch
        begun.push({ batchId, at, recipients: recipients.get(batchId) ?? [] })
      }
      return answer
    },
  }
}
