-- What merging people keeps: an exact record of every merge, so that it can be undone, and pairs that a person
-- said are two. Only functions read and write them.

create table private.person_merges (
  id uuid primary key, -- made by the browser, so that a repeated press merges once
  kept_id uuid not null references public.people on delete cascade,
  merged_id uuid not null references public.people on delete cascade,
  merged_by uuid,
  merged_at timestamptz not null default now(),
  -- {"cards", "members", "recipients": ids that were re-pointed, "foldedCards": [{"row", "keptId", "before", "after",
  --  "notes", "events", "recipients"}], "foldedMembers": [{"row", "keptId", "before", "after", "importRows"}], "aliases",
  --  "suppressions": ids, "slot": {"before", "after"}, "campaigns": [{"id", "before", "after"}], "identities"}
  record jsonb not null,
  undone_at timestamptz,
  undone_by uuid
);
create index person_merges_kept on private.person_merges (kept_id);
create index person_merges_merged on private.person_merges (merged_id);

create table private.distinct_people (
  one_id uuid not null references public.people on delete cascade,
  other_id uuid not null references public.people on delete cascade,
  said_by uuid,
  said_at timestamptz not null default now(),
  primary key (one_id, other_id),
  check (one_id < other_id)
);
create index distinct_people_other on private.distinct_people (other_id);

revoke all on private.person_merges, private.distinct_people from public, anon, authenticated, service_role;

-- All numbers of a person: their own and those of who was merged into them.
create function private.person_phones(p_person uuid) returns text[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(phone_e164 order by merged_into nulls first, phone_e164), '{}')
  from public.people where phone_e164 is not null and p_person in (id, merged_into)
$$;

-- Fails unless every office that knows any of these people is one the asker may change: a merge changes all of
-- a person's rows, wherever they are.
create function private.require_people(p_people uuid[]) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  known uuid[] := array(select distinct office_id from public.person_offices where person_id = any (p_people));
  theirs uuid[] := private.my_writable_offices();
begin
  if not known && private.my_offices() then
    perform private.fail('not_found', 'not_visible', 'This person is not there any more, or not yours to see.', 'Reload the page.');
  end if;
  if not known && theirs then
    perform private.fail('forbidden', 'read_only', 'You can look at this but not change it.', 'Ask an admin for the role "recruiter".');
  end if;
  if not known <@ theirs then
    perform private.fail('forbidden', 'other_office', 'Another office knows one of these people too.', 'Ask an admin to do this; they act for all offices.');
  end if;
end $$;

-- A wish not to be contacted is a person's, so it holds for all their numbers.
create function private.suppress_all_numbers() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from added) then return null; end if; -- its own insert ends here
  insert into public.suppressions (phone_e164, reason, source, created_by)
  select distinct on (o.phone_e164) o.phone_e164, s.reason, 'other number', s.created_by
  from added s join public.people p on p.phone_e164 = s.phone_e164
  join public.people o on coalesce(o.merged_into, o.id) = coalesce(p.merged_into, p.id)
  where s.lifted_at is null and o.phone_e164 is not null
    and (p.merged_into is not null or exists (select from public.people x where x.merged_into = p.id))
    and o.phone_e164 <> s.phone_e164
  on conflict (phone_e164) where lifted_at is null do nothing;
  return null;
end $$;
create trigger suppressions_all_numbers after insert on public.suppressions
  referencing new table as added for each statement execute function private.suppress_all_numbers();

revoke all on function private.person_phones(uuid), private.require_people(uuid[]), private.suppress_all_numbers()
  from public, anon, authenticated, service_role;
