/** The sync's ports over SQL, without an API between: for tests that run hundreds of ticks. */
import type postgres from 'postgres'
import { parseFeedAnswer } from '../../src/data/backend/feed.ts'
import { parseSessionItems } from '../../src/data/backend/session-item.ts'
import { toApplyRows } from '../../src/data/frontend/sync-payload.ts'
import { toDataError } from '../../src/data/unwrap.ts'
import type {
  Apply,
  ApplyAnswer,
  BackendPort,
  FrontendPort,
  Go,
  GoRecipient,
  NotNow,
} from '../../src/sync/ports.ts'

/** Asks as PostgREST would: one value out, and errors as the API tells them. */
async function ask<Answer>(query: Promise<readonly postgres.Row[]>): Promise<Answer> {
  try {
    const [row] = await query
    return row?.['answer'] as Answer
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause)) throw cause
    const { code, detail = null, hint = null } = cause as postgres.PostgresError
    throw toDataError({ message: cause.message, code, details: detail, hint }, 400)
  }
}

export function backendPort(sql: postgres.Sql): BackendPort {
  return {
    async readFeed(cursor, sessions) {
      const given = cursor === null ? null : sql.json(cursor as postgres.JSONValue)
      return parseFeedAnswer(
        await ask(sql`select public.rollcall_feed(${given}, ${sessions}) as answer`),
      )
    },
    async readSessions(sessions, afterChat) {
      const answer = await ask<Parameters<typeof parseSessionItems>[1] & PresentAnswer>(
        sql`select public.rollcall_sessions(${[...sessions]}, ${afterChat}) as answer`,
      )
      return { rest: answer.rest, ...parseSessionItems(answer.sessions, answer.templates) }
    },
  }
}

type PresentAnswer = {
  readonly rest: string[]
  readonly sessions: unknown[]
  readonly templates: Record<string, unknown>
}

export function frontendPort(sql: postgres.Sql): FrontendPort {
  return {
    begin: (owner, trigger, force) =>
      ask<Go | NotNow>(sql`select public.sync_begin(${owner}, ${trigger}, ${force}) as answer`),
    beginRecipient: (id) =>
      ask<GoRecipient | NotNow>(sql`select public.sync_begin_recipient(${id}) as answer`),
    apply: (apply) =>
      ask<ApplyAnswer>(sql`select public.sync_apply(${sql.json(toPayload(apply))}) as answer`),
    async fail({ owner, code, detail, run, checkedAt, retryAfterSeconds }) {
      await ask(
        sql`select public.sync_fail(${owner}, ${code}, ${run}, ${checkedAt}, ${retryAfterSeconds}, ${detail}) as answer`,
      )
    },
  }
}

/** As applySync sends it. */
export function toPayload({ sessions, setAside, ...tick }: Apply): postgres.JSONValue {
  return { ...tick, ...toApplyRows({ sessions, setAside }) } as unknown as postgres.JSONValue
}
