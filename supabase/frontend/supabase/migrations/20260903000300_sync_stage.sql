-- One page of planned sessions, as rows that the other steps of an apply join. Temporary tables
-- with statistics, because estimates on jsonb sets make the planner read whole tables.

-- Makes pg_temp.page_session, page_message, page_call, page_line, page_event and page_issue.
create function private.stage_page(p_apply jsonb) returns void
language plpgsql security definer set search_path = '' set client_min_messages = warning as $$
begin
  drop table if exists pg_temp.page_session, pg_temp.page_message, pg_temp.page_call, pg_temp.page_line,
    pg_temp.page_event, pg_temp.page_issue;
  create temporary table page_session on commit drop as
  select distinct on (session) s.*,
    null::uuid as recipient_id, null::uuid as office_id, null::text as matched_by,
    null::uuid as was_recipient_id, null::bigint as was_opt_chat_id, '{}'::text[] as was_phones
  from jsonb_to_recordset(p_apply -> 'sessions') as s(
    session text, aliases text[], phones text[], variants text[], campaigns jsonb, parsed jsonb, campaign_slugs text[],
    backend_campaign text, gone boolean, last_part boolean, messages_from bigint, messages_to bigint,
    session_status text, is_active boolean, next_reminder_at timestamptz, last_contact_at timestamptz, objectives jsonb)
  order by session, last_part desc;
  create temporary table page_message on commit drop as
  select distinct on (session, chat_id) m.*
  from jsonb_to_recordset(p_apply -> 'messages') as m(
    session text, chat_id bigint, direction text, kind text, hidden boolean, body text, sent_at timestamptz,
    time_certainty text, delivery_status text, failure_reason text, consequence text, intent text, raw jsonb)
  order by session, chat_id;
  create temporary table page_call on commit drop as
  select distinct on (call_id) c.*
  from jsonb_to_recordset(p_apply -> 'calls') as c(
    session text, call_id text, called_at timestamptz, duration_seconds integer, transport text, answered_by text,
    disposition text, reason text, ended_by text, recording_url text, analysis jsonb, summary text, opt_intent text)
  order by call_id, session;
  create temporary table page_line on commit drop as
  select l.* from jsonb_to_recordset(p_apply -> 'lines') as l(
    call_id text, "position" integer, speaker text, body text, start_ms integer);
  create temporary table page_event on commit drop as
  select e.* from jsonb_to_recordset(p_apply -> 'events') as e(
    session text, event_id bigint, objective_key text, old_value jsonb, new_value jsonb, source text, occurred_at timestamptz);
  create temporary table page_issue on commit drop as
  select distinct on (session, kind, item) i.*
  from jsonb_to_recordset(p_apply -> 'issues') as i(
    session text, kind text, item text, summary text, details jsonb, raw text)
  order by session, kind, item;

  create unique index on pg_temp.page_session (session);
  create index on pg_temp.page_message (session);
  create index on pg_temp.page_call (session);
  create index on pg_temp.page_line (call_id);
  create index on pg_temp.page_event (session);
  analyze pg_temp.page_session; analyze pg_temp.page_message; analyze pg_temp.page_call;
  analyze pg_temp.page_line; analyze pg_temp.page_event;
end $$;

-- When everything is read again, a page says which stretch of the backend's ids it covers: whatever
-- the register has there beyond p_present is gone. At most 2,000 at a time; true: call again.
create function private.stage_missing(p_range jsonb, p_present jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
declare missing integer;
begin
  if p_range is null or jsonb_typeof(p_range) <> 'object' then return false; end if;
  insert into pg_temp.page_session (session, aliases, phones, variants, campaigns, campaign_slugs, gone, last_part,
    messages_from, session_status, is_active, objectives, was_phones)
  select e.session_id, '{}', '{}', '{}', '[]', '{}', true, true, 0, '', false, '{}', '{}'
  from public.session_evidence e
  where not e.gone and e.session_id collate "C" > coalesce(p_range ->> 'after', '') collate "C"
    and (p_range ->> 'through' is null or e.session_id collate "C" <= (p_range ->> 'through') collate "C")
    and not coalesce(p_present, '[]') ? e.session_id
  order by e.session_id collate "C" limit 2000;
  get diagnostics missing = row_count;
  return missing = 2000;
end $$;

create function private.names_erased(p_sessions text[], p_phones text[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.erasures e join (
      select 'session' as kind, name from unnest(p_sessions) as name union all select 'phone', name from unnest(p_phones) as name
    ) n on e.kind = n.kind and e.hmac = private.erasure_hmac(n.name))
$$;

-- What was erased doesn't come back (S11): takes it off the page and tells the backend to erase it.
create function private.drop_erased() returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from public.erasures) then return; end if;
  create temporary table erased_session on commit drop as
  select s.session, s.gone from pg_temp.page_session s
  where private.names_erased(s.session || s.aliases, s.phones || s.variants)
  union all
  -- Of what was set aside, only the id is known; its last digits are a phone's.
  select distinct i.session, false from pg_temp.page_issue i
  where i.kind = 'poison' and private.names_erased(array[i.session], array['+' || substring(i.session from '[0-9]{6,15}$')]);
  insert into public.backend_commands (kind, session_id, reason)
  select 'erase-session', session, 'erased' from erased_session where not gone order by session
  -- One that is on its way may have passed before what was just seen: under a new id, its answer doesn't end it.
  on conflict (kind, session_id) where state = 'waiting' do update set id = gen_random_uuid(), next_attempt_at = now()
  where backend_commands.attempts > 0;
  delete from pg_temp.page_line l using pg_temp.page_call c, erased_session x where c.call_id = l.call_id and c.session = x.session;
  delete from pg_temp.page_call c using erased_session x where c.session = x.session;
  delete from pg_temp.page_message m using erased_session x where m.session = x.session;
  delete from pg_temp.page_event v using erased_session x where v.session = x.session;
  delete from pg_temp.page_issue i using erased_session x where i.session = x.session;
  delete from pg_temp.page_session s using erased_session x where s.session = x.session;
  drop table erased_session;
end $$;

revoke all on function private.stage_page(jsonb), private.stage_missing(jsonb, jsonb), private.names_erased(text[], text[]),
  private.drop_erased() from public, anon, authenticated, service_role;
