-- What the sync had to set aside or couldn't read: one row a thing, never dropped (S7), open until
-- it doesn't hold any more or a person deals with it.

create index sync_issues_session on public.sync_issues (session_id) where state = 'open';

-- Writes pg_temp.page_issue, and closes what the page's sessions no longer give cause for. What a
-- person resolved or dismissed opens again only if it says something new, and not if all that is
-- alike was put aside. p_kinds: what this page knows about.
create function private.note_issues(p_kinds text[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into pg_temp.page_issue (session, kind, item, summary, details)
  select session, 'unmatched', '', 'No recipient was found for this conversation. Choose whom it belongs to, or dismiss it.',
    jsonb_build_object('campaign', backend_campaign)
  from pg_temp.page_session
  where matched_by = 'unmatched' and not gone and last_part
    -- A test concerns nobody by intent.
    and (parsed ->> 'uid') is distinct from private.test_uid();

  insert into public.sync_issues as i (kind, session_id, item, recipient_id, office_id, summary, details, raw)
  select p.kind, p.session, p.item, s.recipient_id, s.office_id, p.summary, coalesce(p.details, '{}'), p.raw
  from pg_temp.page_issue p left join pg_temp.page_session s using (session)
  on conflict (kind, coalesce(session_id, ''), item) do update set recipient_id = excluded.recipient_id,
    office_id = excluded.office_id, summary = excluded.summary, details = excluded.details, raw = excluded.raw,
    last_seen_at = now(), state = 'open', resolution = null, resolved_by = null, resolved_at = null
  where (i.recipient_id, i.office_id, i.summary, i.details, i.raw)
      is distinct from (excluded.recipient_id, excluded.office_id, excluded.summary, excluded.details, excluded.raw)
    or (i.state = 'resolved' and i.resolved_by is null);

  update public.sync_issues i set state = 'resolved', resolved_at = now(), resolution = '{"by": "sync"}'
  from pg_temp.page_session s
  where i.state = 'open' and i.kind = any (p_kinds) and i.session_id = s.session and s.last_part
    and case
      -- Only a part of the messages may be on the page: the mirror knows them all.
      when i.kind = 'message' and i.item like 'chat:%' then not exists (
        select from public.whatsapp_messages m
        where m.session_id = s.session and m.kind = 'unreadable' and m.chat_id = split_part(i.item, ':', 2)::bigint)
      else not exists (
        select from pg_temp.page_issue p where p.session = s.session and p.kind = i.kind and p.item = i.item)
    end;
  perform private.put_aside_known();
end $$;

-- A backend that came back from a backup: everything is read again, and people are told.
create function private.note_restored() returns void
language sql security definer set search_path = '' as $$
  insert into public.sync_issues as i (kind, item, summary, details)
  values ('restored', '', 'The agents'' database was restored from a backup. Everything was read again; what happened between the backup and the restore may be missing there.',
    jsonb_build_object('noticedAt', now()))
  on conflict (kind, coalesce(session_id, ''), item) do update set details = excluded.details, last_seen_at = now(),
    state = 'open', resolution = null, resolved_by = null, resolved_at = null
$$;

-- Whoever is in a POST of unknown outcome may have been contacted though a restored backend lacks the session.
create function private.doubt_posts() returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.launch_batches where state in ('sending', 'unconfirmed') order by id for update;
  update public.launch_batches set in_doubt = true, updated_at = now() where state in ('sending', 'unconfirmed') and not in_doubt;
end $$;

revoke all on function private.note_issues(text[]), private.note_restored(), private.doubt_posts() from public, anon, authenticated, service_role;
