-- The queue of what the sync set aside, with records that are alike as one entry: messages of the same form, answers to the same
-- objective that can't be read. What people put aside as a whole stays aside when more of it comes.

-- Forms of records that are nobody's to look at any more. Null office: records of nobody known, for admins.
create table public.sync_put_aside (
  id uuid primary key default gen_random_uuid(),
  office_id uuid references public.offices,
  kind text not null check (kind in ('objective', 'message')),
  alike text not null, -- as sync_issues.alike; names of fields, nothing personal
  set_by uuid,
  set_at timestamptz not null default now(),
  unique nulls not distinct (office_id, kind, alike)
);
alter table public.sync_put_aside enable row level security;
create policy sync_put_aside_read on public.sync_put_aside for select to authenticated
  using (office_id = any ((select private.my_offices())::uuid[]) or (office_id is null and (select private.my_role()) = 'admin'));
revoke all on public.sync_put_aside from public, anon, authenticated, service_role;
grant select on public.sync_put_aside to authenticated;
create index sync_issues_alike on public.sync_issues (kind, alike) where alike is not null;

-- Puts aside what a page opened of a form that people put aside; the last step of note_issues.
create function private.put_aside_known() returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from public.sync_put_aside) then return; end if;
  update public.sync_issues i set state = 'dismissed', resolved_by = a.set_by, resolved_at = now(), resolution = '{"by": "alike"}'
  from pg_temp.page_session s, public.sync_put_aside a
  where i.state = 'open' and i.session_id = s.session and a.kind = i.kind and a.alike = i.alike and a.office_id is not distinct from i.office_id;
end $$;

-- One page of what waits, the latest seen first: {"records": how many in all, "entries": how many entries they make, "items": [{"kind", "alike":
-- null for a record that stands alone, "count", "firstSeenAt", "lastSeenAt", "issue": the latest of them}]}. p_kind: '' for all.
create function public.list_sync_issues(p_kind text default '', p_page integer default 0, p_size integer default 50) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  offices constant uuid[] := private.my_offices();
  is_admin constant boolean := coalesce(private.my_role() = 'admin', false);
  size constant integer := least(greatest(p_size, 1), 200);
begin
  return (
    with waiting as materialized (
      select id, kind, alike, first_seen_at, last_seen_at from public.sync_issues
      where state = 'open' and (p_kind = '' or kind = p_kind) and (is_admin or office_id = any (offices))),
    entries as materialized (
      select kind, alike, count(*) as count, min(first_seen_at) as first_at, max(last_seen_at) as last_at,
        (array_agg(id order by last_seen_at desc, id))[1] as latest
      from waiting group by kind, alike, case when alike is null then id end),
    page as (select * from entries order by last_at desc, latest limit size offset greatest(p_page, 0) * size)
    select jsonb_build_object('records', (select count(*) from waiting), 'entries', (select count(*) from entries),
      'items', coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'alike', p.alike, 'count', p.count, 'firstSeenAt', p.first_at,
        'lastSeenAt', p.last_at, 'issue', jsonb_build_object('id', i.id, 'kind', i.kind, 'summary', i.summary, 'details', i.details, 'raw', i.raw,
          'recipientId', i.recipient_id, 'firstSeenAt', i.first_seen_at, 'lastSeenAt', i.last_seen_at)) order by p.last_at desc, p.latest), '[]'))
    from page p join public.sync_issues i on i.id = p.latest);
end $$;

-- Whether the asker may change each of these offices' records; null stands for records of nobody known.
create function private.require_offices(p_offices uuid[]) returns void
language plpgsql stable security definer set search_path = '' as $$
declare office uuid;
begin
  if coalesce(cardinality(p_offices), 0) = 0 then
    perform private.fail('not_found', 'not_visible', 'This is not there any more, or not yours to see.', 'Look at the list again.');
  end if;
  foreach office in array p_offices loop
    if office is null then
      perform private.require_admin();
    else
      perform private.require_office(office);
    end if;
  end loop;
