-- Hours in which people may be contacted, on the wall clock of where they are.
-- src/domain/hours/calling-window.ts has the same rules; a test holds the two against each other.

-- True for a zone this database knows by its IANA name. Abbreviations and formulas, which
-- PostgreSQL takes too, know nothing of summer time.
create function private.is_time_zone(p_zone text) returns boolean
language plpgsql immutable parallel safe set search_path = '' as $$
begin
  if p_zone is null or p_zone !~ '^([A-Za-z]+(/[A-Za-z0-9_+-]+)+|UTC)$' then return false; end if;
  perform timestamp '2026-01-01' at time zone p_zone;
  return true;
exception when invalid_parameter_value then
  return false;
end $$;

-- {"days": [1..7], "from": "HH:MM", "to": "HH:MM" or "24:00"}, and nothing that a claim could stumble over.
create function private.is_calling_window(p_window jsonb) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(jsonb_typeof(p_window) = 'object'
    and (p_window ->> 'from') ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
    and (p_window ->> 'to') ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'
    and jsonb_typeof(p_window -> 'days') = 'array' and jsonb_array_length(p_window -> 'days') > 0
    and p_window -> 'days' <@ '[1, 2, 3, 4, 5, 6, 7]', false)
$$;

alter table public.offices add check (private.is_time_zone(time_zone));
alter table public.people add check (time_zone is null or private.is_time_zone(time_zone));
alter table public.campaigns add check (time_zone is null or private.is_time_zone(time_zone)),
  add check (calling_hours is null or private.is_calling_window(calling_hours));

-- Minutes since the wall's midnight that a time of a window stands for.
create function private.clock_minutes(p_time text) returns integer
language sql immutable parallel safe set search_path = '' as $$
  select split_part(p_time, ':', 1)::integer * 60 + split_part(p_time, ':', 2)::integer
$$;

-- What the wall is ahead of UTC by, in minutes.
create function private.zone_offset(p_at timestamptz, p_zone text) returns integer
language sql stable set search_path = '' as $$
  select (extract(epoch from (p_at at time zone p_zone) - (p_at at time zone 'UTC')) / 60)::integer
$$;

create function private.is_open_at(p_window jsonb, p_at timestamptz, p_zone text) returns boolean
language sql stable set search_path = '' as $$
  select case when opens < closes then today and minutes >= opens and minutes < closes
    else today and minutes >= opens or yesterday and minutes < closes end
  from (
    select private.clock_minutes(p_window ->> 'from') as opens, private.clock_minutes(p_window ->> 'to') as closes,
      (extract(hour from wall) * 60 + extract(minute from wall))::integer as minutes,
      p_window -> 'days' @> to_jsonb(extract(isodow from wall)::integer) as today,
      p_window -> 'days' @> to_jsonb(extract(isodow from wall - interval '1 day')::integer) as yesterday
    from (select p_at at time zone p_zone as wall) w) n
$$;

-- The first instant between the two, to the minute, at which the zone's offset is another.
create function private.clock_change(p_before timestamptz, p_after timestamptz, p_zone text) returns timestamptz
language plpgsql stable set search_path = '' as $$
declare
  low bigint := floor(extract(epoch from p_before) / 60);
  high bigint := extract(epoch from p_after) / 60;
  before constant integer := private.zone_offset(to_timestamp(low * 60), p_zone);
  middle bigint;
begin
  while high - low > 1 loop
    middle := (low + high) / 2;
    if private.zone_offset(to_timestamp(middle * 60), p_zone) = before then low := middle; else high := middle; end if;
  end loop;
  return to_timestamp(high * 60);
end $$;

-- The first instant, at or after the given one, at which the window is open; while it is open that
-- is the instant itself.
create function private.next_opening(p_window jsonb, p_at timestamptz, p_zone text) returns timestamptz
language plpgsql stable set search_path = '' as $$
declare
  at timestamptz := p_at;
  opening timestamptz;
  wall timestamp;
  wait integer;
