-- Questions and orders about sessions the caller names.

-- The present state of some sessions, in the feed's item format. p_after_chat: messages with a
-- later id only; null: none. 'rest' are those that didn't fit; a chat whose last_part is false
-- goes on after its messages_to.
create or replace function public.rollcall_sessions(
  p_sessions text[], p_after_chat bigint default 0, p_max_bytes int default 4000000
) returns json
language plpgsql stable security definer
set search_path = ''
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set max_parallel_workers_per_gather = 0
set plan_cache_mode = force_generic_plan
as $$
declare
  -- As many as a page of the feed.
  c_most constant int := 1000;
  v_from constant bigint := case when p_after_chat > 0 then p_after_chat + 1 else p_after_chat end;
  v_out record;
begin
  v_out := rollcall.page_items(p_sessions[:c_most],
    array_fill(v_from, array[least(coalesce(cardinality(p_sessions), 0), c_most)]),
    greatest(p_max_bytes, 10000));
  return json_build_object(
    'now', now(),
    'templates', v_out.templates,
    'sessions', v_out.items,
    'rest', to_json(coalesce(p_sessions[v_out.n_items + 1 :], '{}')));
end
$$;

-- Which of these sessions any table names. Asked before every POST of a launch: what is here
-- was taken by the agents already.
create or replace function public.rollcall_existing(p_sessions text[]) returns json
language plpgsql stable security definer
set search_path = ''
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set max_parallel_workers_per_gather = 0
set plan_cache_mode = force_generic_plan
as $$
begin
  return (
    select coalesce(json_agg(a.key), '[]')
    from (select distinct u.key collate "C" as key from unnest(p_sessions) as u (key)) as a
    where exists (select from public.session_info i where i.session_id collate "C" = a.key)
      or exists (select from public.numbers n where n.session_id collate "C" = a.key)
      or exists (select from public.campaigns c where c.session_id collate "C" = a.key)
      or exists (
        select from public.chat_history h
        where rollcall.session_key(h.session_id) collate "C" = a.key
      )
      or exists (select from public.call_info c where c.session_id collate "C" = a.key)
      or exists (
        select from public.session_objective_events e where e.session_id collate "C" = a.key
      )
  );
end
$$;

-- Ends conversations. Of a session that is in another state already, only the reminder goes.
create or replace function public.rollcall_complete_sessions(p_sessions text[]) returns json
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  v_completed text[];
  v_missing text[];
begin
  with done as (
    update public.session_info i
    set next_reminder_at = null,
      session_status = case when coalesce(i.session_status, 'active') = 'active'
        then 'completed' else i.session_status end
    where i.session_id = any (p_sessions)
      and (coalesce(i.session_status, 'active') = 'active' or i.next_reminder_at is not null)
    returning i.session_id
  )
  select coalesce(array_agg(session_id), '{}') into v_completed from done;
  select coalesce(array_agg(distinct u.id), '{}') into v_missing
  from unnest(p_sessions) as u (id)
  where not exists (select from public.session_info i where i.session_id = u.id);
  return json_build_object('completed', to_json(v_completed), 'missing', to_json(v_missing),
    'unchanged', (
      select coalesce(json_agg(distinct u.id), '[]') from unnest(p_sessions) as u (id)
      where u.id <> all (v_completed) and u.id <> all (v_missing)
    ));
end
$$;

-- Deletes every row of these sessions, from all tables that name sessions and from ours.
-- Answers with the number of rows deleted by table. Lines of the log stay without a name: a
-- cursor that stood on a deleted one would take the backend for restored.
create or replace function public.rollcall_erase_sessions(p_sessions text[]) returns json
language plpgsql volatile security definer
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  v_counts jsonb := '{}';
  v_count bigint;
begin
  delete from public.chat_history h
  where rollcall.session_key(h.session_id) collate "C" = any (p_sessions);
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('chat_history', v_count);
  delete from public.call_info c where c.session_id collate "C" = any (p_sessions);
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('call_info', v_count);
  delete from public.session_objective_events e where e.session_id collate "C" = any (p_sessions);
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('session_objective_events', v_count);
  delete from public.numbers n where n.session_id collate "C" = any (p_sessions);
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('numbers', v_count);
  delete from public.campaigns c where c.session_id collate "C" = any (p_sessions);
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('campaigns', v_count);
  -- Last: the others may refer to it.
  delete from public.session_info i where i.session_id collate "C" = any (p_sessions);
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('session_info', v_count);

  update rollcall.change_log l set session_key = null, chat_from = null, source = 'erased'
  where l.session_key collate "C" = any (p_sessions);
  get diagnostics v_count = row_count;
  return (v_counts || jsonb_build_object('change_log', v_count))::json;
end
$$;
