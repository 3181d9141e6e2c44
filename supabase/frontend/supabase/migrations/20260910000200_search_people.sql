-- Finding people within the asker's offices: by name, e-mail, tag, any form of a phone, and by what was said.

-- Who is meant by the words, each person once with the best reason: a phone, a name, then what was said. Every
-- source gives at most p_limit rows, so that a word which everybody says costs no more than a rare one.
create function private.people_found(p_query text, p_offices uuid[], p_limit integer)
returns table (person_id uuid, score real, kind text, source_id uuid)
language plpgsql stable security definer set search_path = '' set jit = off set work_mem = '64MB' set enable_seqscan = off as $$
declare
  words tsquery := private.search_query(p_query);
  digits text := private.searched_digits(p_query);
  -- The number as a whole, also where its owner's country writes one line in two ways.
  keys text[] := array(select private.phone_key('+' || code || digits) from unnest(array['', '55', '52', '54']) as code where length(digits) >= 8);
begin
  if words is null then return; end if;
  return query
  with by_phone as (
    select p.id, (case when private.phone_key(p.phone_e164) = any (keys) or right(p.phone_e164, length(digits)) = digits then 6 else 5 end)::real as score
    from public.people p
    where digits is not null and length(digits) >= 3 and p.phone_e164 like '%' || digits || '%' limit p_limit),
  by_variant as (
    select p.id, 5::real as score from public.people p where private.phone_key(p.phone_e164) = any (keys) limit p_limit),
  by_card as (
    select c.person_id, c.name, c.email, c.tags, c.id from public.candidates c
    where digits is null and private.search_words(c.name || ' ' || c.email || ' ' || private.tags_text(c.tags)) @@ words
      and c.office_id = any (p_offices) and c.person_id is not null limit p_limit),
  by_member as (
    select d.person_id, d.name, d.email, d.tags, d.id from public.dataset_candidates d
    where digits is null and private.search_words(d.name || ' ' || d.email || ' ' || private.tags_text(d.tags)) @@ words
      and d.office_id = any (p_offices) and d.person_id is not null limit p_limit),
  by_line as (
    select r.person_id, trim(r.forename || ' ' || r.surname) as name, r.email, '{}'::text[] as tags, r.id from public.campaign_candidates r
    where digits is null and private.search_words(r.forename || ' ' || r.surname || ' ' || r.email) @@ words
      and r.office_id = any (p_offices) and r.person_id is not null limit p_limit),
  by_message as (
    select m.campaign_candidate_id as recipient_id, m.id, 'message' as kind, m.body from public.whatsapp_messages m
    where private.search_words(m.body) @@ words and m.office_id = any (p_offices) and m.campaign_candidate_id is not null
      and not m.hidden limit p_limit),
  by_transcript as (
    select k.campaign_candidate_id as recipient_id, k.id, 'transcript' as kind, t.body
    from (select x.call_record_id, x.body from public.call_transcript_messages x
          where private.search_words(x.body) @@ words and x.office_id = any (p_offices) limit p_limit) t
    join public.call_records k on k.id = t.call_record_id),
  hits as (
    select f.id as person_id, f.score, 'phone' as kind, null::uuid as source_id from by_phone f
    union all select f.id, f.score, 'phone', null from by_variant f
    union all select n.person_id, (3 + case when private.folded_words(n.name) = private.folded_words(p_query)
          or lower(n.email) = lower(trim(p_query)) then 1.5 else 0 end)::real,
        case when private.search_words(n.name) @@ words then 'name' when private.search_words(n.email) @@ words then 'email' else 'tag' end, n.id
      from (select * from by_card union all select * from by_member union all select * from by_line) n
    union all select r.person_id, (1 + ts_rank(private.search_words(s.body), words))::real, s.kind, s.id
      from (select * from by_message union all select * from by_transcript) s
      join public.campaign_candidates r on r.id = s.recipient_id where r.person_id is not null)
  select distinct on (h.person_id) h.person_id, h.score, h.kind, h.source_id from hits h
  where exists (select from public.person_offices o where o.person_id = h.person_id and o.office_id = any (p_offices))
  order by h.person_id, h.score desc, h.source_id;
