/** What the agents' side writes into the backend, as n8n and the voice provider do. */
import type postgres from 'postgres'

/** A launched session, with its row in session_info. */
export async function openSession(
  sql: postgres.Sql,
  session: string,
  campaign: string | null = null,
  template: postgres.JSONValue = null,
): Promise<void> {
  if (campaign !== null) {
    await sql`insert into public.campaign_info (campaign, objectives_template)
      values (${campaign}, ${template === null ? null : sql.json(template)}) on conflict do nothing`
  }
  await sql`insert into public.session_info (session_id, campaign, objectives)
    values (${session}, ${campaign}, '{}')`
}

/** The candidate writes. @returns the message's chat id */
export function candidateWrites(sql: postgres.Sql, session: string, text: string) {
  return addMessage(sql, session, { type: 'human', content: text })
}

export function agentWrites(sql: postgres.Sql, session: string, text: string) {
  return addMessage(sql, session, { type: 'ai', content: text })
}

export async function addMessage(
  sql: postgres.Sql,
  session: string,
  message: postgres.JSONValue,
): Promise<number> {
  const [row] = await sql`insert into public.chat_history (session_id, message)
    values (${session}, ${sql.json(message)}) returning id`
  return Number(row?.['id'])
}

/** Sets one objective of a session, with the event that dates it unless `at` is null. */
export async function setObjective(
  sql: postgres.Sql,
  session: string,
  key: string,
  value: postgres.JSONValue,
  at: string | null = '2026-09-02T10:00:00Z',
  source = 'chat',
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`update public.session_info
      set objectives = coalesce(objectives, '{}') || ${tx.json({ [key]: { value } })}
      where session_id = ${session}`
    if (at !== null) {
      await tx`insert into public.session_objective_events
          (session_id, objective, old_value, new_value, source, occurred_at)
        values (${session}, ${key}, null, ${tx.json(value)}, ${source}, ${at})`
    }
  })
}

/** Takes an objective's value away, as if it had never been found out. */
export async function withdrawObjective(
  sql: postgres.Sql,
  session: string,
  key: string,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`update public.session_info set objectives = objectives - ${key}::text
      where session_id = ${session}`
    await tx`delete from public.session_objective_events
      where session_id = ${session} and objective = ${key}`
  })
}

export type TestCall = {
  readonly callId: string
  readonly status?: string
  readonly calledAt?: string
  readonly duration?: string
  readonly transcript?: string | null
  readonly analysis?: postgres.JSONValue
}

export async function addCall(sql: postgres.Sql, session: string, call: TestCall): Promise<void> {
  const { status = 'ended', calledAt = '2026-09-02T09:58:00Z', duration = '00:02:00' } = call
  const transcript = call.transcript === undefined ? 'Agent: Hello.\nUser: Hi.' : call.transcript
  await sql`insert into public.call_info
      (call_id, status, called_at, duration, transcript, analysis, session_id)
    values (${call.callId}, ${status}, ${calledAt}, ${duration}::interval, ${transcript},
      ${call.analysis === undefined ? null : sql.json(call.analysis)}, ${session})`
}

/** Removes every row that names the session. */
export async function removeSession(sql: postgres.Sql, session: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`delete from public.chat_history where session_id = ${session}`
    await tx`delete from public.call_info where session_id = ${session}`
    await tx`delete from public.session_objective_events where session_id = ${session}`
    await tx`delete from public.campaigns where session_id = ${session}`
    await tx`delete from public.numbers where session_id = ${session}`
    await tx`delete from public.session_info where session_id = ${session}`
  })
}
