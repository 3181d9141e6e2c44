-- What is done to many members of a pool at once: tags, copying and moving to another pool, into a draft campaign. The
-- members are named, or all that a search finds (p_members null). At most p_limit a call; `next` is where to go on.

-- A search of a pool's table, as src/data/frontend/datasets.ts (listMembers) asks it: what is seen is what is changed.
create function private.member_matches(p_member public.dataset_candidates, p_search text) returns boolean
language sql immutable set search_path = '' as $$
  select p_member.name ilike pattern or p_member.phone_given ilike pattern or p_member.email ilike pattern or p_member.trade ilike pattern
    or p_member.location ilike pattern or p_member.postcode ilike pattern or p_member.tags @> array[words]
    -- A number in any form, by its last nine digits, whatever stands between them.
    or p_member.phone_given ~ regexp_replace(right(private.searched_digits(p_search), 9), '(.)(?=.)', '\1[^0-9]*', 'g')
  from (select words, '%' || words || '%' as pattern from trim(regexp_replace(p_search, '[%_,()\\"]', ' ', 'g')) as words) x
$$;

-- Members of a pool after p_after in the order of their ids, as the table's search finds them.
create function private.chosen_members(p_dataset uuid, p_members uuid[], p_search text, p_after uuid, p_limit integer) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select d.id from public.dataset_candidates d
  where d.dataset_id = p_dataset and (p_members is null or d.id = any (p_members)) and (p_after is null or d.id > p_after)
    and (coalesce(trim(p_search), '') = '' or private.member_matches(d, p_search))
  order by d.id limit least(greatest(p_limit, 1), 5000)
$$;

-- Adds and removes tags: {"changed", "next"}.
create function public.tag_members(p_dataset uuid, p_members uuid[], p_search text, p_add text[], p_remove text[], p_after uuid default null, p_limit integer default 2000)
returns jsonb language plpgsql security definer set search_path = '' set jit = off as $$
declare
  chosen uuid[];
  adding text[] := array(select distinct left(trim(t), 60) from unnest(p_add) as t where trim(t) <> '');
  done integer;
begin
  perform private.require_office((select office_id from public.datasets where id = p_dataset));
  chosen := array(select private.chosen_members(p_dataset, p_members, p_search, p_after, p_limit));
  update public.dataset_candidates d set tags = n.tags
  from (select x.id, private.union_tags(array(select t from unnest(x.tags) as t where not t = any (coalesce(p_remove, '{}'))), adding) as tags
        from public.dataset_candidates x where x.id = any (chosen)) n
  where d.id = n.id and d.tags <> n.tags;
  get diagnostics done = row_count;
  perform private.audit(auth.uid(), 'tag-members', 'dataset', p_dataset::text, (select office_id from public.datasets where id = p_dataset),
    jsonb_build_object('added', adding, 'removed', p_remove, 'changed', done));
  return jsonb_build_object('changed', done, 'next', case when cardinality(chosen) = least(greatest(p_limit, 1), 5000) then chosen[cardinality(chosen)] end);
end $$;

-- Copies members to another pool, or moves them there. Who is there already has gaps filled: {"copied", "there", "next"}.
create function public.copy_members(p_dataset uuid, p_members uuid[], p_search text, p_to uuid, p_move boolean, p_after uuid default null, p_limit integer default 2000)
returns jsonb language plpgsql security definer set search_path = '' set jit = off as $$
declare
  chosen uuid[];
  home public.datasets;
  target public.datasets;
  copied integer;
begin
  select * into home from public.datasets where id = p_dataset;
  select * into target from public.datasets where id = p_to for update;
  perform private.require_office(home.office_id);
  perform private.require_office(target.office_id);
  if home.id = target.id then
    perform private.fail('invalid', 'same_pool', 'These people are in that pool already.', 'Choose another pool.');
  end if;
  chosen := array(select private.chosen_members(p_dataset, p_members, p_search, p_after, p_limit));
  update public.dataset_candidates d set email = coalesce(nullif(d.email, ''), s.email), postcode = coalesce(nullif(d.postcode, ''), s.postcode),
    location = coalesce(nullif(d.location, ''), s.location), trade = coalesce(nullif(d.trade, ''), s.trade), blue_card = coalesce(d.blue_card, s.blue_card),
    green_card = coalesce(d.green_card, s.green_card), notes = coalesce(nullif(d.notes, ''), s.notes), tags = private.union_tags(d.tags, s.tags)
  from public.dataset_candidates s where s.id = any (chosen) and d.dataset_id = p_to and d.person_id = s.person_id;
  insert into public.dataset_candidates (dataset_id, office_id, person_id, name, phone_given, email, postcode, location, trade, blue_card, green_card, notes, tags, file_row)
  select p_to, target.office_id, s.person_id, s.name, s.phone_given, s.email, s.postcode, s.location, s.trade, s.blue_card, s.green_card, s.notes, s.tags, s.file_row
  from public.dataset_candidates s where s.id = any (chosen)
  on conflict (dataset_id, person_id) where person_id is not null do nothing;
  get diagnostics copied = row_count;
  if p_move then delete from public.dataset_candidates where id = any (chosen); end if;
  perform private.audit(auth.uid(), case when p_move then 'move-members' else 'copy-members' end, 'dataset', p_dataset::text, home.office_id,
    jsonb_build_object('to', p_to, 'count', cardinality(chosen)));
  return jsonb_build_object('copied', copied, 'there', cardinality(chosen) - copied,
    'next', case when cardinality(chosen) = least(greatest(p_limit, 1), 5000) then chosen[cardinality(chosen)] end);
