-- The log of calls, and recordings: which hosts they may come from, and who played them.

create index call_records_log on public.call_records (office_id, called_at desc nulls last, id desc);
create index call_records_outcome on public.call_records (office_id, disposition, called_at desc nulls last, id desc);
create index call_records_duration on public.call_records (office_id, duration_seconds desc nulls last, id desc);

create index call_records_pending on public.call_records (coalesce(called_at, created_at)) where disposition = 'pending' and overdue_at is null;

-- Notes calls of which nothing came for four hours, a voice provider's longest call and its analysis long behind them, so that
-- they are told as such and are news; what comes later still counts, as news of its own. The oldest p_limit; answers how many.
-- src/domain/call/call-outcome.ts has the same hours, for words.
create function public.note_overdue_calls(p_limit integer default 1000) returns integer
language sql security definer set search_path = '' as $$
  with due as (
    select id, coalesce(called_at, created_at) + interval '4 hours' as since from public.call_records
    where disposition = 'pending' and overdue_at is null and coalesce(called_at, created_at) < now() - interval '4 hours'
    order by coalesce(called_at, created_at) limit p_limit for update skip locked),
  noted as (update public.call_records c set overdue_at = due.since from due where c.id = due.id returning 1)
  select count(*)::integer from noted
$$;

-- Hosts whose recordings may be played in the app.
insert into public.settings (key, value) values ('recording_hosts', '[]');

-- The disposition that an outcome is kept as, which the index knows.
create function private.stored_outcome(p_outcome text) returns text
language sql immutable set search_path = '' return case p_outcome when 'no-result' then 'pending' else p_outcome end;

-- What a filter asks of calls c of office o; $2 is the filter, $4 the search.
create function private.calls_condition(p_filter jsonb) returns text
language sql immutable set search_path = '' as $$
  select 'c.office_id = o and c.campaign_candidate_id is not null'
    || case when p_filter ? 'outcomes' then ' and c.disposition in (select private.stored_outcome(v) from jsonb_array_elements_text($2 -> ''outcomes'') v)'
        || case when p_filter -> 'outcomes' ? 'pending' = p_filter -> 'outcomes' ? 'no-result' then ''
          else ' and private.call_outcome(c.disposition, c.overdue_at) in (select jsonb_array_elements_text($2 -> ''outcomes''))' end
      else '' end
    || case when p_filter ? 'minSeconds' then ' and c.duration_seconds >= ($2 ->> ''minSeconds'')::integer' else '' end
    || case when p_filter ? 'maxSeconds' then ' and c.duration_seconds < ($2 ->> ''maxSeconds'')::integer' else '' end
    || case when p_filter ? 'from' then ' and c.called_at >= ($2 ->> ''from'')::timestamptz' else '' end
    || case when p_filter ? 'to' then ' and c.called_at < ($2 ->> ''to'')::timestamptz' else '' end
    || case when p_filter ? 'campaignId' then ' and exists (select from public.campaign_candidates x
        where x.id = c.campaign_candidate_id and x.campaign_id = ($2 ->> ''campaignId'')::uuid)' else '' end
    || case when p_filter ? 'search' then ' and c.campaign_candidate_id in (select x.id from public.conversations x where x.who ilike $4)' else '' end
$$;

-- One page of calls and how many there are: {"items": […], "total"}. p_filter: {"outcomes", "minSeconds",
-- "maxSeconds" (below), "from", "to" (before), "campaignId", "search", "officeId"}; p_sort: called_at or
-- duration, "-" before it for the latest or longest first; pages count from 0.
create function public.list_calls(p_filter jsonb default '{}', p_sort text default '-called_at', p_page integer default 0, p_size integer default 100)
returns jsonb language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  size constant integer := least(greatest(p_size, 1), 200);
  condition constant text := private.calls_condition(p_filter);
  ordering constant text := case ltrim(p_sort, '-') when 'duration' then 'duration_seconds' else 'called_at' end
    || case when p_sort like '-%' then ' desc nulls last, id desc' else ' asc nulls first, id asc' end;
  found jsonb;
  total bigint;
