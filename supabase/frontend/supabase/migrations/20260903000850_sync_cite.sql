-- The message, call or event that a status rests on: src/domain/status/status-evidence.ts.

create function private.cited(p_kind text, p_id text, p_at timestamptz, p_certainty text) returns jsonb
language sql immutable parallel safe
return jsonb_build_object('certainty', p_certainty, 'evidence',
  case when p_id is not null then jsonb_build_object('kind', p_kind, 'id', p_id, 'at', private.iso_ms(p_at)) end);

-- Exact where the event's source names a call or a message by id; else inferred by time: the call that
-- covers the event or ended up to two minutes before it, then the candidate's last message seen by then.
create function private.cite_event(p_recipient uuid, p_session text, p_event bigint) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v public.objective_events;
  names text[];
  of_chat boolean;
  hit record;
begin
  select * into v from public.objective_events where session_id = p_session and event_id = p_event;
  if v.event_id is null then return private.cited(null, null, null, 'inferred'); end if;
  names := v.source || regexp_split_to_array(v.source, '[^A-Za-z0-9_-]+');
  of_chat := v.source ~* 'chat|whatsapp|message';
  select call_id, called_at into hit from public.call_records
  where campaign_candidate_id = p_recipient and call_id = any (names)
  order by called_at nulls last, call_id collate "C" limit 1;
  if hit.call_id is not null then return private.cited('call', hit.call_id, hit.called_at, 'exact'); end if;
  if of_chat then
    select chat_id, sent_at into hit from public.whatsapp_messages
    where campaign_candidate_id = p_recipient and chat_id in (select n::bigint from unnest(names) n where n ~ '^[1-9][0-9]{0,17}$')
    order by chat_id limit 1;
    if hit.chat_id is not null then return private.cited('message', hit.chat_id::text, hit.sent_at, 'exact'); end if;
  else
    select call_id, called_at into hit from public.call_records
    where campaign_candidate_id = p_recipient and session_id is not null and called_at <= v.occurred_at
      and v.occurred_at <= called_at + make_interval(secs => coalesce(duration_seconds, 0) + 120)
    order by called_at desc, call_id collate "C" desc limit 1;
    if hit.call_id is not null then return private.cited('call', hit.call_id, hit.called_at, 'inferred'); end if;
  end if;
  if v.source !~* 'call|voice|phone' then
    select chat_id, sent_at into hit from public.whatsapp_messages
    where campaign_candidate_id = p_recipient and chat_id is not null and direction = 'inbound' and not hidden and sent_at <= v.occurred_at
    order by chat_id desc limit 1;
    if hit.chat_id is not null then return private.cited('message', hit.chat_id::text, hit.sent_at, 'inferred'); end if;
  end if;
  return private.cited('event', v.event_id::text, v.occurred_at, 'exact');
end $$;

create function private.cite(p_recipient uuid, p_rule_kind text, p_session text, p_event bigint) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare hit record;
begin
  if p_rule_kind = 'inbound' then
    select chat_id, sent_at into hit from public.whatsapp_messages
    where campaign_candidate_id = p_recipient and chat_id is not null and direction = 'inbound' and not hidden order by chat_id limit 1;
    return private.cited('message', hit.chat_id::text, hit.sent_at, case when hit.chat_id is null then 'inferred' else 'exact' end);
  elsif p_rule_kind = 'call' then
    select call_id, called_at into hit from public.call_records
    where campaign_candidate_id = p_recipient and session_id is not null and private.person_answered(answered_by, disposition)
    order by called_at nulls last, call_id collate "C" limit 1;
    return private.cited('call', hit.call_id, hit.called_at, case when hit.call_id is null then 'inferred' else 'exact' end);
  end if;
  return private.cite_event(p_recipient, p_session, p_event);
end $$;

revoke all on function private.cited(text, text, timestamptz, text), private.cite_event(uuid, text, bigint),
  private.cite(uuid, text, text, bigint) from public, anon, authenticated, service_role;
