-- Settings of the whole agency, changed by admins: how often a person may be contacted, the hours in which, and the hosts
-- that recordings are played from.

create function private.save_setting(p_key text, p_value jsonb, p_action text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.settings (key, value, updated_by) values (p_key, p_value, auth.uid())
  on conflict (key) do update set value = excluded.value, updated_by = excluded.updated_by, updated_at = now();
  perform private.audit(auth.uid(), p_action, 'settings', p_key, null, jsonb_build_object('value', p_value));
end $$;

-- At most p_max_contacts in p_period_days, over all campaigns, and p_cool_down_days between two; 0: no limit.
create function public.save_contact_limits(p_max_contacts integer, p_period_days integer, p_cool_down_days integer) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_admin();
  if not coalesce(p_max_contacts between 0 and 1000 and p_period_days between 1 and 3650 and p_cool_down_days between 0 and 3650, false) then
    perform private.fail('invalid', 'bad_limits', 'These limits can''t be kept.', 'Use whole numbers: 0 for no limit, and a period of 1 to 3,650 days.');
  end if;
  perform private.save_setting('contact_limits', jsonb_build_object('maxContacts', p_max_contacts, 'periodDays', p_period_days,
    'coolDownDays', p_cool_down_days), 'save-contact-limits');
end $$;

-- The hours of campaigns that have none of their own: {"days", "from", "to"}, on the wall clock of who is contacted.
create function public.save_calling_hours(p_hours jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_admin();
  if not private.is_calling_window(p_hours) then
    perform private.fail('invalid', 'bad_hours', 'These hours can''t be kept.', 'Choose at least one day, and two times such as 09:00 and 19:00.');
  end if;
  perform private.save_setting('calling_hours', p_hours, 'save-calling-hours');
end $$;

-- Recordings of this host are not played any more.
create function public.remove_recording_host(p_host text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_admin();
  update public.settings set value = value - p_host, updated_by = auth.uid(), updated_at = now() where key = 'recording_hosts' and value ? p_host;
  if found then
    perform private.audit(auth.uid(), 'remove-recording-host', 'settings', 'recording_hosts', null, jsonb_build_object('host', p_host));
  end if;
end $$;

-- How far erasures are: {"pending", "done", "oldestPendingAt", "waitingCommands", "failing": [{"code", "count"}], "items": the latest
-- hundred [{"id", "kind", "requestedBy", "requestedAt", "finishedAt"}]}. Hashes only are kept, so nobody is named.
create function public.list_erasures() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_admin();
  return (
    select jsonb_build_object('pending', count(*) filter (where finished_at is null), 'done', count(*) filter (where finished_at is not null),
      'oldestPendingAt', min(requested_at) filter (where finished_at is null),
      'waitingCommands', (select count(*) from public.backend_commands where kind = 'erase-session' and state = 'waiting'),
      'failing', (select coalesce(jsonb_agg(jsonb_build_object('code', last_code, 'count', n) order by n desc), '[]') from (
        select last_code, count(*) as n from public.backend_commands
        where kind = 'erase-session' and state = 'waiting' and last_code is not null group by last_code) f),
      'items', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'requestedBy', i.requested_by, 'requestedAt', i.requested_at,
          'finishedAt', i.finished_at) order by i.finished_at is not null, i.requested_at desc), '[]')
        from (select * from public.erasures order by finished_at is not null, requested_at desc limit 100) i))
    from public.erasures);
end $$;

-- The log was taken out of Rollcall, which is an entry of its own.
create function public.note_audit_export(p_rows integer) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_admin();
  perform private.audit(auth.uid(), 'export', 'audit-log', null, null, jsonb_build_object('rows', p_rows));
end $$;

revoke all on function public.note_audit_export(integer), private.save_setting(text, jsonb, text), public.save_contact_limits(integer, integer, integer),
  public.save_calling_hours(jsonb), public.remove_recording_host(text), public.list_erasures() from public, anon, authenticated, service_role;
grant execute on function public.save_contact_limits(integer, integer, integer), public.save_calling_hours(jsonb),
  public.remove_recording_host(text), public.list_erasures(), public.note_audit_export(integer) to authenticated;
