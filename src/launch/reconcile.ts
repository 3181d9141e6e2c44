/**
 * Settling posts whose outcome is open by what the backend holds, two and ten minutes after them.
 * What is there is confirmed; what is missing at last goes again once, in a new batch, but only
 * to a receiver that the connection test has proven to take a repeated session once, and only
 * where the backend is not a restored copy, which has forgotten whom it began with. The
 * database decides all of that; this only carries what the backend says.
 */
import type { LaunchPorts } from './ports.ts'

const BATCHES_A_CALL = 4
/** Of whom nothing was proven, so that nothing goes again by itself. */
const NO_RECEIVER = ''

export type ReconcileReport = {
  readonly batches: number
  readonly confirmed: number
  /** Recipients that go again. */
  readonly moved: number
  /** Recipients about whom only a person can decide. */
  readonly undecided: number
  /** False where the backend could not be read; these batches are due again by themselves. */
  readonly readable: boolean
}

/**
 * @throws AppError where the frontend database can't be reached
 */
export async function reconcile(
  { store, backend, webhook }: Pick<LaunchPorts, 'store' | 'backend' | 'webhook'>,
  slice: { readonly workerId: string; readonly isOver: () => boolean },
): Promise<ReconcileReport> {
  const report = { batches: 0, confirmed: 0, moved: 0, undecided: 0, readable: true }
  while (!slice.isOver()) {
    const due = await store.dueReconciles(slice.workerId, BATCHES_A_CALL)
    if (due.length === 0) break
    for (const batch of due) {
      const existing = await backend.listExisting(batch.sessions).catch(() => null)
      if (existing === null) return { ...report, readable: false }
      const isComplete = existing.size >= batch.sessions.length
      // Asked after what is missing: a restore before that question is seen here, or by a tick.
      const isProof = isComplete || (await backend.isAsRead().catch(() => null))
      if (isProof === null) return { ...report, readable: false }
      const { next, confirmed, missing } = await store.reconcileBatch(
        batch,
        [...existing],
        isProof ? webhook.receiver : NO_RECEIVER,
      )
      report.batches += 1
      report.confirmed += confirmed
      if (next === 'moved') report.moved += missing
      if (next === 'needs_decision') report.undecided += missing
    }
  }
  return report
}
