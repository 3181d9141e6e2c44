/** Carries erasures to the backend, and marks them as done when both sides are empty. */
import { z } from 'zod'
import { eraseSessions } from '../data/backend/sessions.ts'
import { unwrap } from '../data/unwrap.ts'
import { isAppError } from '../lib/app-error.ts'
import type { BridgeParts } from './parts.ts'

const SESSIONS_A_CALL = 500
const RETRY_SECONDS = 60

const commandsSchema = z.array(z.object({ id: z.uuid(), sessionId: z.string() }))

/**
 * @returns how many sessions the backend erased in this slice
 * @throws AppError where the frontend database can't be reached; commands come again by themselves
 */
export async function runErasures(
  { frontend, backend }: Pick<BridgeParts, 'frontend' | 'backend'>,
  isOver: () => boolean,
): Promise<number> {
  let erased = 0
  while (!isOver()) {
    const claimed = await frontend.rpc('claim_commands', {
      p_kind: 'erase-session',
      p_limit: SESSIONS_A_CALL,
    })
    const commands = commandsSchema.parse(unwrap(claimed))
    if (commands.length === 0) break
    try {
      await eraseSessions(
        backend,
        commands.map((command) => command.sessionId),
      )
    } catch (error) {
      const code = isAppError(error) ? (error.code ?? error.kind) : 'unexpected'
      const failed = commands.map(({ id }) => ({ id, code, retrySeconds: RETRY_SECONDS }))
      unwrap(await frontend.rpc('finish_commands', { p_done: [], p_failed: failed }))
      return erased
    }
    unwrap(await frontend.rpc('finish_commands', { p_done: commands.map(({ id }) => id) }))
    erased += commands.length
  }
  // Also those without a session, or that a bridge carried there and died before it said so.
  unwrap(await frontend.rpc('finish_erasures'))
  return erased
}