end $$;

-- A person as a list shows them, in the words of the latest row that the offices have of them.
create function private.person_summary(p_person uuid, p_offices uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', p.id, 'phone', p.phone_e164, 'phoneValid', p.phone_valid, 'phoneGiven', coalesce(p.phone_given, ''),
    'name', coalesce(n.name, ''), 'email', coalesce(n.email, ''), 'tags', coalesce(n.tags, '[]'), 'lastAt', n.last_at,
    'cards', n.cards, 'pools', n.pools, 'campaigns', n.campaigns,
    'optedOut', p.phone_e164 is not null and exists (select from private.suppressed_phones(array[p.phone_e164])))
  from public.people p cross join lateral (
    select (array_agg(x.name order by x.rank, x.at desc) filter (where x.name <> ''))[1] as name,
      (array_agg(x.email order by x.rank, x.at desc) filter (where x.email <> ''))[1] as email,
      jsonb_path_query_array(jsonb_agg(to_jsonb(x.tags)), '$[*][*]') as tags, max(x.at) as last_at,
      count(*) filter (where x.rank = 1) as cards, count(*) filter (where x.rank = 2) as pools, count(*) filter (where x.rank = 3) as campaigns
    from (
      select 1 as rank, c.name, c.email, c.tags, greatest(c.updated_at, c.status_changed_at) as at
      from public.candidates c where c.person_id = p_person and c.office_id = any (p_offices)
      union all select 2, d.name, d.email, d.tags, d.updated_at
      from public.dataset_candidates d where d.person_id = p_person and d.office_id = any (p_offices)
      union all select 3, trim(r.forename || ' ' || r.surname), r.email, '{}', coalesce(r.last_contact_at, r.created_at)
      from public.campaign_candidates r where r.person_id = p_person and r.office_id = any (p_offices)) x) n
  where p.id = p_person
$$;

-- The text that was found, its beginning where it is long, and whose conversation it stands in.
create function private.found_text(p_kind text, p_source uuid, p_query text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('recipientId', r.id, 'campaignId', r.campaign_id, 'text', left(x.body, 4000))
  from (
    select m.campaign_candidate_id as recipient_id, m.body from public.whatsapp_messages m where p_kind = 'message' and m.id = p_source
    union all
    (select k.campaign_candidate_id, t.body from public.call_records k join public.call_transcript_messages t on t.call_record_id = k.id
     where p_kind = 'transcript' and k.id = p_source and private.search_words(t.body) @@ private.search_query(p_query)
     order by t.position limit 1)) x
  join public.campaign_candidates r on r.id = x.recipient_id
$$;

-- The offices a search goes over: one of the asker's, or all of them.
create function private.asked_offices(p_office uuid) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(o), '{}') from unnest(private.my_offices()) as o where p_office is null or o = p_office
$$;

-- The ids of the newest people the offices know, p_limit at most; a tag or a place (board, pool, campaign) narrows.
create function private.people_known(p_offices uuid[], p_tag text, p_place text, p_limit integer) returns setof uuid
language sql stable security definer set search_path = '' set jit = off set work_mem = '64MB' as $$
  select p.id from public.people p
  where exists (select from public.person_offices o where o.person_id = p.id and o.office_id = any (p_offices))
    and (p_tag is null or p.id in (
      select c.person_id from public.candidates c where c.tags @> array[p_tag] and c.office_id = any (p_offices)
      union all select d.person_id from public.dataset_candidates d where d.tags @> array[p_tag] and d.office_id = any (p_offices)))
    and case p_place
      when 'board' then exists (select from public.candidates c where c.person_id = p.id and c.office_id = any (p_offices))
      when 'pool' then exists (select from public.dataset_candidates d where d.person_id = p.id and d.office_id = any (p_offices))
      when 'campaign' then exists (select from public.campaign_candidates r where r.person_id = p.id and r.office_id = any (p_offices))
      else true end
  order by p.created_at desc, p.id limit p_limit
$$;

