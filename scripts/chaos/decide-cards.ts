/** Recruiters who move cards and decide about suggestions, each about cards of their own. */
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import type { FrontendServerClient } from '../../src/data/frontend/bridge-clients.ts'
import type { Random } from '../../src/lib/random.ts'
import { between, hashText, pick } from '../demo-agent/seeded-random.ts'
import type { CardDecisions } from './card-decisions.ts'
import type { Gate } from './gate.ts'

export async function decideCards(options: {
  readonly client: FrontendServerClient
  /** This recruiter is the nth of so many, counted from 0. */
  readonly nth: number
  readonly of: number
  readonly random: Random
  readonly decisions: CardDecisions
  readonly gate: Gate
  readonly signal: AbortSignal
}): Promise<void> {
  const { client, nth, of, random, decisions, gate, signal } = options
  while (!signal.aborted) {
    await gate.pass(async () => {
      const cards = await client.from('candidates').select('id').limit(1000)
      // Each has cards of their own, so that what one decided is known when they decide again.
      const mine = (cards.data ?? []).filter(({ id }) => hashText(id) % of === nth)
      const card = mine[Math.floor(random() * mine.length)]
      if (card !== undefined) await decide(client, card.id, random, decisions)
    })
    await delay(between(random, 20, 120))
  }
}

const COLUMNS = ['contacted', 'interested', 'interview', 'hired', 'rejected'] as const
const answerSchema = z.object({
  card: z.object({ status: z.string(), status_set_by: z.enum(['person', 'automation']) }),
})

async function decide(
  client: FrontendServerClient,
  id: string,
  random: Random,
  decisions: CardDecisions,
): Promise<void> {
  const to = pick(random, COLUMNS)
  const how = pick(random, ['move', 'move', 'accept', 'dismiss', 'resume'] as const)
  decisions.attempt(id, how, to)
  // Without a version: which one a person saw is the browser's affair, and tested there.
  const nothing = null as unknown as number
  const answer =
    how === 'move'
      ? await client.rpc('move_card', {
          p_candidate: id,
          p_status: to,
          p_position: nothing,
          p_version: nothing,
        })
      : await client.rpc('decide_suggestion', {
          p_candidate: id,
          p_decision: how,
          p_version: nothing,
        })
  const answered = answerSchema.safeParse(answer.data)
  if (answered.success) {
    const { status, status_set_by: setBy } = answered.data.card
    decisions.answered(id, { status, setBy })
  }
}
