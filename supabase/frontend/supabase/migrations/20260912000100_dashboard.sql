-- The first page: what waits for a person, and how the campaigns and jobs go. Everything is counted from
-- indexes that hold just what is counted, so that a million rows beside it cost nothing.

create index candidates_new_interested on public.candidates (office_id, job_id)
  where status = 'interested' and status_set_by = 'automation';
create index candidates_follow_up on public.candidates (office_id, follow_up_on, job_id) where follow_up_on is not null;
create index campaign_candidates_in_need on public.campaign_candidates (office_id, campaign_id, (delivery_state = 'failed'))
  where delivery_state = 'failed' or delivery_code = 'needs_decision';

-- The asker's offices, or the one they chose among them.
create function private.chosen_offices(p_office uuid) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(o), '{}') from unnest(private.my_offices()) o where p_office is null or o = p_office
$$;

-- What waits for a person: {"interested": {"total", "places": [{"id", "name", "count"}, …]}, …}. Places are the
-- jobs or campaigns with the most, up to five; "unmatched" has none.
--   interested  cards that automation moved there and nobody has touched since
--   suggested   cards where the agent disagrees with a person
--   followUps   cards whose follow-up is due today or was, by the office's own date
--   waiting     conversations in which somebody waits for a person
--   failed      recipients whose sending failed for good
--   doubtful    recipients of whom only a person may decide whether to send again
create function public.list_needs(p_office uuid default null) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  offices constant uuid[] := private.chosen_offices(p_office);
  found jsonb;
begin
  with counted as materialized (
    select 'interested' as need, job_id as place, count(*) as n from public.candidates
    where office_id = any (offices) and status = 'interested' and status_set_by = 'automation' group by job_id
    union all
    select 'suggested', job_id, count(*) from public.candidates
    where office_id = any (offices) and suggested_status is not null group by job_id
    union all
    select 'followUps', c.job_id, count(*) from public.offices o join public.candidates c on c.office_id = o.id
    where o.id = any (offices) and c.follow_up_on is not null and c.follow_up_on <= (now() at time zone o.time_zone)::date group by c.job_id
    union all
    select 'waiting', campaign_id, count(*) from public.conversations
    where office_id = any (offices) and waiting is not null group by campaign_id
    union all
    select case when delivery_state = 'failed' then 'failed' else 'doubtful' end, campaign_id, count(*) from public.campaign_candidates
    where office_id = any (offices) and (delivery_state = 'failed' or delivery_code = 'needs_decision') group by 1, 2),
  ranked as (select *, row_number() over (partition by need order by n desc, place) as rank from counted),
  named as (
    select r.need, r.n, r.rank, r.place, coalesce(j.title, g.name) as name from ranked r
    left join public.jobs j on r.need in ('interested', 'suggested', 'followUps') and j.id = r.place
    left join public.campaigns g on r.need in ('waiting', 'failed', 'doubtful') and g.id = r.place
    where r.rank <= 5)
  select coalesce(jsonb_object_agg(t.need, jsonb_build_object('total', t.n, 'places', p.places)), '{}') into found
  from (select need, sum(n)::bigint as n from counted group by need) t
  join (select need, jsonb_agg(jsonb_build_object('id', place, 'name', name, 'count', n) order by rank) as places from named group by need) p using (need);
  return found || jsonb_build_object('unmatched', jsonb_build_object('places', '[]'::jsonb, 'total', (
    select count(*) from public.sync_issues where state = 'open'
      and (office_id = any (offices) or office_id is null and (select private.my_role()) = 'admin'))));
end $$;

-- Campaigns under way with their funnel, the latest launched first, and the jobs nearest to their target:
-- {"campaigns": {"total", "items"}, "jobs": {"total", "items"}}, at most eight and six.
create function public.list_progress(p_office uuid default null) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare offices constant uuid[] := private.chosen_offices(p_office);
begin
  return jsonb_build_object(
    'campaigns', (
      with live as materialized (
        select c.id, c.name, c.state, c.launched_at, j.title, count(*) over () as total
        from public.campaigns c join public.jobs j on j.id = c.job_id
        where c.state in ('scheduled', 'running', 'paused') and c.office_id = any (offices)
        order by c.launched_at desc nulls last, c.id limit 8)
      select jsonb_build_object('total', coalesce(max(total), 0), 'items', coalesce(jsonb_agg(jsonb_build_object(
        'id', l.id, 'name', l.name, 'jobTitle', l.title, 'state', l.state, 'planned', d.planned, 'sent', d.sent, 'statuses', s.statuses)
        order by l.launched_at desc nulls last, l.id), '[]'))
      from live l
      cross join lateral (
        select count(*) as planned, count(*) filter (where delivery_state in ('confirmed', 'unconfirmed')) as sent
        from public.campaign_candidates r where r.campaign_id = l.id) d
      cross join lateral (
        select coalesce(jsonb_object_agg(status, n), '{}') as statuses
        from (select status, count(*) as n from public.campaign_candidates r where r.campaign_id = l.id group by status) g) s),
    'jobs', (
      with open as (
        select j.id, j.title, j.target, h.hired, count(*) over () as total
        from public.jobs j
        cross join lateral (
          select count(*) as hired from public.kanban_columns k join public.candidates c on c.job_id = k.job_id and c.status = k.key
          where k.job_id = j.id and (k.key = 'hired' or k.is_post_hire)) h
        where j.office_id = any (offices) and j.state = 'open' and j.target > 0
        order by least(1.0, h.hired::numeric / j.target) desc, j.created_at desc, j.id limit 6)
      select jsonb_build_object('total', coalesce(max(total), 0), 'items', coalesce(jsonb_agg(jsonb_build_object(
        'id', id, 'title', title, 'target', target, 'hired', hired)
        order by least(1.0, hired::numeric / target) desc, title, id), '[]')) from open),
    'at', now());
end $$;

revoke all on function private.chosen_offices(uuid), public.list_needs(uuid), public.list_progress(uuid) from public, anon, authenticated, service_role;
grant execute on function public.list_needs(uuid), public.list_progress(uuid) to authenticated;
