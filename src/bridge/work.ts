/**
 * One bounded slice of everything that goes on without a person: posting batches, reconciling,
 * commands to the backend, a tick of the sync, and housekeeping. Any number of bridges may do this
 * at once; leases and compare-and-set in the databases keep them apart.
 */
import { pruneBackendLog } from '../data/backend/upkeep.ts'
import { unwrap } from '../data/unwrap.ts'
import { dispatch, type DispatchReport } from '../launch/dispatch.ts'
import { reconcile, type ReconcileReport } from '../launch/reconcile.ts'
import { runCommands, type CommandReport } from '../launch/run-commands.ts'
import { isAppError } from '../lib/app-error.ts'
import { runTick } from '../sync/run-tick.ts'
import type { TickReport } from '../sync/tick-report.ts'
import { logUnexpected } from './log-unexpected.ts'
import type { BridgeParts } from './parts.ts'
import { runErasures } from './run-erasures.ts'
import { runRetention, type RetentionReport } from './run-retention.ts'

/** An Edge Function lives about 150 s; a slice ends itself well before and goes on from the database. */
const SLICE_MS = 60_000
const BACKEND_LOG_DAYS = 7
/** Housekeeping is cheap but not free: about one slice in twenty does it. */
const HOUSEKEEPING_SHARE = 0.05

/** What each part did; a part that failed says why and never stops the others. */
export type WorkReport = {
  readonly commands: CommandReport | string
  readonly erasures: number | string
  readonly reconcile: ReconcileReport | string
  readonly dispatch: DispatchReport | string
  readonly tick: TickReport
  readonly retention: RetentionReport | string
}

async function attempt<Report>(
  name: string,
  part: () => Promise<Report>,
): Promise<Report | string> {
  try {
    return await part()
  } catch (error) {
    logUnexpected(name, error)
    return isAppError(error) ? (error.code ?? error.kind) : 'unexpected'
  }
}

async function keepHouse(parts: BridgeParts): Promise<void> {
  await attempt('prune-changes', async () => unwrap(await parts.frontend.rpc('prune_changes')))
  await attempt('prune-kept', async () => unwrap(await parts.frontend.rpc('prune_kept_writes')))
  await attempt('prune-log', () => pruneBackendLog(parts.backend, BACKEND_LOG_DAYS))
}

/** Does one slice; never throws. */
export async function work(parts: BridgeParts): Promise<WorkReport> {
  const endsAt = Date.now() + SLICE_MS
  const isOver = () => Date.now() >= endsAt
  const slice = { workerId: parts.owner, isOver }
  const commands = await attempt('commands', async () => runCommands(await parts.launch(), isOver))
  const erasures = await attempt('erasures', () => runErasures(parts, isOver))
  const reconciled = await attempt('reconcile', async () => reconcile(await parts.launch(), slice))
  const dispatched = await attempt('dispatch', async () => dispatch(await parts.launch(), slice))
  const tick = await runTick(parts.sync, {
    owner: parts.owner,
    trigger: 'timer',
    shouldStop: isOver,
    onUnexpected: (cause) => logUnexpected('tick', cause),
  })
  await attempt('overdue', async () => unwrap(await parts.frontend.rpc('note_overdue_calls')))
  await attempt('finish', () => parts.launchStore.finishCampaigns())
  // Last of what may take long: what is years old must not hold up what people wait for.
  const retention = await attempt('retention', () => runRetention(parts, isOver))
  await attempt('statistics', async () => unwrap(await parts.frontend.rpc('refresh_statistics')))
  if (Math.random() < HOUSEKEEPING_SHARE) await keepHouse(parts)
  return { commands, erasures, reconcile: reconciled, dispatch: dispatched, tick, retention }
}
