-- Looking after the log, and saying how things stand.

-- Deletes the oldest lines, one bounded slice a call; call again while 'more'. The newest
-- line, and the newest of the expired, always stay: a cursor that stands on them is current.
create or replace function public.rollcall_prune(
  p_keep interval default '7 days', p_limit int default 10000
) returns json
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  v_last bigint;
  v_deleted int;
  v_xid xid8;
  v_more boolean;
begin
  -- Two workers at once: the second has nothing to do.
  if not pg_try_advisory_xact_lock(hashtext('rollcall.prune')) then
    return json_build_object('deleted', 0, 'more', false);
  end if;
  -- From the bottom up to the first line that is to stay, and not the last of those.
  with slice as (
    select l.seq, l.occurred_at from rollcall.change_log l order by l.seq limit p_limit + 1
  ),
  stays as (
    select coalesce(min(s.seq), 9223372036854775807) as first_seq
    from slice s where s.occurred_at >= now() - p_keep
  ),
  expired as (select s.seq from slice s, stays where s.seq < stays.first_seq)
  select (select e.seq from expired e order by e.seq desc offset 1 limit 1),
    (select count(*) > p_limit from expired)
  into v_last, v_more;
  if v_last is null then
    return json_build_object('deleted', 0, 'more', false);
  end if;
  with gone as (
    delete from rollcall.change_log l where l.seq <= v_last returning l.xid
  )
  select count(*), (array_agg(g.xid order by g.xid desc))[1] into v_deleted, v_xid from gone g;
  update rollcall.prune_mark m set seq = v_last, xid = greatest(m.xid, v_xid);
  return json_build_object('deleted', v_deleted, 'more', v_more);
end
$$;

-- Whether the feed can be relied on. 'ok' is false when a table or column is missing, a
-- trigger is off, or an index that keeps pages cheap isn't there.
create or replace function public.rollcall_status() returns json
language plpgsql stable security definer
set search_path = ''
set timezone = 'UTC'
as $$
declare
  v_faults text[] := rollcall.contract_faults();
  v_triggers int := rollcall.missing_triggers();
  v_indexes int;
begin
  select count(*) into v_indexes from pg_catalog.pg_index x
  join pg_catalog.pg_class c on c.oid = x.indexrelid
  where c.relname like 'rollcall\_%' and c.relnamespace = 'public'::regnamespace and x.indisvalid;
  return (
    select json_build_object(
      'ok', cardinality(v_faults) = 0 and v_triggers = 0 and v_indexes = 6,
      'missing', to_json(v_faults),
      'triggers_missing', v_triggers,
      'indexes_missing', 6 - v_indexes,
      'version', (select max(v.number) from rollcall.versions v),
      'now', now(),
      'started_at', pg_postmaster_start_time(),
      'log_lines', (select count(*) from rollcall.change_log),
      'oldest_at', (select l.occurred_at from rollcall.change_log l order by l.seq limit 1),
      'newest_at', (select l.occurred_at from rollcall.change_log l order by l.seq desc limit 1),
      'pruned_to', m.seq)
    from rollcall.prune_mark m
  );
end
$$;
