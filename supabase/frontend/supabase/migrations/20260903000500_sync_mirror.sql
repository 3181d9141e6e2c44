-- Messages, calls, transcripts and events of a page's sessions, as the backend has them now. A row
-- that is the same already isn't written again; rows without a session id were never in the backend
-- and are left alone. Each function returns how many rows it wrote or removed.

create function private.mirror_messages() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  removed integer;
  written integer;
begin
  delete from public.whatsapp_messages m using pg_temp.page_session s
  where m.session_id = s.session and s.messages_from is not null
    and m.chat_id >= s.messages_from and (s.messages_to is null or m.chat_id <= s.messages_to)
    and not exists (select from pg_temp.page_message n where n.session = m.session_id and n.chat_id = m.chat_id);
  get diagnostics removed = row_count;
  -- The change log alone dates most messages. A feed that can't date one (a sweep, a log begun anew)
  -- takes no time away that was known of the same words.
  update pg_temp.page_message n set sent_at = m.sent_at, time_certainty = m.time_certainty
  from public.whatsapp_messages m
  where n.sent_at is null and m.session_id = n.session and m.chat_id = n.chat_id and m.sent_at is not null
    and (m.direction, m.body) is not distinct from (n.direction, n.body);
  insert into public.whatsapp_messages as m (campaign_candidate_id, office_id, session_id, chat_id, direction, kind, hidden, body,
    sent_at, time_certainty, delivery_status, failure_reason, intent, raw)
  select s.recipient_id, s.office_id, n.session, n.chat_id, n.direction, n.kind, n.hidden, n.body,
    n.sent_at, n.time_certainty, n.delivery_status, n.failure_reason, n.intent, n.raw
  from pg_temp.page_message n join pg_temp.page_session s using (session)
  on conflict (session_id, chat_id) do update set campaign_candidate_id = excluded.campaign_candidate_id,
    office_id = excluded.office_id, direction = excluded.direction, kind = excluded.kind, hidden = excluded.hidden,
    body = excluded.body, sent_at = excluded.sent_at, time_certainty = excluded.time_certainty,
    delivery_status = excluded.delivery_status, failure_reason = excluded.failure_reason, intent = excluded.intent, raw = excluded.raw
  where (m.campaign_candidate_id, m.office_id, m.direction, m.kind, m.hidden, m.body, m.sent_at, m.time_certainty,
         m.delivery_status, m.failure_reason, m.intent, m.raw)
    is distinct from (excluded.campaign_candidate_id, excluded.office_id, excluded.direction, excluded.kind, excluded.hidden,
      excluded.body, excluded.sent_at, excluded.time_certainty, excluded.delivery_status, excluded.failure_reason,
      excluded.intent, excluded.raw);
  get diagnostics written = row_count;
  return removed + written;
end $$;

create function private.mirror_calls() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  removed integer;
  written integer;
begin
  insert into public.call_records as c (campaign_candidate_id, office_id, session_id, call_id, called_at, duration_seconds,
    transport, answered_by, disposition, reason, ended_by, recording_url, analysis, summary, opt_intent)
  select s.recipient_id, s.office_id, n.session, n.call_id, n.called_at, n.duration_seconds,
    n.transport, n.answered_by, n.disposition, n.reason, n.ended_by, n.recording_url, n.analysis, n.summary, n.opt_intent
  from pg_temp.page_call n join pg_temp.page_session s using (session)
  on conflict (call_id) do update set campaign_candidate_id = excluded.campaign_candidate_id, office_id = excluded.office_id,
    session_id = excluded.session_id, called_at = excluded.called_at, duration_seconds = excluded.duration_seconds,
    transport = excluded.transport, answered_by = excluded.answered_by, disposition = excluded.disposition,
    reason = excluded.reason, ended_by = excluded.ended_by, recording_url = excluded.recording_url,
    analysis = excluded.analysis, summary = excluded.summary, opt_intent = excluded.opt_intent, updated_at = now()
  where (c.campaign_candidate_id, c.office_id, c.session_id, c.called_at, c.duration_seconds, c.transport, c.answered_by,
         c.disposition, c.reason, c.ended_by, c.recording_url, c.analysis, c.summary, c.opt_intent)
    is distinct from (excluded.campaign_candidate_id, excluded.office_id, excluded.session_id, excluded.called_at,
      excluded.duration_seconds, excluded.transport, excluded.answered_by, excluded.disposition, excluded.reason,
      excluded.ended_by, excluded.recording_url, excluded.analysis, excluded.summary, excluded.opt_intent);
  get diagnostics written = row_count;
  delete from public.call_records c using pg_temp.page_session s
  where c.session_id = s.session and s.last_part
    and not exists (select from pg_temp.page_call n where n.call_id = c.call_id and n.session = s.session);
  get diagnostics removed = row_count;

  insert into public.call_transcript_messages as t (call_record_id, position, office_id, speaker, body, start_ms)
  select c.id, l.position, c.office_id, l.speaker, l.body, l.start_ms
  from pg_temp.page_line l join public.call_records c using (call_id)
  on conflict (call_record_id, position) do update set office_id = excluded.office_id, speaker = excluded.speaker,
    body = excluded.body, start_ms = excluded.start_ms
  where (t.office_id, t.speaker, t.body, t.start_ms)
    is distinct from (excluded.office_id, excluded.speaker, excluded.body, excluded.start_ms);
  delete from public.call_transcript_messages t using pg_temp.page_call n, public.call_records c
  where c.call_id = n.call_id and t.call_record_id = c.id
    and not exists (select from pg_temp.page_line l where l.call_id = n.call_id and l.position = t.position);
  return removed + written;
