-- What a person decides about a record that the sync could not place. Remembered for every later tick.

-- Says whom an unmatched or ambiguous session belongs to.
create function public.resolve_sync_issue(p_issue uuid, p_recipient uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  issue public.sync_issues;
  office uuid;
begin
  -- The sync's lock before the issue's, as everywhere.
  perform from public.sync_cursors where id = 'backend' for update;
  select * into issue from public.sync_issues where id = p_issue for update;
  if issue.office_id is null then
    perform private.require_admin();
  else
    perform private.require_office(issue.office_id);
  end if;
  select office_id into office from public.campaign_candidates where id = p_recipient;
  perform private.require_office(office);
  if issue.session_id is null or issue.kind not in ('unmatched', 'ambiguous') then
    perform private.fail('invalid', 'not_linkable', 'This record has no conversation to link.', 'Dismiss it when it is dealt with.');
  end if;
  perform private.link_session(issue.session_id, p_recipient, auth.uid());
  update public.sync_issues set state = 'resolved', resolved_by = auth.uid(), resolved_at = now(), recipient_id = p_recipient, office_id = office,
    resolution = jsonb_build_object('recipientId', p_recipient) where id = p_issue;
  perform private.audit(auth.uid(), 'link-session', 'recipient', p_recipient::text, office);
  return jsonb_build_object('result', 'ok');
end $$;

-- Puts a record aside for good; it comes back only when it changes.
create function public.dismiss_sync_issue(p_issue uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare issue public.sync_issues;
begin
  select * into issue from public.sync_issues where id = p_issue for update;
  if issue.office_id is null then
    perform private.require_admin();
  else
    perform private.require_office(issue.office_id);
  end if;
  update public.sync_issues set state = 'dismissed', resolved_by = auth.uid(), resolved_at = now() where id = p_issue;
  return jsonb_build_object('result', 'ok');
end $$;

revoke all on function public.resolve_sync_issue(uuid, uuid), public.dismiss_sync_issue(uuid) from public, anon, authenticated, service_role;
grant execute on function public.resolve_sync_issue(uuid, uuid), public.dismiss_sync_issue(uuid) to authenticated;
