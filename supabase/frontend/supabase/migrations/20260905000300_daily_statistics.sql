-- What happened on each day of a campaign, in its office's time zone, for trends. Counted from the records by the bridge's
-- worker every few minutes; whoever asks is told when that was.

create materialized view private.daily_statistics as
  with recipient as (
    select r.id, r.campaign_id, g.office_id, o.time_zone, r.contacted_at
    from public.campaign_candidates r join public.campaigns g on g.id = r.campaign_id join public.offices o on o.id = g.office_id),
  happened as (
    select id, contacted_at as at, 'contacted' as what from recipient where contacted_at is not null
    union all
    select campaign_candidate_id, sent_at, 'reply' from public.whatsapp_messages
    where campaign_candidate_id is not null and direction = 'inbound' and not hidden and sent_at is not null
    union all
    select campaign_candidate_id, min(sent_at), 'first-reply' from public.whatsapp_messages
    where campaign_candidate_id is not null and direction = 'inbound' and not hidden and sent_at is not null group by 1
    union all
    select campaign_candidate_id, called_at, case when private.person_answered(answered_by, disposition) then 'answered' else 'call' end
    from public.call_records where campaign_candidate_id is not null and called_at is not null
    union all
    -- The first time that a recipient came to each status.
    select recipient_id, min(occurred_at), to_status from public.status_events
    where recipient_id is not null and candidate_id is null and to_status in ('interview', 'hired', 'started-work', 'rejected')
    group by recipient_id, to_status
    union all
    -- Interested, or further at once.
    select recipient_id, min(occurred_at), 'gained' from public.status_events
    where recipient_id is not null and candidate_id is null and to_status in ('interested', 'interview', 'hired', 'started-work')
    group by recipient_id)
  select r.office_id, r.campaign_id, (h.at at time zone r.time_zone)::date as day,
    count(*) filter (where what = 'contacted') as contacted, count(*) filter (where what = 'reply') as replies,
    count(*) filter (where what = 'first-reply') as repliers, count(*) filter (where what in ('call', 'answered')) as calls,
    count(*) filter (where what = 'answered') as calls_answered, count(*) filter (where what = 'gained') as interested,
    count(*) filter (where what = 'interview') as interviews, count(*) filter (where what = 'hired') as hired,
    count(*) filter (where what = 'started-work') as started_work, count(*) filter (where what = 'rejected') as rejected
  from happened h join recipient r using (id)
  group by 1, 2, 3;
create unique index daily_statistics_day on private.daily_statistics (campaign_id, day);
create index daily_statistics_office on private.daily_statistics (office_id, day);

-- Null until the first count, which waits for nothing.
create table private.statistics_state (id boolean primary key default true check (id), refreshed_at timestamptz);
alter table private.statistics_state enable row level security;
insert into private.statistics_state default values;

-- Counts anew when the last count is p_minutes old and something was changed since; answers whether it did.
create function public.refresh_statistics(p_minutes integer default 5) returns boolean
language plpgsql security definer set search_path = '' set statement_timeout = '60s' set jit = off as $$
declare last timestamptz;
begin
  select refreshed_at into last from private.statistics_state
  where refreshed_at is null or refreshed_at <= now() - make_interval(mins => p_minutes) for update skip locked;
  if not found then return false; end if;
  -- A minute more, for what was being written while the last count began; the change feed keeps a day.
  if last > now() - interval '23 hours' and not exists (
      select from public.data_changes where changed_at > last - interval '1 minute' and entity_type in ('recipient', 'conversation', 'campaign')) then
    return false;
  end if;
  refresh materialized view concurrently private.daily_statistics;
  update private.statistics_state set refreshed_at = now();
  return true;
end $$;

-- {"refreshedAt", "days": [{"day", "contacted", "replies", "repliers", "calls", "callsAnswered", "interested", "interviews", "hired",
-- "startedWork", "rejected"}]}: every day from the first to p_until, the last included, with zeros where nothing happened.
create function private.trend_of(p_offices uuid[], p_campaign uuid, p_until date, p_days integer) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('refreshedAt', (select refreshed_at from private.statistics_state), 'days', jsonb_agg(jsonb_build_object('day', n.day,
    'contacted', n.contacted, 'replies', n.replies, 'repliers', n.repliers, 'calls', n.calls, 'callsAnswered', n.calls_answered,
    'interested', n.interested, 'interviews', n.interviews, 'hired', n.hired, 'startedWork', n.started_work, 'rejected', n.rejected) order by n.day))
  from (
    select d.day::date as day, coalesce(sum(s.contacted), 0) as contacted, coalesce(sum(s.replies), 0) as replies, coalesce(sum(s.repliers), 0) as repliers,
      coalesce(sum(s.calls), 0) as calls, coalesce(sum(s.calls_answered), 0) as calls_answered, coalesce(sum(s.interested), 0) as interested,
      coalesce(sum(s.interviews), 0) as interviews, coalesce(sum(s.hired), 0) as hired, coalesce(sum(s.started_work), 0) as started_work,
      coalesce(sum(s.rejected), 0) as rejected
    from generate_series(p_until - (greatest(1, least(p_days, 366)) - 1), p_until, interval '1 day') as d(day)
    left join private.daily_statistics s on s.day = d.day::date and s.office_id = any (p_offices) and (p_campaign is null or s.campaign_id = p_campaign)
    group by d.day) n
$$;

-- The last p_days days of each of these campaigns, as far as the asker sees them: up to today, or up to its last day once it has
-- ended. {"<campaign>": {"refreshedAt", "days"}}
create function public.campaign_trends(p_campaigns uuid[], p_days integer default 14) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_object_agg(g.id, private.trend_of(array[g.office_id], g.id, coalesce(
    case when g.finished_at is not null then greatest((g.finished_at at time zone o.time_zone)::date,
      (select max(s.day) from private.daily_statistics s where s.campaign_id = g.id)) end,
    (now() at time zone o.time_zone)::date), p_days)), '{}')
  from public.campaigns g join public.offices o on o.id = g.office_id
  where g.id = any (p_campaigns) and g.office_id = any (private.my_offices())
$$;

-- The last p_days days of one of the asker's offices, or of all of them; today is the office's, or else UTC's.
create function public.office_trend(p_office uuid default null, p_days integer default 30) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare mine uuid[] := private.my_offices();
begin
  if p_office is not null and not p_office = any (mine) then
    perform private.fail('not_found', 'not_visible', 'This office is not there, or not yours to see.', 'Ask an admin whether you belong to it.');
  end if;
  return private.trend_of(case when p_office is null then mine else array[p_office] end, null,
    (now() at time zone coalesce((select time_zone from public.offices where id = p_office), 'UTC'))::date, p_days);
end $$;

revoke all on private.daily_statistics, private.statistics_state from public, anon, authenticated, service_role;
revoke all on function public.refresh_statistics(integer), private.trend_of(uuid[], uuid, date, integer), public.campaign_trends(uuid[], integer),
  public.office_trend(uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.refresh_statistics(integer) to service_role;
grant execute on function public.campaign_trends(uuid[], integer), public.office_trend(uuid, integer) to authenticated;
