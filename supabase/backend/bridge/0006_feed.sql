-- The feed: what changed since a cursor, a page at a time, as one json value (PostgREST cuts row
-- results at 1,000). Callers keep the cursor as it is and never look inside:
--   {v, snapshot, started_at, place, triggers, last_seq, last_nonce, page}
-- triggers is rollcall.trigger_mark() when the walk began.
-- page is null between windows, else where the walk stands:
--   log:  {mode, target, after_xid, after_seq, part}   lines that target sees and snapshot doesn't
--   full: {mode, after, part}                          every session; snapshot was taken at its start
-- part: {session, chat_after} of a chat that goes on.

-- The cluster, its line of history and the database in it. A restart changes none of them; a backup that was played back begins a
-- new line of history, and a dump that was read in is another database. So a restore shows even where the log has lost
-- nothing that was read.
create or replace function rollcall.place() returns text
language plpgsql stable
set search_path = ''
as $$
declare
  cluster text := '';
begin
  if has_function_privilege('pg_catalog.pg_control_system()', 'execute') then
    select system_identifier::text into cluster from pg_catalog.pg_control_system();
  end if;
  return cluster || ':' || left(pg_walfile_name(pg_current_wal_lsn()), 8) || ':'
    || (select oid from pg_catalog.pg_database where datname = current_database());
end
$$;

