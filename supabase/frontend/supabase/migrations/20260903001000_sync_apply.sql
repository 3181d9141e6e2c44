-- The one way by which anything of the backend gets into the frontend: a planned page and the
-- cursor behind it, in one transaction, or nothing at all (S2).

-- p_apply: {"owner", "run", "trigger", "mode", "requests", "version": the one the page was read at,
--   "cursor": where that page began, "next": where it ends (left out: the cursor stays, as for a
--   look at one recipient), "finished": the tick ends here, "more", "restored", "range", "present",
--   "sessions", "messages", "calls", "lines", "events", "issues"}; src/data/frontend/sync-store.ts.
-- Answers {"result": "applied", "version", counts…}; "partial": the same again, there is more to
-- take away; "conflict": somebody else applied since, nothing was changed, read again from "cursor".
-- A page is looked up by keys that are in memory: at the usual price of a random read the planner walks
-- through hundreds of thousands of recipients for a thousand of them.
create function public.sync_apply(p_apply jsonb) returns jsonb
language plpgsql security definer set search_path = '' set jit = off set random_page_cost = 1.1 set client_min_messages = warning as $$
declare
  c public.sync_cursors;
  moves constant boolean := p_apply ? 'next';
  partial boolean;
  messages integer; calls integer; events integer; registers integer;
  derived jsonb;
  counts jsonb;
begin
  select * into c from public.sync_cursors where id = 'backend' for update;
  if c.version <> (p_apply ->> 'version')::bigint or c.cursor is distinct from nullif(p_apply -> 'cursor', 'null') then
    return jsonb_build_object('result', 'conflict', 'cursor', c.cursor, 'version', c.version);
  end if;

  if (p_apply ->> 'restored')::boolean then perform private.doubt_posts(); end if;
  perform set_config('rollcall.applying', 'on', true);
  perform private.stage_page(p_apply);
  partial := private.stage_missing(p_apply -> 'range', p_apply -> 'present');
  perform private.drop_erased();
  perform private.match_page();
  perform private.note_failures();
  messages := private.mirror_messages();
  calls := private.mirror_calls();
  events := private.mirror_events();
  registers := private.write_registers();
  perform private.obey_opt_outs();
  perform private.obey_failures();
  derived := private.rederive_recipients((
    select array_agg(distinct r) from pg_temp.page_session s, unnest(array[s.recipient_id, s.was_recipient_id]) r
    where s.last_part and r is not null));
  perform private.command_sessions();
  perform private.note_issues('{unmatched,ambiguous,poison,objective,message}');
  if (p_apply ->> 'restored')::boolean then perform private.note_restored(); end if;
  perform private.refresh_conversations((
    select array_agg(distinct r) from pg_temp.page_session s, unnest(array[s.recipient_id, s.was_recipient_id]) r where r is not null));
  perform set_config('rollcall.applying', '', true);

  select jsonb_build_object('read', count(*), 'matched', count(recipient_id), 'unmatched', count(*) - count(recipient_id),
    'changed', derived -> 'statuses', 'cards', derived -> 'cards', 'messages', messages, 'calls', calls, 'events', events,
    'registers', registers, 'setAside', (select count(*) from pg_temp.page_issue where kind = 'poison'))
  into counts from pg_temp.page_session where not gone or was_recipient_id is not null;

  return private.finish_apply(p_apply, counts, moves and not partial)
    || jsonb_build_object('result', case when partial then 'partial' else 'applied' end) || counts;
end $$;

-- Moves the cursor, if p_moves, and keeps the tick's account. A look at one recipient that wrote
-- nothing leaves no mark, so that it never makes a running tick read its page again.
create function private.finish_apply(p_apply jsonb, p_counts jsonb, p_moves boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c public.sync_cursors;
  ends constant boolean := (p_moves or not p_apply ? 'next') and (p_apply ->> 'finished')::boolean;
  finished constant boolean := p_moves and ends;
  wrote constant boolean := exists (
    select from jsonb_each(p_counts) where key in ('changed', 'cards', 'messages', 'calls', 'events', 'registers', 'setAside') and value::integer > 0);
begin
  if not (p_apply ? 'next') and p_apply ->> 'mode' = 'sessions' and not wrote then
    select * into c from public.sync_cursors where id = 'backend';
    return jsonb_build_object('version', c.version);
  end if;
  update public.sync_cursors set version = version + 1, applied_at = now(),
    cursor = case when p_moves then nullif(p_apply -> 'next', 'null') else cursor end,
    unfinished = case when p_moves then (p_apply ->> 'more')::boolean else unfinished end,
    checked_at = case when finished then now() else checked_at end,
    failures = case when p_moves then 0 else failures end,
    last_error = case when p_moves then null else last_error end,
    last_error_detail = case when p_moves then null else last_error_detail end,
    retry_at = case when p_moves then null else retry_at end,
    lease_owner = case when finished and lease_owner = p_apply ->> 'owner' then null else lease_owner end,
    lease_until = case when lease_owner = p_apply ->> 'owner' then
      case when finished then null else now() + interval '20 seconds' end else lease_until end
  where id = 'backend' returning * into c;

  insert into public.sync_runs as r (id, started_at, finished_at, trigger, mode, state, pages, requests, sessions_read, matched,
    unmatched, statuses_changed, cards_changed, messages_written, calls_written, set_aside)
  select (p_apply ->> 'run')::uuid, coalesce(c.attempted_at, now()), case when ends then now() end,
    p_apply ->> 'trigger', p_apply ->> 'mode', case when ends then 'done' else 'running' end,
    p_moves::integer, (p_apply ->> 'requests')::integer, n.read, n.matched, n.unmatched, n.changed, n.cards, n.messages, n.calls, n."setAside"
  from jsonb_to_record(p_counts) as n(read integer, matched integer, unmatched integer, changed integer, cards integer,
    messages integer, calls integer, "setAside" integer)
  on conflict (id) do update set finished_at = excluded.finished_at, mode = excluded.mode, state = excluded.state,
    pages = r.pages + excluded.pages, requests = excluded.requests, sessions_read = r.sessions_read + excluded.sessions_read,
    matched = r.matched + excluded.matched, unmatched = r.unmatched + excluded.unmatched,
    statuses_changed = r.statuses_changed + excluded.statuses_changed, cards_changed = r.cards_changed + excluded.cards_changed,
    messages_written = r.messages_written + excluded.messages_written, calls_written = r.calls_written + excluded.calls_written,
    set_aside = r.set_aside + excluded.set_aside;
  return jsonb_build_object('version', c.version);
end $$;

revoke all on function public.sync_apply(jsonb), private.finish_apply(jsonb, jsonb, boolean) from public, anon, authenticated, service_role;
grant execute on function public.sync_apply(jsonb) to service_role;
