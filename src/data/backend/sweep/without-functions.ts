import { isAppError } from '../../../lib/app-error.ts'

/** True where the backend answered that it lacks our functions. */
export function isNotInstalled(cause: unknown): boolean {
  return isAppError(cause, 'contract') && cause.code === 'backend_not_installed'
}

/** Asks our function in the backend, or does without where it isn't installed. */
export async function orPlainly<Answer>(
  ask: () => Promise<Answer>,
  plainly: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask()
  } catch (cause) {
    if (!isNotInstalled(cause)) throw cause
    return plainly()
  }
}