-- Why the cursor can't be continued: 'restored' (the log isn't the one it was read from),
-- 'pruned' (lines it hasn't seen are gone), or null.
create or replace function rollcall.cursor_fault(p_cursor jsonb, p_base pg_snapshot) returns text
language plpgsql stable
set search_path = ''
as $$
begin
  return (
    select case
      when p_cursor ->> 'place' <> rollcall.place() then 'restored'
      when pg_snapshot_xmax(pg_current_snapshot())
        < pg_snapshot_xmin(rollcall.rewound(p_base)) then 'restored'
      when (p_cursor ->> 'last_seq')::bigint <= m.seq or m.xid >= pg_snapshot_xmin(p_base)
        then 'pruned'
      when not exists (
        select from rollcall.change_log l
        where l.seq = (p_cursor ->> 'last_seq')::bigint
          and l.nonce = (p_cursor ->> 'last_nonce')::uuid
      ) then 'restored'
    end
    from rollcall.prune_mark m
  );
end
$$;

-- p_cursor: null for a full resync, else the last answer's. p_limit: sessions a page, at most
-- 5,000. p_max_bytes: about the size of a page; one session may exceed it, its chat doesn't.
create or replace function public.rollcall_feed(
  p_cursor jsonb, p_limit int default 1000, p_max_bytes int default 4000000
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
  v_limit constant int := least(greatest(p_limit, 1), 5000);
  v_max_bytes constant int := greatest(p_max_bytes, 10000);
  v_started constant timestamptz := pg_postmaster_start_time();
  v_triggers constant text := rollcall.trigger_mark();
  v_cursor jsonb := case when p_cursor ->> 'v' = '1' then p_cursor end;
  v_base pg_snapshot := (v_cursor ->> 'snapshot')::pg_snapshot;
  v_page jsonb := nullif(v_cursor -> 'page', 'null');
  v_part jsonb;
  v_restarted boolean := false;
  v_fault text;
  v_last jsonb;
  v_keys text[];
  v_from bigint[];
  v_after jsonb[];
  v_out record;
  v_more boolean;
begin
  select jsonb_build_object('last_seq', l.seq, 'last_nonce', l.nonce) into v_last
  from rollcall.change_log l order by l.seq desc limit 1;

  if v_cursor is not null then
    if (v_cursor ->> 'started_at')::timestamptz <> v_started then
      v_restarted := true;
      v_base := rollcall.rewound(v_base);
      -- A target taken before the crash can't be trusted either; a full walk needs none.
      if v_page ->> 'mode' = 'log' then
        v_page := null;
      end if;
    end if;
    v_fault := rollcall.cursor_fault(v_cursor, v_base);
    if v_fault is null and (v_cursor ->> 'triggers' is distinct from v_triggers
      or v_page is null and exists (
        select from rollcall.change_log l
        where l.source = 'resync' and l.xid >= pg_snapshot_xmin(v_base)
          and not pg_visible_in_snapshot(l.xid, v_base)
      )) then
      v_fault := 'resync';
    end if;
  end if;

  if v_cursor is null or v_fault is not null then
    v_base := pg_current_snapshot();
    v_page := jsonb_build_object('mode', 'full', 'after', null);
  elsif v_page is null and exists (
    select from rollcall.change_log l
    where l.xid >= pg_snapshot_xmin(v_base) and l.session_key is not null
      and not pg_visible_in_snapshot(l.xid, v_base)
  ) then
    v_page := jsonb_build_object('mode', 'log', 'target', pg_current_snapshot(),
      'after_xid', pg_snapshot_xmin(v_base), 'after_seq', 0);
  end if;

  -- One key more than the page may hold tells whether there is another page.
  if v_page ->> 'mode' = 'log' then
    select array_agg(c.session_key), array_agg(c.chat_from),
      array_agg(jsonb_build_object('after_xid', c.xid, 'after_seq', c.seq))
    into v_keys, v_from, v_after
    from rollcall.changed_sessions(v_base, (v_page ->> 'target')::pg_snapshot,
      (v_page ->> 'after_xid')::xid8, (v_page ->> 'after_seq')::bigint, v_limit + 1) as c;
  elsif v_page is not null then
    select array_agg(n.key), array_agg(0), array_agg(jsonb_build_object('after', n.key))
    into v_keys, v_from, v_after
    from rollcall.named_sessions(v_page ->> 'after', v_limit + 1) as n (key);
  end if;
  v_part := nullif(v_page -> 'part', 'null');
  if v_part is not null then
    v_keys := (v_part ->> 'session') || v_keys;
    v_from := ((v_part ->> 'chat_after')::bigint + 1) || v_from;
    v_after := (v_page - 'part') || v_after;
  end if;

  v_out := rollcall.page_items(v_keys[:v_limit], v_from[:v_limit], v_max_bytes);
  v_more := v_out.cut_at is not null or v_out.n_items < coalesce(cardinality(v_keys), 0);
  if v_page is not null then
    v_cursor := jsonb_build_object('v', 1, 'started_at', v_started, 'place', rollcall.place(),
      'triggers', v_triggers,
      'snapshot', case when v_more or v_page ->> 'mode' = 'full' then v_base::text
        else v_page ->> 'target' end,
      'page', case when v_more then v_page || v_after[v_out.n_items] || jsonb_build_object(
        'part', case when v_out.cut_at is not null then jsonb_build_object(
          'session', v_keys[v_out.n_items], 'chat_after', v_out.cut_at) end) end) || coalesce(v_last, '{}');
  elsif v_restarted then
    v_cursor := v_cursor || jsonb_build_object(
      'started_at', v_started, 'snapshot', pg_current_snapshot());
  end if;
  return json_build_object(
    'cursor', v_cursor,
    'mode', coalesce(v_page ->> 'mode', 'idle'),
    'more', v_more,
    'restored', coalesce(v_fault = 'restored', false),
    'triggers_ok', rollcall.missing_triggers() = 0,
    'now', now(),
    -- A full walk's page covers the keys after `after` up to and with `through`, in collation
    -- "C"; null is the end. Whatever else a mirror holds in it, the backend doesn't.
    'range', case when v_page ->> 'mode' = 'full' then json_build_object(
      'after', v_page -> 'after',
      'through', case when v_more then v_after[v_out.n_items] -> 'after' end) end,
    'templates', v_out.templates,
    'sessions', v_out.items);
end
$$;
