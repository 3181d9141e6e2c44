/** Writes a round of the demo agent, set by set, in the caller's transaction. Every time is now(). */
import type postgres from 'postgres'
import type { AgentRows } from './to-rows.ts'

/** A pause after which the agent would write again; a person who answers ends the waiting. */
const REMINDER_AFTER = '3 minutes'

export async function writeAgentRows(tx: postgres.TransactionSql, rows: AgentRows): Promise<void> {
  if (rows.chats.length > 0) await writeChats(tx, rows.chats)
  if (rows.callStarts.length > 0) await startCalls(tx, rows.callStarts)
  if (rows.callEnds.length > 0) await endCalls(tx, rows.callEnds)
  if (rows.callAnalyses.length > 0) await analyseCalls(tx, rows.callAnalyses)
  if (rows.objectives.length > 0) await writeObjectives(tx, rows.objectives)
  if (rows.sessions.length > 0) await touchSessions(tx, rows.sessions)
}

async function writeChats(tx: postgres.TransactionSql, rows: AgentRows['chats']): Promise<void> {
  await tx`
    insert into public.chat_history (session_id, message)
    select r.item ->> 'session_id',
      case when (r.item ->> 'stamped')::boolean
        then (r.item -> 'message') || jsonb_build_object('timestamp', now())
        else r.item -> 'message' end
    from jsonb_array_elements(${tx.json(rows as never)}) with ordinality as r (item, place)
    order by r.place`
}

async function startCalls(
  tx: postgres.TransactionSql,
  rows: AgentRows['callStarts'],
): Promise<void> {
  await tx`
    insert into public.call_info (call_id, status, called_at, session_id, batch_call_id)
    select call_id, 'ongoing', now(), session_id, batch_call_id
    from jsonb_to_recordset(${tx.json(rows)}) as r (call_id text, session_id text, batch_call_id text)
    on conflict (call_id) do nothing`
}

async function endCalls(tx: postgres.TransactionSql, rows: AgentRows['callEnds']): Promise<void> {
  await tx`
    update public.call_info c
    set status = r.status, duration = make_interval(secs => r.seconds),
      transcript = r.transcript, recording_url = r.recording_url
    from jsonb_to_recordset(${tx.json(rows)})
      as r (call_id text, status text, seconds double precision, transcript text, recording_url text)
    where c.call_id = r.call_id`
}

async function analyseCalls(
  tx: postgres.TransactionSql,
  rows: AgentRows['callAnalyses'],
): Promise<void> {
  await tx`
    update public.call_info c set analysis = r.analysis
    from jsonb_to_recordset(${tx.json(rows as never)}) as r (call_id text, analysis jsonb)
    where c.call_id = r.call_id`
}

async function writeObjectives(
  tx: postgres.TransactionSql,
  rows: AgentRows['objectives'],
): Promise<void> {
  await tx`
    with change as materialized (
      select r.*, s.objectives -> r.objective as stored
      from jsonb_to_recordset(${tx.json(rows)})
        as r (session_id text, objective text, value jsonb, source text, plain boolean)
      join public.session_info s using (session_id)
    ), event as (
      insert into public.session_objective_events (session_id, objective, old_value, new_value, source, occurred_at)
      select session_id, objective,
        case when jsonb_typeof(stored) = 'object' then stored -> 'value' else stored end, value, source, now()
      from change
    )
    update public.session_info s set objectives = coalesce(s.objectives, '{}') || c.changed
    from (
      select session_id, jsonb_object_agg(objective,
        case when plain then value
          when jsonb_typeof(stored) = 'object' then stored || jsonb_build_object('value', value)
          else jsonb_build_object('value', value) end) as changed
      from change group by session_id
    ) c
    where s.session_id = c.session_id`
}

async function touchSessions(
  tx: postgres.TransactionSql,
  rows: AgentRows['sessions'],
): Promise<void> {
  await tx`
    update public.session_info s set
      updated_at = now(),
      last_action = r.last_action,
      action_status = 'done',
      user_updated = case when r.by_person then now() else s.user_updated end,
      agent_updated = case when r.by_person then s.agent_updated else now() end,
      last_user_msg_at = case when r.by_person then now() else s.last_user_msg_at end,
      last_agent_msg_at = case when r.outbound then now() else s.last_agent_msg_at end,
      last_outbound_at = case when r.outbound then now() else s.last_outbound_at end,
      reminder_count = coalesce(s.reminder_count, 0) + r.reminds::int,
      next_reminder_at = case
        when r.completes or r.by_person then null
        when r.outbound then now() + ${REMINDER_AFTER}::interval
        else s.next_reminder_at end,
      latest_batch_call_id = coalesce(r.batch_call_id, s.latest_batch_call_id),
      session_status = case when r.completes then 'completed' else s.session_status end
    from jsonb_to_recordset(${tx.json(rows)}) as r (session_id text, last_action text, by_person boolean,
      outbound boolean, reminds boolean, completes boolean, batch_call_id text)
    where s.session_id = r.session_id`
}