end $$;

-- Adds the people behind members to a draft campaign of the same office by hand: {"added", "of", "campaignId"}: how many are
-- new there, of how many that were chosen.
create function public.add_members_to_campaign(p_dataset uuid, p_members uuid[], p_search text, p_campaign uuid) returns jsonb
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  campaign public.campaigns;
  pool public.datasets;
  picked uuid[];
  new uuid[];
  chosen bigint;
begin
  select * into pool from public.datasets where id = p_dataset;
  select * into campaign from public.campaigns where id = p_campaign for update;
  perform private.require_office(pool.office_id);
  perform private.require_office(campaign.office_id);
  if campaign.state <> 'draft' then
    perform private.fail('conflict', 'not_a_draft', 'This campaign is launched; nobody can be added to it.', 'Choose a draft, or duplicate the campaign.');
  end if;
  if campaign.office_id <> pool.office_id then
    perform private.fail('invalid', 'other_office', 'The campaign belongs to another office than this pool.', 'Copy the people to a pool of that office first.');
  end if;
  picked := private.audience_ids(campaign.audience, 'personIds');
  select array_agg(distinct d.person_id) filter (where d.person_id is not null and not d.person_id = any (picked)), count(*)
    into new, chosen
  from public.dataset_candidates d where d.dataset_id = p_dataset and (p_members is null or d.id = any (p_members))
    and (coalesce(trim(p_search), '') = '' or private.member_matches(d, p_search));
  if cardinality(picked) + coalesce(cardinality(new), 0) > 20000 then
    perform private.fail('invalid', 'too_many_by_hand', 'At most 20,000 people can be picked by hand.', 'Add the whole pool to the campaign''s audience instead.');
  end if;
  update public.campaigns set audience = audience || jsonb_build_object('personIds', to_jsonb(picked || coalesce(new, '{}'))) where id = p_campaign;
  return jsonb_build_object('added', coalesce(cardinality(new), 0), 'of', chosen, 'campaignId', p_campaign);
end $$;

-- What a pool and the offices know of these numbers, before anything is imported: {"inPool": [...], "known": [...]}.
create function public.known_phones(p_dataset uuid, p_phones text[]) returns jsonb
language sql stable security definer set search_path = '' set jit = off as $$
  with asked as (
    select p.phone_e164, coalesce(p.merged_into, p.id) as person_id from unnest(p_phones[1:20000]) as a(phone) join public.people p on p.phone_e164 = a.phone)
  select jsonb_build_object(
    'inPool', coalesce(jsonb_agg(a.phone_e164) filter (where m.there), '[]'),
    'known', coalesce(jsonb_agg(a.phone_e164) filter (where not m.there), '[]'))
  from asked a
  cross join lateral (select exists (select from public.dataset_candidates d where d.dataset_id = p_dataset and d.person_id = a.person_id
    and d.office_id = any ((select private.my_offices())::uuid[])) as there) m
  where m.there or exists (select from public.person_offices o where o.person_id = a.person_id and o.office_id = any ((select private.my_offices())::uuid[]))
$$;

revoke all on function private.chosen_members(uuid, uuid[], text, uuid, integer), private.member_matches(public.dataset_candidates, text),
  public.tag_members(uuid, uuid[], text, text[], text[], uuid, integer), public.copy_members(uuid, uuid[], text, uuid, boolean, uuid, integer),
  public.add_members_to_campaign(uuid, uuid[], text, uuid), public.known_phones(uuid, text[]) from public, anon, authenticated, service_role;
grant execute on function public.tag_members(uuid, uuid[], text, text[], text[], uuid, integer),
  public.copy_members(uuid, uuid[], text, uuid, boolean, uuid, integer), public.add_members_to_campaign(uuid, uuid[], text, uuid),
  public.known_phones(uuid, text[]) to authenticated;
