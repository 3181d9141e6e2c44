-- Which sessions a page is about. All of it stands on the caller's one snapshot: these
-- functions are stable and called from one statement. plpgsql, because it keeps plans.

-- Lines that p_target sees and p_base doesn't, grouped by session, in the order of each
-- session's first line. The order matters: a page costs what it sends, however long the window.
create or replace function rollcall.changed_sessions(
  p_base pg_snapshot, p_target pg_snapshot, p_after_xid xid8, p_after_seq bigint, p_limit int
) returns table (session_key text, chat_from bigint, xid xid8, seq bigint)
language plpgsql stable
set search_path = ''
as $$
begin
  return query
  select l.session_key,
    (
      select min(m.chat_from) from rollcall.change_log m
      where m.session_key = l.session_key and m.xid >= pg_snapshot_xmin(p_base)
        and pg_visible_in_snapshot(m.xid, p_target) and not pg_visible_in_snapshot(m.xid, p_base)
    ),
    l.xid, l.seq
  from rollcall.change_log l
  where (l.xid, l.seq) > (p_after_xid, p_after_seq)
    and l.xid < pg_snapshot_xmax(p_target)
    and l.session_key is not null
    and pg_visible_in_snapshot(l.xid, p_target) and not pg_visible_in_snapshot(l.xid, p_base)
    and not exists (
      select from rollcall.change_log e
      where e.session_key = l.session_key and e.xid >= pg_snapshot_xmin(p_base)
        and (e.xid, e.seq) < (l.xid, l.seq)
        and pg_visible_in_snapshot(e.xid, p_target) and not pg_visible_in_snapshot(e.xid, p_base)
    )
  order by l.xid, l.seq
  limit p_limit;
end
$$;

-- The next session keys after p_after (null: from the start) that any table names. Chats,
-- calls and events are many to a session, so these are walked by jumping from key to key.
create or replace function rollcall.named_sessions(p_after text, p_limit int)
returns setof text
language plpgsql stable
set search_path = ''
as $$
declare
  -- The smallest text after p_after, so that one inclusive bound serves the empty key too.
  v_lower constant text := coalesce(p_after || chr(1), '');
begin
  return query
  with recursive chats (key, n) as (
    (
      select rollcall.session_key(h.session_id) collate "C", 1
      from public.chat_history h
      where rollcall.session_key(h.session_id) collate "C" >= v_lower
      order by 1 limit 1
    )
    union all
    select (
      select rollcall.session_key(h.session_id) collate "C" from public.chat_history h
      where rollcall.session_key(h.session_id) collate "C" > k.key order by 1 limit 1
    ), k.n + 1
    from chats k where k.key is not null and k.n < p_limit
  ),
  calls (key, n) as (
    (
      select c.session_id collate "C", 1 from public.call_info c
      where c.session_id collate "C" >= v_lower order by 1 limit 1
    )
    union all
    select (
      select c.session_id collate "C" from public.call_info c
      where c.session_id collate "C" > k.key order by 1 limit 1
    ), k.n + 1
    from calls k where k.key is not null and k.n < p_limit
  ),
  events (key, n) as (
    (
      select e.session_id collate "C", 1 from public.session_objective_events e
      where e.session_id collate "C" >= v_lower order by 1 limit 1
    )
    union all
    select (
      select e.session_id collate "C" from public.session_objective_events e
      where e.session_id collate "C" > k.key order by 1 limit 1
    ), k.n + 1
    from events k where k.key is not null and k.n < p_limit
  )
  select key from (
    (
      select i.session_id collate "C" as key from public.session_info i
      where i.session_id collate "C" >= v_lower order by 1 limit p_limit
    )
    union
    (
      select distinct n.session_id collate "C" from public.numbers n
      where n.session_id collate "C" >= v_lower order by 1 limit p_limit
    )
    union
    (
      select distinct c.session_id collate "C" from public.campaigns c
      where c.session_id collate "C" >= v_lower order by 1 limit p_limit
    )
    union select key from chats where key is not null
    union select key from calls where key is not null
    union select key from events where key is not null
  ) as every
  order by key collate "C" limit p_limit;
end
$$;

-- PostgreSQL hands out again, after a crash, ids of transactions whose end wasn't flushed: what
-- the snapshot takes for seen may be a later commit. 10,000 is far more than can be in flight.
create or replace function rollcall.rewound(p_snapshot pg_snapshot) returns pg_snapshot
language sql immutable
set search_path = ''
as $$
  select format('%1$s:%1$s:',
    greatest(3, pg_snapshot_xmin(p_snapshot)::text::bigint - 10000))::pg_snapshot
$$;
