import { describeError } from '../../ui/text/errors.ts'
import { dismissToast, raiseToast, type Toast, useToasts } from './toast-store.ts'

/** Takes back what a message offers to, and says so where that fails. */
export async function takeBack({ id, undo }: Toast): Promise<void> {
  dismissToast(id)
  try {
    await undo?.()
  } catch (error) {
    raiseToast({ tone: 'failed', ...describeError(error) })
  }
}

/** Takes back the latest that is still offered; without one it does nothing. */
export async function takeBackLatest(): Promise<void> {
  const latest = useToasts.getState().toasts.findLast(({ undo }) => undo !== undefined)
  if (latest !== undefined) await takeBack(latest)
}
