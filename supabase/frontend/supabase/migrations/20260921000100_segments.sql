-- Saved segments: a search and filters of the list of people under a name, for oneself or for an office. A segment keeps
-- what is asked, not whom it found: it is answered anew whenever it is opened.

create table public.people_segments (
  id uuid primary key, -- made by the asker: saving again changes nothing twice
  office_id uuid not null references public.offices on delete cascade,
  owner_id uuid not null default auth.uid() references public.profiles on delete cascade,
  name text not null check (length(name) between 1 and 80 and name = trim(name)),
  shared boolean not null default false, -- the whole office's, else the owner's alone
  filter jsonb not null check (jsonb_typeof(filter) = 'object' and length(filter::text) < 2000), -- {"search", "tag", "place"}
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index people_segments_office on public.people_segments (office_id);
create index people_segments_owner on public.people_segments (owner_id);

alter table public.people_segments enable row level security;
create policy people_segments_read on public.people_segments for select to authenticated
  using (office_id = any ((select private.my_offices())::uuid[]) and (shared or owner_id = (select auth.uid())));
revoke all on public.people_segments from public, anon, authenticated, service_role;
grant select on public.people_segments to authenticated;

create trigger people_segments_change_added after insert on public.people_segments referencing new table as added
  for each statement execute function private.note_changes('segment', 'id', 'id');
create trigger people_segments_change_updated after update on public.people_segments referencing old table as removed new table as added
  for each statement execute function private.note_changes('segment', 'id', 'id');
create trigger people_segments_change_removed after delete on public.people_segments referencing old table as removed
  for each statement execute function private.note_changes('segment', 'id', 'id');

-- Locks a segment that the asker may change, or nothing where there is none of this id.
create function private.lock_segment(p_id uuid) returns public.people_segments
language plpgsql security definer set search_path = '' as $$
declare s public.people_segments;
begin
  select * into s from public.people_segments where id = p_id for update;
  if s.id is null then return null; end if;
  perform private.require_office(case when s.shared or s.owner_id = auth.uid() then s.office_id end);
  return s;
end $$;

-- Saves a segment under an id of the caller's, new or as it is from now on; its owner stays.
create function public.save_segment(p_id uuid, p_office uuid, p_name text, p_filter jsonb, p_shared boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_office(p_office);
  perform private.lock_segment(p_id);
  if length(trim(p_name)) not between 1 and 80 then
    perform private.fail('invalid', 'segment_name', 'A name has 1 to 80 characters.', 'Enter one, or shorten it.');
  end if;
  insert into public.people_segments (id, office_id, name, filter, shared) values (p_id, p_office, trim(p_name), p_filter, p_shared)
  on conflict (id) do update set office_id = excluded.office_id, name = excluded.name, filter = excluded.filter,
    shared = excluded.shared, updated_at = now();
end $$;

create function public.delete_segment(p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if (private.lock_segment(p_id)).id is null then perform private.require_office(null); end if;
  delete from public.people_segments where id = p_id;
end $$;

-- Takes away the segments that name somebody who is erased: by number, e-mail address or whole name.
create function private.forget_segments(p_person uuid, p_phone text) returns void
language sql security definer set search_path = '' as $$
  delete from public.people_segments s
  where private.names_any(s.name, '{}', right(p_phone, 9)) or private.names_any(s.filter ->> 'search', '{}', right(p_phone, 9))
    or exists (
      select from (
        select c.name, c.email from public.candidates c where c.person_id = p_person
        union select d.name, d.email from public.dataset_candidates d where d.person_id = p_person) n,
        unnest(array[s.name, s.filter ->> 'search']) as said
      where strpos(' ' || private.folded_words(said) || ' ', ' ' || nullif(private.folded_words(n.name), '') || ' ') > 0
        or strpos(lower(said), nullif(lower(n.email), '')) > 0)
$$;

revoke all on function private.lock_segment(uuid), private.forget_segments(uuid, text),
  public.save_segment(uuid, uuid, text, jsonb, boolean), public.delete_segment(uuid) from public, anon, authenticated, service_role;
grant execute on function public.save_segment(uuid, uuid, text, jsonb, boolean), public.delete_segment(uuid) to authenticated;
