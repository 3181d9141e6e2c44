import type { BackendClient } from '../../src/data/backend/client.ts'
import { unwrapBackend } from '../../src/data/backend/backend-error.ts'
import { readFeed } from '../../src/data/backend/feed.ts'
import {
  completeSessions,
  eraseSessions,
  listExistingSessions,
  readSessions,
} from '../../src/data/backend/sessions.ts'
import {
  BACKEND_TABLE_NAMES,
  backendStatus,
  listMissingParts,
  pruneBackendLog,
} from '../../src/data/backend/upkeep.ts'
import { readSweep } from '../../src/data/backend/sweep/sweep-feed.ts'
import { orPlainly } from '../../src/data/backend/sweep/without-functions.ts'
import { AppError, isAppError } from '../../src/lib/app-error.ts'

/** Longer than any log is kept, so that nothing is pruned. */
const A_CENTURY_DAYS = 36_500

const PAGE_SESSIONS = 1000

type Query = readonly [name: string, ask: (client: BackendClient) => Promise<string>]

/** A page as a tick reads it: of the change log, or of the tables where it isn't installed. */
function readPage(client: BackendClient, cursor: Parameters<typeof readFeed>[1], sessions: number) {
  const holdsNone = (_after: string | null, _limit: number, ids: readonly string[]) =>
    Promise.resolve({ held: [], unknown: [...ids] })
  return orPlainly(
    async () => await readFeed(client, cursor, { sessions }),
    async () => {
      let page = await readSweep(client, holdsNone, cursor, sessions)
      // A sweep walks table after table, and most looks of it find nobody.
      while (page.items.length === 0 && page.more) {
        page = await readSweep(client, holdsNone, page.cursor, sessions)
      }
      return page
    },
  )
}

// Those that change something are asked about no session.
const QUERIES: readonly Query[] = [
  ...BACKEND_TABLE_NAMES.map((table): Query => [
    `rows of ${table}`,
    async (client) => {
      const answer = await client.from(table).select('*', { count: 'exact' }).limit(0)
      unwrapBackend(answer)
      return (answer.count ?? 0).toLocaleString('en-GB')
    },
  ]),
  [
    'tables and columns',
    async (client) => {
      const missing = await listMissingParts(client)
      if (missing.length > 0) throw new AppError('contract', missing.join(' '))
      return 'as expected'
    },
  ],
  [
    'status of our part',
    async (client) => {
      const status = await backendStatus(client)
      if (!status.installed) return 'not installed: swept'
      if (status.ok) return `version ${status.version}, ${status.logLines} lines in the log`
      const faults = [
        ...status.missing,
        ...(status.triggersMissing > 0 ? [`${status.triggersMissing} triggers off`] : []),
        ...(status.indexesMissing > 0 ? [`${status.indexesMissing} indexes missing`] : []),
      ]
      throw new AppError('contract', faults.join('; '), { hint: 'Run npm run backend:install.' })
    },
  ],
  [
    'feed, from the start',
    async (client) => {
      const page = await readPage(client, null, 10)
      return `${page.items.length} sessions, ${page.faults.length} unreadable${page.more ? ', more to come' : ''}`
    },
  ],
  [
    'feed, going on',
    async (client) => {
      let page = await readPage(client, null, PAGE_SESSIONS)
      page = await readPage(client, page.cursor, PAGE_SESSIONS)
      return page.more || page.mode !== 'idle' ? `${page.items.length} sessions` : 'nothing new'
    },
  ],
  [
    'sessions by id',
    async (client) => {
      const { items } = await readPage(client, null, 3)
      const ids = items.map((item) => item.session)
      return `${(await readSessions(client, ids)).items.length} of ${ids.length}`
    },
  ],
  [
    'which sessions exist',
    async (client) => {
      const { items } = await readPage(client, null, 3)
      const ids = items.map((item) => item.session)
      const found = await listExistingSessions(client, [...ids, 'rollcall test: no such session'])
      if (found.size !== ids.length)
        throw new AppError('contract', `${found.size} of ${ids.length}`)
      return `${found.size} of ${ids.length}`
    },
  ],
  [
    'completing sessions',
    async (client) => {
      await completeSessions(client, [])
      return 'may be asked'
    },
  ],
  [
    'erasing sessions',
    async (client) => {
      await eraseSessions(client, [])
      return 'may be asked'
    },
  ],
  [
    'pruning the log',
    async (client) => {
      await pruneBackendLog(client, A_CENTURY_DAYS)
      return 'may be asked'
    },
  ],
]

/**
 * Asks everything, one after the other.
 *
 * @param report receives a line for each query
 * @returns how many failed
 */
export async function runQueries(
  client: BackendClient,
  report: (line: string) => void,
): Promise<number> {
  const width = Math.max(...QUERIES.map(([name]) => name.length))
  let failed = 0
  for (const [name, ask] of QUERIES) {
    const label = name.padEnd(width)
    try {
      report(`ok      ${label}  ${await ask(client)}`)
    } catch (error) {
      if (!isAppError(error)) throw error
      failed += 1
      report(`failed  ${label}  ${[error.message, error.hint].filter(Boolean).join(' ')}`)
    }
  }
  report(`${QUERIES.length - failed} of ${QUERIES.length} queries answered as they should.`)
  return failed
}