end $$;

create function private.mirror_events() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  removed integer;
  written integer;
begin
  insert into public.objective_events as e (session_id, event_id, campaign_candidate_id, office_id, objective_key, old_value,
    new_value, source, occurred_at)
  select n.session, n.event_id, s.recipient_id, s.office_id, n.objective_key, n.old_value, n.new_value, n.source, n.occurred_at
  from pg_temp.page_event n join pg_temp.page_session s using (session)
  on conflict (session_id, event_id) do update set campaign_candidate_id = excluded.campaign_candidate_id,
    office_id = excluded.office_id, objective_key = excluded.objective_key, old_value = excluded.old_value,
    new_value = excluded.new_value, source = excluded.source, occurred_at = excluded.occurred_at
  where (e.campaign_candidate_id, e.office_id, e.objective_key, e.old_value, e.new_value, e.source, e.occurred_at)
    is distinct from (excluded.campaign_candidate_id, excluded.office_id, excluded.objective_key, excluded.old_value,
      excluded.new_value, excluded.source, excluded.occurred_at);
  get diagnostics written = row_count;
  delete from public.objective_events e using pg_temp.page_session s
  where e.session_id = s.session and s.last_part
    and not exists (select from pg_temp.page_event n where n.session = e.session_id and n.event_id = e.event_id);
  get diagnostics removed = row_count;
  return removed + written;
end $$;

-- Hangs what is mirrored of p_sessions on the recipient their register names now.
create function private.follow_register(p_sessions text[]) returns void
language sql security definer set search_path = '' as $$
  update public.whatsapp_messages m set campaign_candidate_id = e.recipient_id, office_id = e.office_id
  from public.session_evidence e
  where e.session_id = any (p_sessions) and m.session_id = e.session_id
    and (m.campaign_candidate_id, m.office_id) is distinct from (e.recipient_id, e.office_id);
  update public.call_transcript_messages t set office_id = e.office_id
  from public.session_evidence e join public.call_records c on c.session_id = e.session_id
  where e.session_id = any (p_sessions) and t.call_record_id = c.id and t.office_id is distinct from e.office_id;
  update public.call_records c set campaign_candidate_id = e.recipient_id, office_id = e.office_id, updated_at = now()
  from public.session_evidence e
  where e.session_id = any (p_sessions) and c.session_id = e.session_id
    and (c.campaign_candidate_id, c.office_id) is distinct from (e.recipient_id, e.office_id);
  update public.objective_events o set campaign_candidate_id = e.recipient_id, office_id = e.office_id
  from public.session_evidence e
  where e.session_id = any (p_sessions) and o.session_id = e.session_id
    and (o.campaign_candidate_id, o.office_id) is distinct from (e.recipient_id, e.office_id);
$$;

revoke all on function private.mirror_messages(), private.mirror_calls(), private.mirror_events(), private.follow_register(text[])
  from public, anon, authenticated, service_role;
