-- Who may be one human being twice: suggestions with their reasons. Nothing is merged by itself.

-- With all that is asked for, so that a million rows are counted from the index alone.
create index dataset_candidates_email on public.dataset_candidates (lower(email), email, person_id, office_id) where email <> '';
create index candidates_email on public.candidates (lower(email), email, person_id, office_id) where email <> '';
create index people_with_identities on public.people (id) where other_identities <> '[]';
create index dataset_candidates_postcode on public.dataset_candidates (postcode, lower(name), name, person_id, office_id) where postcode <> '';

-- Who the offices know by an address or by a name at a postcode: {kind, value, person}. For one person, who shares one
-- of theirs; for all (p_person null), every one that is there more than once.
create function private.shared_marks(p_offices uuid[], p_person uuid) returns table (kind text, value text, person_id uuid)
language plpgsql stable security definer set search_path = '' set jit = off set work_mem = '64MB' set enable_seqscan = off set enable_hashagg = off as $$
begin
  if p_person is not null then
    return query
    with mine as materialized (
      select lower(x.email) as email from public.dataset_candidates x where x.person_id = p_person and x.email <> ''
      union select lower(x.email) from public.candidates x where x.person_id = p_person and x.email <> ''),
    homes as materialized (
      select distinct x.postcode, lower(x.name) as name from public.dataset_candidates x where x.person_id = p_person and x.postcode <> '')
    select 'email', m.email, d.person_id from mine m join public.dataset_candidates d on lower(d.email) = m.email and d.email <> ''
    where d.office_id = any (p_offices)
    union select 'email', m.email, c.person_id from mine m join public.candidates c on lower(c.email) = m.email and c.email <> ''
    where c.office_id = any (p_offices)
    union select 'name-postcode', h.postcode || ' ' || h.name, d.person_id from homes h
    join public.dataset_candidates d on d.postcode = h.postcode and lower(d.name) = h.name and d.postcode <> '' where d.office_id = any (p_offices);
  else
    -- First what two people have at all, so that only its rows are looked at again: one person may be in many pools.
    return query
    with twice as (
      select lower(d.email) as email from public.dataset_candidates d where d.email <> '' and d.office_id = any (p_offices)
      group by lower(d.email) having count(distinct d.person_id) > 1
      union select lower(c.email) from public.candidates c where c.email <> '' and c.office_id = any (p_offices)
      group by lower(c.email) having count(distinct c.person_id) > 1
      union select lower(c.email) from public.candidates c join public.dataset_candidates d on lower(d.email) = lower(c.email) and d.email <> ''
      where c.email <> '' and c.office_id = any (p_offices) and d.office_id = any (p_offices) and d.person_id <> c.person_id),
    homes as (
      select d.postcode, lower(d.name) as name from public.dataset_candidates d where d.postcode <> '' and d.office_id = any (p_offices)
      group by d.postcode, lower(d.name) having count(distinct d.person_id) > 1)
    select 'email', t.email, d.person_id from twice t join public.dataset_candidates d on lower(d.email) = t.email and d.email <> ''
    where d.office_id = any (p_offices)
    union select 'email', t.email, c.person_id from twice t join public.candidates c on lower(c.email) = t.email and c.email <> ''
    where c.office_id = any (p_offices)
    union select 'name-postcode', h.postcode || ' ' || h.name, d.person_id from homes h
    join public.dataset_candidates d on d.postcode = h.postcode and lower(d.name) = h.name and d.postcode <> '' where d.office_id = any (p_offices);
  end if;
end $$;

