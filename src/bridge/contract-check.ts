/** Nothing is read from a backend whose tables are not those that Rollcall knows. */
import { SCHEMA_DRIFT } from '../data/backend/backend-error.ts'
import { AppError, isAppError } from '../lib/app-error.ts'
import type { BackendPort } from '../sync/ports.ts'

type Status = { readonly missing: readonly string[] }

/**
 * A backend port that looks at the tables before its first page, and again after a page that could
 * not be read. Where something is missing or of another type the tick fails as it began: the
 * cursor stays, and the app says what is wrong until it is mended.
 */
export function checkContractFirst(
  port: BackendPort,
  readStatus: () => Promise<Status>,
): BackendPort {
  let isChecked = false
  return {
    ...port,
    async readFeed(cursor, sessions) {
      if (!isChecked) {
        const { missing } = await readStatus()
        if (missing.length > 0) throw schemaDrift(missing)
        isChecked = true
      }
      try {
        return await port.readFeed(cursor, sessions)
      } catch (cause) {
        if (!isAppError(cause, 'contract')) throw cause
        isChecked = false
        const { missing } = await readStatus().catch(() => ({ missing: [] }))
        throw missing.length > 0 ? schemaDrift(missing, cause) : cause
      }
    },
  }
}

function schemaDrift(missing: readonly string[], cause?: unknown): AppError {
  const detail = missing.join('; ')
  return new AppError('contract', `The agents’ database has changed: ${detail}.`, {
    cause,
    detail,
    code: SCHEMA_DRIFT,
    hint: 'Ask the agents’ side what changed. Nothing is lost: the sync goes on when it is mended.',
  })
}
