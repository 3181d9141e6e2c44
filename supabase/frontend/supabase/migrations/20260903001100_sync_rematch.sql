-- Matching what is mirrored already once more: when the ledger grows, and when a person says whom a
-- session belongs to. What the session asked for then holds for whom it turned out to concern.

create function private.rematch_sessions(p_sessions text[]) returns void
language plpgsql security definer set search_path = '' set jit = off set client_min_messages = warning as $$
begin
  -- Applies hold this lock too: a session is never matched by two at once.
  perform from public.sync_cursors where id = 'backend' for update;
  drop table if exists pg_temp.page_session, pg_temp.page_issue;
  create temporary table page_session on commit drop as
  select e.session_id as session, e.gone, true as last_part, e.backend_campaign,
    k.aliases, k.phones, k.variants, coalesce(k.campaigns, '[]') as campaigns, k.parsed,
    not e.gone and (e.session_status = 'active' or e.next_reminder_at is not null) as is_active,
    null::uuid as recipient_id, null::uuid as office_id, null::text as matched_by,
    null::uuid as was_recipient_id, null::bigint as was_opt_chat_id, '{}'::text[] as was_phones
  from public.session_evidence e cross join lateral jsonb_to_record(e.match_keys) as k(
    aliases text[], phones text[], variants text[], campaigns jsonb, parsed jsonb)
  where e.session_id = any (p_sessions);
  create temporary table page_issue (session text, kind text, item text, summary text, details jsonb, raw text) on commit drop;
  perform private.match_page();

  update public.session_evidence e set recipient_id = s.recipient_id, office_id = s.office_id, matched_by = s.matched_by,
    rematch = false, updated_at = now(), phones = array(
      select distinct p from unnest(s.phones || (select r.phone_e164 from public.campaign_candidates r where r.id = s.recipient_id)) p
      where p is not null order by p)
  from pg_temp.page_session s where e.session_id = s.session;
  perform private.confirm_deliveries();
  perform private.follow_register(p_sessions);
  perform private.obey_opt_outs();
  perform private.rederive_recipients((
    select array_agg(distinct r) from pg_temp.page_session s, unnest(array[s.recipient_id, s.was_recipient_id]) r where r is not null));
  perform private.command_sessions();
  perform private.note_issues('{unmatched,ambiguous}');
end $$;

-- The sessions that private.mark_for_rematch marked, some at a time. Halving finds one that can't be matched: it is
-- told about and left as it is, so that it stops neither the others nor the ticks.
create function private.rematch_marked(p_limit integer) returns void
language plpgsql security definer set search_path = '' as $$
declare
  marked constant text[] := array(select session_id from public.session_evidence where rematch order by session_id limit p_limit);
  reason text;
begin
  if marked = '{}' then return; end if;
  perform private.rematch_sessions(marked);
exception when data_exception or integrity_constraint_violation or program_limit_exceeded then
  get stacked diagnostics reason = returned_sqlstate;
  if cardinality(marked) > 1 then
    perform private.rematch_marked(cardinality(marked) / 2);
    return;
  end if;
  update public.session_evidence set rematch = false where session_id = any (marked);
  insert into public.sync_issues as i (kind, item, summary, details)
  values ('poison', 'rematch', 'Some conversations could not be matched again after a launch. Read everything again to repeat it.',
    jsonb_build_object('sqlstate', reason, 'sessions', 1))
  on conflict (kind, coalesce(session_id, ''), item) do update set state = 'open', last_seen_at = now(),
    details = excluded.details || jsonb_build_object('sessions', coalesce((i.details ->> 'sessions')::integer, 0) + 1);
end $$;

-- A person's word about whom a session belongs to; null takes the word back. Kept for every later tick.
create function private.link_session(p_session text, p_recipient uuid, p_actor uuid default auth.uid()) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_recipient is null then
    delete from public.session_links where session_id = p_session;
  else
    insert into public.session_links (session_id, recipient_id, linked_by) values (p_session, p_recipient, p_actor)
    on conflict (session_id) do update set recipient_id = excluded.recipient_id, linked_by = excluded.linked_by, linked_at = now();
  end if;
  perform private.rematch_sessions(array[p_session]);
end $$;

revoke all on function private.rematch_sessions(text[]), private.rematch_marked(integer), private.link_session(text, uuid, uuid)
  from public, anon, authenticated, service_role;
