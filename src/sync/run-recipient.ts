/**
 * One recipient's sessions, read and applied as they are now: for an open conversation. The cursor
 * stays where it is, and so does every trace of the tick where nothing changed. Never throws.
 */
import { isAppError } from '../lib/app-error.ts'
import { applyPage } from './apply-page.ts'
import { planPage } from './plan-page.ts'
import type { SyncPorts } from './run-tick.ts'
import { StaleApply, Tick } from './tick.ts'
import { NO_COUNTS, toFault, type TickReport } from './tick-report.ts'

const MAX_CONFLICTS = 3

export async function runRecipient(
  ports: SyncPorts,
  {
    owner,
    recipientId,
    onUnexpected,
  }: {
    readonly owner: string
    readonly recipientId: string
    /** Hears of what no AppError tells, for the log; it may hold personal data. */
    readonly onUnexpected?: (cause: unknown) => void
  },
): Promise<TickReport> {
  let tick: Tick | null = null
  const report = (rest: Partial<TickReport>): TickReport => ({
    ...(tick?.counts ?? NO_COUNTS),
    state: 'done',
    mode: 'sessions',
    pages: tick?.pages ?? 0,
    requests: tick?.requests ?? 1,
    more: false,
    error: null,
    ...rest,
  })
  try {
    const begun = await ports.frontend.beginRecipient(recipientId)
    if (begun.state !== 'go') return report({ state: begun.state === 'paused' ? 'paused' : 'busy' })
    tick = new Tick(owner, 'recipient', begun)
    await readAll(ports, tick, begun.sessions)
    return report({})
  } catch (cause) {
    if (cause instanceof StaleApply) return report({ state: 'conflict', more: true })
    if (!isAppError(cause)) onUnexpected?.(cause)
    return report({ state: 'failed', error: toFault(cause) })
  }
}

async function readAll({ backend, frontend }: SyncPorts, tick: Tick, sessions: readonly string[]) {
  let conflicts = 0
  // A chat too long for one answer goes on after its last message.
  let waiting = sessions.length === 0 ? [] : [{ sessions, afterChat: 0 }]
  for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
    const { sessions: asked, afterChat } = next
    const found = await tick.ask(() => backend.readSessions(asked, afterChat))
    try {
      await applyPage(tick, frontend, {
        mode: 'sessions',
        next: undefined,
        finished: true,
        more: false,
        restored: false,
        range: null,
        present: [],
        ...planPage(found.items, found.faults),
      })
    } catch (cause) {
      conflicts += 1
      if (!(cause instanceof StaleApply) || conflicts > MAX_CONFLICTS) throw cause
      continue
    }
    tick.pages += 1
    const cut = found.items.filter(({ lastPart }) => !lastPart)
    waiting = [
      ...cut.map(({ session, messagesTo }) => ({
        sessions: [session],
        afterChat: messagesTo ?? 0,
      })),
      ...(found.rest.length === 0 ? [] : [{ sessions: found.rest, afterChat: 0 }]),
      ...waiting.slice(1),
    ]
  }
}
