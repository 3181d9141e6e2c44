-- The people of a draft's audience one by one: who may be picked by hand, who would be left out, and which
-- of two people under one number is contacted. Pages, so that no list is too long to be looked at.

-- A person as an office knows them: {"personId", "name", "phone", "places": [{"kind": "job" | "dataset", "id", "name"}]}.
create function private.person_in_office(p_person uuid, p_office uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('personId', p_person, 'name', coalesce((array_agg(x.name order by x.created_at, x.id))[1], ''),
    'phone', (select p.phone_e164 from public.people p where p.id = p_person and exists (
      select from public.person_offices o where o.person_id = p.id and o.office_id = p_office)),
    'places', coalesce(jsonb_agg(jsonb_build_object('kind', x.kind, 'id', x.place, 'name', x.place_name) order by x.created_at, x.id)
      filter (where x.nth <= 5), '[]'))
  from (
    select s.*, row_number() over (order by s.created_at, s.id) as nth from (
      select k.id, k.created_at, k.name, 'job' as kind, j.id as place, j.title as place_name
      from public.candidates k join public.jobs j on j.id = k.job_id where k.person_id = p_person and k.office_id = p_office
      union all
      select d.id, d.created_at, d.name, 'dataset', s.id, s.name
      from public.dataset_candidates d join public.datasets s on s.id = d.dataset_id where d.person_id = p_person and d.office_id = p_office) s) x
$$;

-- People of the campaign's office by name or number: {"items", "more"}. A search that fits more than p_limit is to be made
-- narrower; of those that fit, up to 500 are put in order.
create function public.find_audience_people(p_campaign uuid, p_search text, p_limit integer default 50) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  office uuid := (select office_id from public.campaigns where id = p_campaign);
  named text := '%' || regexp_replace(trim(p_search), '([\\%_])', '\\\1', 'g') || '%';
  digits text := private.searched_digits(p_search);
  size integer := greatest(1, least(p_limit, 100));
  found uuid[];
begin
  perform private.require_visible_campaign(p_campaign);
  if trim(p_search) = '' then return '{"items": [], "more": false}'; end if;
  select array_agg(person_id) into found from (
    select k.person_id from public.candidates k where k.office_id = office and k.person_id is not null and k.name ilike named
    union
    select d.person_id from public.dataset_candidates d where d.office_id = office and d.person_id is not null and d.name ilike named
    union
    select p.id from public.people p join public.person_offices o on o.person_id = p.id and o.office_id = office
    where digits is not null and p.phone_e164 like '%' || digits || '%'
    limit 500) s;
  return jsonb_build_object('more', coalesce(cardinality(found), 0) > size, 'items', (
    select coalesce(jsonb_agg(s.person order by lower(s.person ->> 'name'), s.person ->> 'personId'), '[]')
    from (select private.person_in_office(id, office) as person from unnest(found) as id
      order by lower(private.person_in_office(id, office) ->> 'name'), id limit size) s));
end $$;

-- Names and numbers of people whom an audience lists by id, in that order, at most 200 a call. One whom the office does
-- not know (any more) has an empty name and no number; the audience passes over them.
create function public.audience_people(p_campaign uuid, p_people uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare office uuid := (select office_id from public.campaigns where id = p_campaign);
begin
  perform private.require_visible_campaign(p_campaign);
  return (select coalesce(jsonb_agg(private.person_in_office(s.id, office) order by s.nth), '[]')
    from (select id, nth from unnest(p_people) with ordinality as x(id, nth) order by nth limit 200) s);
end $$;

-- One page of those a launch would leave out, in the preview's order; p_reason null means whatever the reason:
-- {"total", "items": [{"personId", "name", "phone", "reason"}]}.
create function public.preview_excluded(p_campaign uuid, p_reason text default null, p_offset integer default 0, p_limit integer default 100)
returns jsonb language plpgsql stable security definer set search_path = '' set jit = off set work_mem = '64MB' as $$
begin
  perform private.require_visible_campaign(p_campaign);
  return (
    with left_out as materialized (
      select a.* from private.campaign_audience(p_campaign) a where a.reason is not null and (p_reason is null or a.reason = p_reason))
    select jsonb_build_object('total', (select count(*) from left_out), 'items', coalesce(jsonb_agg(jsonb_build_object(
      'personId', s.person_id, 'name', s.name, 'phone', coalesce(s.phone_e164, nullif(s.phone_given, '')), 'reason', s.reason) order by s.place), '[]'))
    from (select * from left_out order by place offset greatest(p_offset, 0) limit greatest(1, least(p_limit, 500))) s);
end $$;

-- The numbers that more than one person of the audience has (in any spelling), with those people in their order:
-- {"total", "items": [{"people": [{"personId", "name", "phone", "source", "chosen"}]}]}. The audience's
-- "preferredPersonIds" say who is chosen; without one it is the first.
create function public.preview_duplicates(p_campaign uuid, p_offset integer default 0, p_limit integer default 100)
returns jsonb language plpgsql stable security definer set search_path = '' set jit = off set work_mem = '64MB' as $$
begin
  perform private.require_visible_campaign(p_campaign);
  return (
    with planned as materialized (
      select a.*, private.phone_key(a.phone_e164) as key from private.campaign_audience(p_campaign) a
      where a.phone_e164 is not null and a.reason is distinct from 'removed'),
    shared as materialized (select key, min(place) as place from planned group by key having count(*) > 1)
    select jsonb_build_object('total', (select count(*) from shared), 'items', coalesce(jsonb_agg(jsonb_build_object('people', (
      select jsonb_agg(jsonb_build_object('personId', p.person_id, 'name', p.name, 'phone', p.phone_e164, 'source', p.source,
        'chosen', p.reason is distinct from 'duplicate_number') order by p.place) from planned p where p.key = s.key)) order by s.place), '[]'))
    from (select * from shared order by place offset greatest(p_offset, 0) limit greatest(1, least(p_limit, 500))) s);
end $$;

revoke all on function private.person_in_office(uuid, uuid), public.find_audience_people(uuid, text, integer), public.audience_people(uuid, uuid[]),
  public.preview_excluded(uuid, text, integer, integer), public.preview_duplicates(uuid, integer, integer)
  from public, anon, authenticated, service_role;
grant execute on function public.find_audience_people(uuid, text, integer), public.audience_people(uuid, uuid[]),
  public.preview_excluded(uuid, text, integer, integer), public.preview_duplicates(uuid, integer, integer) to authenticated;
