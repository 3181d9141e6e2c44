/** Sends what was written without a network, and lets features keep what can't be sent now. */
import { z } from 'zod'
import { type KeptChange, type KeptWrite, toBody } from '../../domain/offline/kept-write.ts'
import { isAppError } from '../../lib/app-error.ts'
import { unwrap } from '../unwrap.ts'
import type { Json } from './database.types.ts'
import type { FrontendClient } from './bridge-clients.ts'

const answerSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('done') }),
  z.object({ result: z.literal('conflict'), present: z.json() }),
])
export type KeptAnswer = z.infer<typeof answerSchema>

/** Carries a kept write out. Sent again, it changes nothing. */
export async function sendKeptWrite(client: FrontendClient, write: KeptWrite): Promise<KeptAnswer> {
  const args = {
    p_id: write.id,
    p_kind: write.change.kind,
    p_body: JSON.parse(JSON.stringify(toBody(write))) as Json,
  }
  return answerSchema.parse(unwrap(await client.rpc('send_kept_write', args)))
}

/** What a feature knows of a write: the rest is the keeper's. */
export type Keepable = {
  readonly subjectId: string
  /** "Note on Ann Example" */
  readonly label: string
  /** What it asks for, in words, where the change holds only keys. */
  readonly wish?: string
  readonly change: KeptChange
}

export type WriteKeeper = {
  /** Whether something about this row waits already: then nothing may overtake it. */
  readonly holds: (subjectId: string) => boolean
  /** Keeps it on the device, for who is signed in. */
  readonly keep: (write: Keepable) => Promise<void>
}

let provided: WriteKeeper | null = null

/** Called by the app when it starts. */
export function provideWriteKeeper(keeper: WriteKeeper): void {
  provided = keeper
}

/**
 * Sends a write, or keeps it on the device where there is no network, or where an earlier one about
 * the same row is kept.
 *
 * @returns the answer, or 'kept'
 * @throws AppError as `send` does, for all but a missing network
 */
export async function sendOrKeep<Answer>(
  write: Keepable,
  send: () => Promise<Answer>,
): Promise<Answer | 'kept'> {
  const keeper = provided
  if (keeper === null) return send()
  if (!keeper.holds(write.subjectId)) {
    try {
      return await send()
    } catch (error) {
      if (!isAppError(error, 'network')) throw error
    }
  }
  await keeper.keep(write)
  return 'kept'
}