begin
  execute format('
    with page as materialized (
      select c.* from unnest($1) o cross join lateral (
        select c.* from public.call_records c where %1$s order by %2$s limit $3 + $5) c order by %2$s offset $3 limit $5),
    numbered as (select c.*, row_number() over (order by %2$s) as place from page c)
    select coalesce(jsonb_agg(jsonb_build_object(''id'', c.id, ''recipientId'', r.id, ''name'', trim(r.forename || '' '' || r.surname),
      ''campaignId'', r.campaign_id, ''campaignName'', g.name, ''calledAt'', c.called_at, ''durationSeconds'', c.duration_seconds,
      ''transport'', c.transport, ''disposition'', private.call_outcome(c.disposition, c.overdue_at), ''reason'', c.reason, ''endedBy'', c.ended_by,
      ''hasRecording'', c.recording_url is not null, ''summary'', c.summary) order by c.place), ''[]'')
    from numbered c join public.campaign_candidates r on r.id = c.campaign_candidate_id join public.campaigns g on g.id = r.campaign_id',
    condition, ordering)
  into found using private.listed_offices(p_filter), p_filter, greatest(p_page, 0) * size, private.search_pattern(p_filter), size;
  execute format('select count(*) from unnest($1) o join public.call_records c on %s', condition)
  into total using private.listed_offices(p_filter), p_filter, 0, private.search_pattern(p_filter), size;
  return jsonb_build_object('items', found, 'total', total);
end $$;

-- The host of a recording that a browser may be sent to: https, or http on the machine itself (the demo's).
-- Null for any other address, one with a user's name in it among them.
create function private.recording_host(p_url text) returns text
language sql immutable set search_path = '' as $$
  select case when p_url ~* '^https://' or host in ('127.0.0.1', 'localhost') then host end
  from (select lower(substring(p_url from '(?i)^https?://([a-z0-9.-]+)(?::[0-9]+)?(?:[/?#]|$)')) as host) h
$$;

-- Says that the asker plays a call's recording, and answers where it is: {"url"}.
create function public.play_recording(p_call uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c public.call_records;
  host text;
begin
  select * into c from public.call_records where id = p_call and office_id = any (private.my_offices());
  if c.id is null then
    perform private.fail('not_found', 'not_visible', 'This call is not there, or not yours to see.', 'Ask an admin whether you belong to its office.');
  end if;
  host := private.recording_host(c.recording_url);
  if host is null then
    perform private.fail('invalid', 'no_recording', 'There is no recording of this call.', 'The voice provider may not have kept one.');
  end if;
  if not exists (select from public.settings where key = 'recording_hosts' and value ? host) then
    perform private.fail('invalid', 'recording_host_not_allowed', format('Recordings from %s are not allowed here yet.', host),
      'An admin allows the host if it is your voice provider''s.');
  end if;
  perform private.audit(auth.uid(), 'play-recording', 'call', c.id::text, c.office_id, jsonb_build_object('recipientId', c.campaign_candidate_id));
  return jsonb_build_object('url', c.recording_url);
end $$;

-- Who played a call's recording, latest first: [{"name", "at"}].
create function public.recording_plays(p_call uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('name', p.full_name, 'at', p.occurred_at) order by p.occurred_at desc), '[]')
  from (select f.full_name, a.occurred_at from public.audit_log a left join public.profiles f on f.id = a.actor_id
        where a.entity_type = 'call' and a.entity_id = p_call::text and a.action = 'play-recording'
          and exists (select from public.call_records c where c.id = p_call and c.office_id = any (private.my_offices()))
        order by a.occurred_at desc limit 20) p
$$;

-- Lets recordings of a host be played.
create function public.allow_recording_host(p_host text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_admin();
  if p_host !~ '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$' then
    perform private.fail('invalid', 'not_a_host', 'This is not the name of a host.', 'Write it without https:// and without a path, in small letters.');
  end if;
  update public.settings set value = (select jsonb_agg(distinct h order by h) from jsonb_array_elements_text(value || to_jsonb(p_host)) h),
    updated_by = auth.uid(), updated_at = now() where key = 'recording_hosts';
  perform private.audit(auth.uid(), 'allow-recording-host', 'settings', 'recording_hosts', null, jsonb_build_object('host', p_host));
end $$;

revoke all on function public.note_overdue_calls(integer), private.stored_outcome(text), private.calls_condition(jsonb), private.recording_host(text), public.list_calls(jsonb, text, integer, integer),
  public.play_recording(uuid), public.recording_plays(uuid), public.allow_recording_host(text) from public, anon, authenticated, service_role;
grant execute on function public.list_calls(jsonb, text, integer, integer), public.play_recording(uuid), public.recording_plays(uuid),
  public.allow_recording_host(text) to authenticated;
grant execute on function public.note_overdue_calls(integer) to service_role;