end $$;

-- Puts all open records of one form aside that the asker sees: {"dismissed", "remembered"}. Remembered: those to come go aside too, which a
-- conversation that could not be stored at all ('poison') never does.
create function public.put_aside_alike(p_kind text, p_alike text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  visible constant uuid[] := private.my_offices();
  is_admin constant boolean := coalesce(private.my_role() = 'admin', false);
  offices uuid[];
  remembered constant boolean := p_kind in ('objective', 'message');
  dismissed integer;
begin
  -- The sync's lock before the records', as everywhere: none comes in between.
  perform from public.sync_cursors where id = 'backend' for update;
  select array_agg(distinct office_id) into offices from public.sync_issues
  where kind = p_kind and alike = p_alike and state = 'open' and (is_admin or office_id = any (visible));
  perform private.require_offices(offices);
  if remembered then
    insert into public.sync_put_aside (office_id, kind, alike, set_by) select o, p_kind, p_alike, auth.uid() from unnest(offices) o
    on conflict (office_id, kind, alike) do nothing;
  end if;
  update public.sync_issues set state = 'dismissed', resolved_by = auth.uid(), resolved_at = now(), resolution = '{"by": "alike"}'
  where kind = p_kind and alike = p_alike and state = 'open' and (is_admin or office_id = any (visible));
  get diagnostics dismissed = row_count;
  return jsonb_build_object('dismissed', dismissed, 'remembered', remembered);
end $$;

-- Takes that back: what went aside with its form waits again, and so does what comes: {"reopened"}.
create function public.take_back_alike(p_kind text, p_alike text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  visible constant uuid[] := private.my_offices();
  is_admin constant boolean := coalesce(private.my_role() = 'admin', false);
  reopened integer;
begin
  perform from public.sync_cursors where id = 'backend' for update;
  perform private.require_offices((select array_agg(distinct office_id) from (
    select office_id from public.sync_put_aside where kind = p_kind and alike = p_alike
    union select office_id from public.sync_issues where kind = p_kind and alike = p_alike and state = 'dismissed' and resolution ->> 'by' = 'alike') s
    where is_admin or office_id = any (visible)));
  delete from public.sync_put_aside where kind = p_kind and alike = p_alike and (is_admin or office_id = any (visible));
  update public.sync_issues set state = 'open', resolved_by = null, resolved_at = null, resolution = null
  where kind = p_kind and alike = p_alike and state = 'dismissed' and resolution ->> 'by' = 'alike' and (is_admin or office_id = any (visible));
  get diagnostics reopened = row_count;
  return jsonb_build_object('reopened', reopened);
end $$;

-- What was put aside with its form: [{"kind", "alike", "count": records that went aside with it, "by", "at"}], the latest first.
create function public.list_put_aside() returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'alike', a.alike, 'count', n.count, 'by', f.full_name, 'at', a.at) order by a.at desc), '[]')
  from (select kind, alike, min(set_at) as at, min(set_by::text)::uuid as by from public.sync_put_aside
        where office_id = any (private.my_offices()) or office_id is null and private.my_role() = 'admin' group by kind, alike) a
  left join public.profiles f on f.id = a.by
  cross join lateral (
    select count(*) as count from public.sync_issues i where i.kind = a.kind and i.alike = a.alike and i.state = 'dismissed'
      and i.resolution ->> 'by' = 'alike' and (i.office_id = any (private.my_offices()) or private.my_role() = 'admin')) n
$$;

revoke all on function private.put_aside_known(), private.require_offices(uuid[]), public.list_sync_issues(text, integer, integer),
  public.put_aside_alike(text, text), public.take_back_alike(text, text), public.list_put_aside() from public, anon, authenticated, service_role;
grant execute on function public.list_sync_issues(text, integer, integer), public.put_aside_alike(text, text),
  public.take_back_alike(text, text), public.list_put_aside() to authenticated;
