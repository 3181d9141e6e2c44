-- Who a campaign would reach, and who not and why. Preview, launch and claim all ask here.

-- Those of the numbers that nobody may contact: suppressed, in any spelling, or erased. Of whom was
-- erased only a hash is kept, and it goes on suppressing.
create function private.suppressed_phones(p_phones text[]) returns setof text
language sql stable security definer set search_path = '' set jit = off as $$
  with asked as materialized (select p as phone, private.phone_key(p) as key from unnest(p_phones) as p),
  erasure_key as materialized (
    select value from private.secrets where name = 'erasure-key' and exists (select from public.erasures where kind = 'phone'))
  select a.phone from asked a
  where exists (select from public.suppressions s where private.phone_key(s.phone_e164) = a.key and s.lifted_at is null)
  union
  select a.phone from asked a cross join erasure_key k
  cross join lateral (values (a.phone), (a.key)) as spelling(text)
  join public.erasures e on e.kind = 'phone' and e.hmac = extensions.hmac(convert_to(spelling.text, 'utf8'), k.value, 'sha256')
$$;

-- What bars a number from being contacted by a campaign now: one row a barred number.
-- The claim asks again under the lock of the contact slots, so what a preview said may have changed.
create function private.contact_bars(p_campaign uuid, p_phones text[]) returns table (phone_e164 text, reason text)
language sql stable security definer set search_path = '' set jit = off set work_mem = '64MB' as $$
  with campaign as materialized (
    select c.id, c.contact_active_elsewhere,
      private.number_setting('contact_limits', 'coolDownDays', 0) as cool_down_days,
      private.number_setting('contact_limits', 'maxContacts', 0) as max_contacts,
      make_interval(days => private.number_setting('contact_limits', 'periodDays', 30)) as period
    from public.campaigns c where c.id = p_campaign),
  asked as materialized (select p as phone, private.phone_key(p) as key from unnest(p_phones) as p),
  judged as (
    select a.phone, case
      when a.phone in (select p from private.suppressed_phones(p_phones) as p) then 'opted_out'
      -- A conversation that has ended bars nobody, even while its campaign runs on.
      when s.active_campaign_id <> c.id and not c.contact_active_elsewhere
        and exists (select from public.campaigns o where o.id = s.active_campaign_id and o.state in ('scheduled', 'running', 'paused'))
        and not exists (select from public.campaign_candidates r join public.session_evidence e on e.session_id = r.session_id
                        where r.id = s.active_recipient_id and e.session_status = 'completed')
        then 'active_elsewhere'
      when c.cool_down_days > 0 and s.active_campaign_id is distinct from c.id
        and s.last_contacted_at > now() - make_interval(days => c.cool_down_days)
        and not exists (select from public.campaign_candidates r
                        where r.phone_e164 = any (private.phone_spellings(a.phone)) and r.campaign_id = c.id and r.contacted_at = s.last_contacted_at)
        then 'cool_down'
      when c.max_contacts > 0 and (select count(*) from public.campaign_candidates r
          where r.phone_e164 = any (private.phone_spellings(a.phone)) and r.campaign_id <> c.id and r.contacted_at > now() - c.period) >= c.max_contacts
        then 'contact_cap'
      end as reason
    from asked a cross join campaign c left join public.contact_slots s on s.phone_e164 = a.key)
  select phone, reason from judged where reason is not null
$$;

-- Whom saved segments find in an office now, each person once, all of them however many. One's own segments serve wherever
-- their owner uses them, shared ones in their office. (plpgsql: what this reads is made further on.)
create function private.segment_people(p_segments uuid[], p_office uuid) returns table (person_id uuid, segment_id uuid)
language plpgsql stable security definer set search_path = '' set jit = off set work_mem = '64MB' as $$
begin
  return query
  select distinct on (a.person_id) a.person_id, s.id
  from public.people_segments s
  cross join lateral private.people_asked(s.filter ->> 'search', array[p_office], s.filter ->> 'tag', s.filter ->> 'place', null) a
  where s.id = any (p_segments) and (s.office_id = p_office or not s.shared)
  order by a.person_id, s.id;
end $$;

-- Whether an audience names a segment that serves it no more.
create function private.misses_segment(p_segments uuid[], p_office uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select from unnest(p_segments) as asked(id)
    where not exists (select from public.people_segments s where s.id = asked.id and (s.office_id = p_office or not s.shared)));
end $$;

