/**
 * Runs one tick of the sync and prints what it did. Exit code 1 where it failed, 3 where the sync
 * is paused.
 *
 *     npm run sync                       on the local stack, or where FRONTEND_URL, BACKEND_URL and
 *                                        their _SERVICE_KEYs say;
 *                                        BACKEND_FEED (auto, log, sweep) as for the bridge
 */
import { z } from 'zod'
import { BACKEND_FEEDS, createSyncPorts, type BackendFeed } from '../src/bridge/sync-ports.ts'
import { createBackendClient } from '../src/data/backend/client.ts'
import { createServiceClient } from '../src/data/frontend/bridge-clients.ts'
import { AppError } from '../src/lib/app-error.ts'
import { runTick } from '../src/sync/run-tick.ts'
import type { TickReport } from '../src/sync/tick-report.ts'
import { readConnection } from './cli/connections.ts'
import { runCommand } from './cli/run-command.ts'
import { toTable } from './cli/table.ts'

const STATES: Readonly<Record<Exclude<TickReport['state'], 'failed' | 'paused'>, string>> = {
  done: 'Synced.',
  fresh: 'A tick ran just now; nothing to do.',
  busy: 'Another worker is syncing right now.',
  conflict: 'Other workers were faster every time. What they did is in.',
}

const PAUSED = `The sync is paused.
An admin presses “Let it go on” on the Sync page, or asks the bridge: POST /bridge/service/sync/resume.`
const PAUSED_EXIT_CODE = 3

await runCommand(async () => {
  const frontend = createServiceClient({
    url: readConnection('FRONTEND_URL'),
    serviceKey: readConnection('FRONTEND_SERVICE_KEY'),
  })
  const backend = createBackendClient({
    url: readConnection('BACKEND_URL'),
    serviceKey: readConnection('BACKEND_SERVICE_KEY'),
  })
  const startedAt = performance.now()
  const report = await runTick(createSyncPorts(frontend, backend, readFeedKind()), {
    owner: `command-${crypto.randomUUID()}`,
    trigger: 'command',
    force: true,
  })
  if (report.state === 'failed') {
    const { code = 'unknown', message = 'The sync failed.', hint = '' } = report.error ?? {}
    throw new AppError('unavailable', `${message} (${code})`, { hint })
  }
  if (report.state === 'paused') {
    console.error(PAUSED)
    process.exitCode = PAUSED_EXIT_CODE
    return
  }
  console.log(STATES[report.state])
  print(report, Math.round(performance.now() - startedAt))
})

/** How changes are to be found, as the bridge reads it. @throws AppError */
function readFeedKind(): BackendFeed {
  const kind = z.enum(BACKEND_FEEDS).safeParse(process.env['BACKEND_FEED'] || 'auto')
  if (kind.success) return kind.data
  throw new AppError('invalid', 'BACKEND_FEED is none of the ways to find changes.', {
    code: 'backend_feed',
    hint: `Set it to one of ${BACKEND_FEEDS.join(', ')}, or leave it out.`,
  })
}

function print(report: TickReport, durationMs: number): void {
  const lines = toTable([
    ['  sessions read', report.read],
    ['  matched', report.matched],
    ['  unmatched', report.unmatched],
    ['  statuses changed', report.changed],
    ['  cards changed', report.cards],
    ['  messages written', report.messages],
    ['  calls written', report.calls],
    ['  set aside', report.setAside],
    ['  pages', report.pages],
    ['  requests', report.requests],
    ['  milliseconds', durationMs],
  ])
  for (const line of lines) console.log(line)
  if (report.more) console.log('There is more to read; run it again.')
}
