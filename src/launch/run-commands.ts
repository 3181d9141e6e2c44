/** Carries commands to the backend until they are done: completing a session ends its conversation. */
import { isAppError } from '../lib/app-error.ts'
import { backOffDelayMs } from '../lib/back-off.ts'
import type { LaunchPorts } from './ports.ts'

const COMMANDS_A_CALL = 500
/** People wait for a stop to take effect, so tries stay close together. */
const COMMAND_BACK_OFF = { baseMs: 10_000, capMs: 5 * 60_000 } as const

export type CommandReport = { readonly done: number; readonly failed: number }

/**
 * @throws AppError where the frontend database can't be reached; commands come again by themselves
 */
export async function runCommands(
  { store, backend, random }: Pick<LaunchPorts, 'store' | 'backend' | 'random'>,
  isOver: () => boolean,
): Promise<CommandReport> {
  let done = 0
  while (!isOver()) {
    const commands = await store.claimCommands(COMMANDS_A_CALL)
    if (commands.length === 0) break
    const fault = await backend.complete(commands.map((command) => command.sessionId)).then(
      () => null,
      (error: unknown) => (isAppError(error) ? error.kind : 'unavailable'),
    )
    if (fault !== null) {
      await store.finishCommands(
        [],
        commands.map(({ id, attempts }) => ({
          id,
          code: fault,
          retrySeconds: Math.ceil(backOffDelayMs(attempts, random, COMMAND_BACK_OFF) / 1000),
        })),
      )
      return { done, failed: commands.length }
    }
    await store.finishCommands(
      commands.map((command) => command.id),
      [],
    )
    done += commands.length
  }
  return { done, failed: 0 }
}