-- The planned recipients of a campaign in a fixed order: each person once, from the cards, pools, hand-picked
-- people and saved segments of the campaign's office. The first reason that fits is the one that is told;
-- who was taken out by hand frees their number for the next who has it, and of several people
-- under one number the first of those whom the recruiter prefers has it, else the first.
create function private.campaign_audience(p_campaign uuid) returns setof private.audience_row
language sql stable security definer set search_path = '' set jit = off set work_mem = '64MB' as $$
  with campaign as (
    select c.id, c.office_id, c.job_id, private.audience_ids(c.audience, 'datasetIds') as datasets,
      private.audience_ids(c.audience, 'personIds') as picked, private.audience_ids(c.audience, 'excludedPersonIds') as removed,
      private.audience_ids(c.audience, 'preferredPersonIds') as preferred, private.audience_ids(c.audience, 'segmentIds') as segments,
      private.audience_ids(c.audience, 'notContactedIn') as not_contacted_in,
      lower(trim(coalesce(c.audience -> 'filter' ->> 'trade', ''))) as trade,
      lower(replace(coalesce(c.audience -> 'filter' ->> 'place', ''), ' ', '')) as place,
      case when jsonb_typeof(c.audience -> 'columns') = 'array' then c.audience -> 'columns' else '[]' end as columns
    from public.campaigns c where c.id = p_campaign),
  wanted as (
    select 3 as rank, picked.id as person_id, '{"kind": "person"}'::jsonb as source from campaign c cross join unnest(c.picked) as picked(id)
    union all
    select 4, s.person_id, jsonb_build_object('kind', 'segment', 'id', s.segment_id)
    from campaign c cross join lateral private.segment_people(c.segments, c.office_id) s),
  found as (
    select 1 as rank, k.created_at, k.id as row_id, k.person_id, k.name, k.email, k.phone_given,
      jsonb_build_object('kind', 'column', 'jobId', k.job_id, 'key', k.status) as source
    from campaign c, jsonb_array_elements(c.columns) as x, public.candidates k
    where k.job_id::text = x ->> 'jobId' and k.status = x ->> 'key' and k.office_id = c.office_id
    union all
    select 2, d.created_at, d.id, d.person_id, d.name, d.email, d.phone_given, jsonb_build_object('kind', 'dataset', 'id', d.dataset_id)
    from campaign c join public.dataset_candidates d on d.dataset_id = any (c.datasets) and d.office_id = c.office_id
    where position(c.trade in lower(d.trade)) > 0
      and (position(c.place in replace(lower(d.location), ' ', '')) > 0 or starts_with(replace(lower(d.postcode), ' ', ''), c.place))
    union all
    select w.rank, n.created_at, n.id, po.person_id, n.name, n.email, n.phone_given, w.source
    from campaign c cross join wanted w join public.person_offices po on po.person_id = w.person_id and po.office_id = c.office_id
    cross join lateral (
      select * from (
        select 1 as nth, k.created_at, k.id, k.name, k.email, k.phone_given from public.candidates k
        where k.person_id = po.person_id and k.office_id = po.office_id
        union all
        select 1, d.created_at, d.id, d.name, d.email, d.phone_given from public.dataset_candidates d
        where d.person_id = po.person_id and d.office_id = po.office_id
        union all -- who is known from earlier campaigns only
        select 2, r.created_at, r.id, trim(r.forename || ' ' || r.surname), r.email, r.mobile from public.campaign_candidates r
        where r.person_id = po.person_id and r.office_id = po.office_id) x
      order by nth, created_at, id limit 1) n),
  once as (
    select distinct on (coalesce(f.person_id, f.row_id)) coalesce(f.person_id, f.row_id) as row_key, f.*
    from found f order by coalesce(f.person_id, f.row_id), f.rank, f.created_at, f.row_id),
  placed as (
    select o.*, p.phone_e164, coalesce(nullif(o.phone_given, ''), p.phone_given, '') as given,
      private.phone_key(p.phone_e164) as phone_key, coalesce(o.person_id = any (c.removed), false) as is_removed,
      coalesce(o.person_id = any (c.preferred), false) as is_preferred,
      row_number() over (order by o.rank, o.created_at, p.phone_e164, o.row_id) as place
    from once o cross join campaign c left join public.people p on p.id = o.person_id),
  numbered as (
    select p.*, row_number() over (partition by p.phone_key, p.is_removed order by p.is_preferred desc, p.place) as nth from placed p),
  bars as materialized (
    select b.* from private.contact_bars(p_campaign, (select array_agg(distinct n.phone_e164) from numbered n where n.phone_e164 is not null)) b),
  -- In any spelling, as the contact slots have it.
  contacted as materialized (
    select distinct private.phone_key(r.phone_e164) as phone_key
    from campaign c cross join unnest(c.not_contacted_in) as earlier(id)
    cross join lateral ( -- not joined at will: of no campaign there is nothing to read
      select phone_e164 from public.campaign_candidates where campaign_id = earlier.id
        and delivery_state in ('sending', 'unconfirmed', 'confirmed') and phone_e164 is not null offset 0) r),
  judged as (
    select n.*, case
      when n.phone_e164 is null and n.given = '' then 'no_number'
      when n.phone_e164 is null then 'invalid_number'
      when n.is_removed then 'removed'
      when n.nth > 1 then 'duplicate_number'
      when b.reason = 'opted_out' then b.reason
      when n.phone_key in (select x.phone_key from contacted x) then 'contacted_before'
      else b.reason end as reason
    from numbered n left join bars b on b.phone_e164 = n.phone_e164)
  select j.place, j.row_key, j.person_id, k.id, j.name, j.email, j.given, j.phone_e164, j.source, j.reason
  from judged j cross join campaign c left join public.candidates k on k.job_id = c.job_id and k.person_id = j.person_id
  order by j.place
$$;

revoke all on function private.suppressed_phones(text[]), private.contact_bars(uuid, text[]),
  private.segment_people(uuid[], uuid), private.misses_segment(uuid[], uuid), private.campaign_audience(uuid) from public, anon, authenticated, service_role;