begin
  -- Each round ends at an opening or passes one change of the clocks; no week has two.
  for round in 1..4 loop
    if private.is_open_at(p_window, at, p_zone) then return at; end if;
    wall := at at time zone p_zone;
    select min(x.wait) into wait
    from (
      select ahead * 1440 + private.clock_minutes(p_window ->> 'from') - (extract(hour from wall) * 60 + extract(minute from wall))::integer as wait
      from generate_series(0, 7) as ahead
      where p_window -> 'days' @> to_jsonb(extract(isodow from wall + make_interval(days => ahead))::integer)) x
    where x.wait > 0;
    opening := to_timestamp(floor(extract(epoch from at) / 60) * 60) + make_interval(mins => wait);
    at := case when private.zone_offset(opening, p_zone) = private.zone_offset(at, p_zone) then opening
      else private.clock_change(at, opening, p_zone) end;
  end loop;
  return null;
end $$;

-- A campaign's hours: its own, else those of the settings, else Monday to Saturday from nine to eight.
create function private.calling_window(p_campaign uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(
    (select calling_hours from public.campaigns where id = p_campaign),
    (select value from public.settings where key = 'calling_hours' and private.is_calling_window(value)),
    '{"days": [1, 2, 3, 4, 5, 6], "from": "09:00", "to": "20:00"}')
$$;

-- When each of a batch's people who wait or are held may be contacted: a time that has come, or one to come.
-- The zone is the person's own, else the campaign's, else the office's. `code` is why not now: the hours, or that WhatsApp
-- wants nothing sent to this number for a while.
create function private.batch_openings(p_batch uuid) returns table (recipient_id uuid, opens_at timestamptz, code text)
language sql stable security definer set search_path = '' set jit = off as $$
  with placed as materialized (
    select r.id, c.id as campaign_id, coalesce(p.time_zone, c.time_zone, o.time_zone) as zone,
      case when s.not_before > now() then s.not_before end as not_before
    from public.campaign_candidates r
    join public.campaigns c on c.id = r.campaign_id join public.offices o on o.id = c.office_id
    left join public.people p on p.id = r.person_id
    left join public.contact_slots s on s.phone_e164 = private.phone_key(r.phone_e164)
    where r.batch_id = p_batch and r.delivery_state in ('waiting', 'held')),
  zones as materialized (
    select z.zone, private.next_opening(private.calling_window(z.campaign_id), now(), z.zone) as opens_at
    from (select distinct campaign_id, zone from placed) z)
  select p.id, case when p.not_before is null then z.opens_at
      else private.next_opening(private.calling_window(p.campaign_id), p.not_before, p.zone) end,
    case when p.not_before is null then 'quiet_hours' else 'backed_off' end
  from placed p join zones z using (zone)
$$;

-- Where a person is, as somebody told; null takes it back. Who is held because of it is looked at anew.
create function public.set_person_time_zone(p_person uuid, p_time_zone text) returns void
language plpgsql security definer set search_path = '' as $$
declare office uuid := (select office_id from public.person_offices where person_id = p_person and office_id = any (private.my_offices()) limit 1);
begin
  perform private.require_office(coalesce(
    (select office_id from public.person_offices where person_id = p_person and office_id = any (private.my_writable_offices()) limit 1), office));
  if p_time_zone is not null and not private.is_time_zone(p_time_zone) then
    perform private.fail('invalid', 'time_zone_unknown', 'This time zone is not known.', 'Choose one like "Europe/Warsaw".');
  end if;
  update public.people set time_zone = p_time_zone, updated_at = now() where id = p_person;
  update public.launch_batches b set next_attempt_at = now()
  from public.campaign_candidates r
  where r.person_id = p_person and r.delivery_state = 'held' and b.id = r.batch_id and b.state = 'waiting';
  perform private.audit(auth.uid(), 'set-time-zone', 'person', p_person::text, office, jsonb_build_object('timeZone', p_time_zone));
end $$;

revoke all on function private.is_time_zone(text), private.is_calling_window(jsonb), private.clock_minutes(text),
  private.zone_offset(timestamptz, text), private.is_open_at(jsonb, timestamptz, text),
  private.clock_change(timestamptz, timestamptz, text), private.next_opening(jsonb, timestamptz, text),
  private.calling_window(uuid), private.batch_openings(uuid), public.set_person_time_zone(uuid, text)
  from public, anon, authenticated, service_role;
-- A check is made with the writer's rights.
grant execute on function private.is_time_zone(text), private.is_calling_window(jsonb) to authenticated, service_role;
grant execute on function public.set_person_time_zone(uuid, text) to authenticated;
