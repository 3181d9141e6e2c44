/** The state of the sync in a word and a tone, and a tick's report in a sentence. */
import type { SyncState, TickReport } from '../../data/bridge/sync-actions.ts'
import { isAppError } from '../../lib/app-error.ts'
import { syncText } from '../../ui/text/sync.ts'

/** Past this, what is on screen may be stale: three missed ticks of 30 s. */
const STALE_AFTER_SECONDS = 90

export type SyncHealth = 'fresh' | 'stale' | 'paused' | 'failing' | 'never'

/** How the sync fares, the worst first. */
export function syncHealth(
  state: Pick<SyncState, 'lagSeconds' | 'pausedReason' | 'lastError'>,
): SyncHealth {
  if (state.pausedReason !== null) return 'paused'
  if (state.lastError !== null) return 'failing'
  if (state.lagSeconds === null) return 'never'
  return state.lagSeconds > STALE_AFTER_SECONDS ? 'stale' : 'fresh'
}

const WORDS: Readonly<Record<SyncHealth, string>> = {
  stale: syncText.stale,
  paused: syncText.paused,
  failing: syncText.failing,
  never: syncText.never,
  fresh: syncText.upToDate,
}

/** How the sync fares, in words. */
export function healthWords(health: SyncHealth): string {
  return WORDS[health]
}

/** Why nothing is known of the sync: the bridge refused, or did not answer. */
export function faultWords(error: unknown): string {
  return isAppError(error, 'unauthenticated') ? syncText.signedOut : syncText.unreachable
}

/** What a press of Sync did. */
export function reportWords(report: TickReport): string {
  switch (report.state) {
    case 'fresh':
      return syncText.reportFresh
    case 'busy':
    case 'conflict':
      return syncText.reportBusy
    case 'paused':
      return syncText.paused
    case 'failed':
      return report.error === null
        ? syncText.failing
        : `${report.error.message} ${report.error.hint}`
    case 'done':
      return report.read === 0
        ? syncText.reportNothing
        : syncText.report(report.read, report.changed)
  }
}