-- Pairs with one reason each: two spellings of one number (phone), one address (email), one name at one postcode
-- (name-postcode), one id of a messenger (identity). More than five who share something share it by accident or as a
-- company does, so they are left out. For one person, or for all whom the offices know (p_person null).
create function private.duplicate_pairs(p_offices uuid[], p_person uuid default null)
returns table (one_id uuid, other_id uuid, reason text, detail text)
language plpgsql stable security definer set search_path = '' set jit = off set work_mem = '64MB' as $$
begin
  return query
  with phones as (
    -- Only these countries write one number in two ways, so only theirs are looked at.
    select array_agg(p.id) as people from public.people p
    where p.phone_e164 >= '+52' and p.phone_e164 < '+56' and p.merged_into is null and p_person is null
    group by private.phone_key(p.phone_e164) having count(*) > 1
    union all
    select array_agg(p.id) from public.people p
    where private.phone_key(p.phone_e164) = (select private.phone_key(x.phone_e164) from public.people x where x.id = p_person) and p.merged_into is null),
  same as (
    select m.kind as why, m.value, array_agg(distinct m.person_id) as people from private.shared_marks(p_offices, p_person) m
    where m.person_id is not null group by m.kind, m.value
    union all select 'phone', null, h.people from phones h
    union all
    select 'identity', i.value ->> 'value', array_agg(distinct p.id) from public.people p, jsonb_array_elements(p.other_identities) i
    where p.other_identities <> '[]' and p.merged_into is null group by i.value having count(distinct p.id) > 1)
  select least(a.id, b.id), greatest(a.id, b.id), s.why, max(s.value)
  from same s, unnest(s.people) as a(id), unnest(s.people) as b(id)
  where a.id < b.id and cardinality(s.people) <= 5 and (p_person is null or p_person in (a.id, b.id))
    and not exists (select from private.distinct_people d where d.one_id = a.id and d.other_id = b.id)
    and exists (select from public.person_offices o where o.person_id = a.id and o.office_id = any (p_offices))
    and exists (select from public.person_offices o where o.person_id = b.id and o.office_id = any (p_offices))
  group by 1, 2, 3;
end $$;

-- One page (from 0) of pairs, those with most reasons first: {"total", "items": [{"people": [2 summaries], "reasons":
-- [{"reason", "detail"}]}]}. For one person, all of theirs.
create function public.list_duplicates(p_office uuid default null, p_person uuid default null, p_page integer default 0, p_page_size integer default 20)
returns jsonb language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  offices uuid[] := private.asked_offices(p_office);
  size integer := least(greatest(p_page_size, 1), 100);
  answer jsonb;
begin
  with pairs as (
    select d.one_id, d.other_id, jsonb_agg(jsonb_build_object('reason', d.reason, 'detail', d.detail) order by d.reason) as reasons
    from private.duplicate_pairs(offices, p_person) d group by d.one_id, d.other_id),
  page as (select * from pairs order by jsonb_array_length(reasons) desc, one_id, other_id limit size offset greatest(p_page, 0) * size)
  select jsonb_build_object('total', (select count(*) from pairs), 'items', coalesce(jsonb_agg(jsonb_build_object(
    'people', jsonb_build_array(private.person_summary(p.one_id, offices), private.person_summary(p.other_id, offices)),
    'reasons', p.reasons) order by jsonb_array_length(p.reasons) desc, p.one_id, p.other_id), '[]')) into answer from page p;
  return answer;
end $$;

-- Says that two people are two, which is remembered; p_distinct false takes it back.
create function public.mark_distinct(p_one uuid, p_other uuid, p_distinct boolean default true) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_people(array[p_one]);
  perform private.require_people(array[p_other]);
  if p_distinct then
    insert into private.distinct_people (one_id, other_id, said_by) values (least(p_one, p_other), greatest(p_one, p_other), auth.uid()) on conflict do nothing;
  else
    delete from private.distinct_people where one_id = least(p_one, p_other) and other_id = greatest(p_one, p_other);
  end if;
  perform private.audit(auth.uid(), 'mark-distinct', 'person', p_one::text, null, jsonb_build_object('other', p_other, 'distinct', p_distinct));
end $$;

revoke all on function private.shared_marks(uuid[], uuid), private.duplicate_pairs(uuid[], uuid), public.list_duplicates(uuid, uuid, integer, integer), public.mark_distinct(uuid, uuid, boolean)
  from public, anon, authenticated, service_role;
grant execute on function public.list_duplicates(uuid, uuid, integer, integer), public.mark_distinct(uuid, uuid, boolean) to authenticated;