-- Whom words and filters mean, best first, without words the newest first; the filters may be empty. p_limit bounds what
-- is looked at, null leaves nobody out.
create function private.people_asked(p_query text, p_offices uuid[], p_tag text, p_place text, p_limit integer)
returns table (person_id uuid, place bigint, kind text, source_id uuid)
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  tag text := nullif(trim(p_tag), '');
  known_from text := nullif(p_place, '');
begin
  if private.search_query(p_query) is null then
    return query select k.id, k.nth, null::text, null::uuid
      from private.people_known(p_offices, tag, known_from, p_limit) with ordinality as k(id, nth);
    return;
  end if;
  return query
  select f.person_id, row_number() over (order by f.score desc, f.person_id), f.kind, f.source_id
  from private.people_found(p_query, p_offices, p_limit) f
  where (tag is null and known_from is null) or f.person_id in (
    select c.person_id from public.candidates c where c.person_id = f.person_id and c.office_id = any (p_offices)
      and (tag is null or c.tags @> array[tag]) and coalesce(known_from, 'board') = 'board'
    union all select d.person_id from public.dataset_candidates d where d.person_id = f.person_id and d.office_id = any (p_offices)
      and (tag is null or d.tags @> array[tag]) and coalesce(known_from, 'pool') = 'pool'
    union all select r.person_id from public.campaign_candidates r where r.person_id = f.person_id and r.office_id = any (p_offices)
      and tag is null and known_from = 'campaign');
end $$;

-- One page (from 0) of the people who are meant, best first: {"total", "capped", "items"}. Without words the newest
-- come first. `capped`: there are more than were counted; another word narrows it.
create function public.search_people(p_query text default '', p_office uuid default null, p_tag text default null, p_place text default null,
  p_page integer default 0, p_page_size integer default 50) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  most constant integer := 2000;
  size integer := least(greatest(p_page_size, 1), 100);
  offices uuid[] := private.asked_offices(p_office);
  found record;
begin
  select array_agg(a.person_id order by a.place) as ids,
    jsonb_object_agg(a.person_id, jsonb_build_object('kind', a.kind, 'source', a.source_id)) filter (where a.kind is not null) as matches into found
  from private.people_asked(p_query, offices, p_tag, p_place, most + 1) a;
  return jsonb_build_object('total', least(coalesce(cardinality(found.ids), 0), most), 'capped', coalesce(cardinality(found.ids), 0) >= most,
    'items', (select coalesce(jsonb_agg(private.person_summary(i.id, offices) || jsonb_build_object('match', case when m.kind is not null then
        jsonb_build_object('kind', m.kind) || coalesce(private.found_text(m.kind, m.source, p_query), '{}') end) order by i.place), '[]')
      from unnest(found.ids[greatest(p_page, 0) * size + 1 : least((greatest(p_page, 0) + 1) * size, most)]) with ordinality as i(id, place)
      cross join lateral (select found.matches -> i.id::text ->> 'kind' as kind, (found.matches -> i.id::text ->> 'source')::uuid as source) m));
end $$;

-- The tags in use, most used first: [{"tag", "count"}].
create function public.people_tags(p_office uuid default null) returns jsonb
language sql stable security definer set search_path = '' set jit = off as $$
  select coalesce(jsonb_agg(jsonb_build_object('tag', t.tag, 'count', t.n) order by t.n desc, t.tag), '[]') from (
    select x.tag, count(*) as n from (
      select unnest(c.tags) as tag from public.candidates c where c.tags <> '{}' and c.office_id = any (private.asked_offices(p_office))
      union all
      select unnest(d.tags) from public.dataset_candidates d where d.tags <> '{}' and d.office_id = any (private.asked_offices(p_office))) x
    group by x.tag order by n desc, x.tag limit 200) t
$$;

revoke all on function private.people_found(text, uuid[], integer), private.person_summary(uuid, uuid[]), private.found_text(text, uuid, text),
  private.asked_offices(uuid), private.people_known(uuid[], text, text, integer), private.people_asked(text, uuid[], text, text, integer),
  public.search_people(text, uuid, text, text, integer, integer), public.people_tags(uuid) from public, anon, authenticated, service_role;
grant execute on function public.search_people(text, uuid, text, text, integer, integer), public.people_tags(uuid) to authenticated;
