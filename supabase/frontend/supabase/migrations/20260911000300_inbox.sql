-- Reading the inbox: pages by key in the order of the last activity, an index for every view, and what
-- each view holds, counted up to a limit.

-- Up to when the asker has read what has no mark of its own: a week before they joined, at first.
create function private.read_until() returns timestamptz
language sql stable security definer set search_path = '' as $$
  select coalesce((select read_until from public.inbox_marks where user_id = auth.uid()),
    (select created_at - interval '7 days' from public.profiles where id = auth.uid()))
$$;

-- The offices of a list: all of the asker's, or the one they chose among them.
create function private.listed_offices(p_filter jsonb) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(o), '{}') from unnest(private.my_offices()) o
  where nullif(p_filter ->> 'officeId', '') is null or o = (p_filter ->> 'officeId')::uuid
$$;

-- What a filter asks of conversations c of office o. Fixed text only; its values are parameters:
-- $1 offices, $2 filter, $3 who asks, $4 read until, $5 after (time), $6 after (id), $7 limit, $8 what the search found.
create function private.inbox_condition(p_filter jsonb, p_view text) returns text
language sql immutable set search_path = '' as $$
  select 'c.office_id = o'
    || case p_view
      when 'unread' then ' and c.inbound_count + c.known_calls > 0 and coalesce((
          select c.inbound_count > r.read_inbound or c.known_calls > r.read_calls from public.conversation_reads r
          where r.user_id = $3 and r.conversation_id = c.id),
          c.inbound_count > 0 and coalesce(c.last_inbound_at, c.last_at) > $4 or c.known_calls > 0 and coalesce(c.last_call_at, c.last_at) > $4)'
      when 'interested' then ' and c.status = ''interested'''
      when 'waiting' then ' and c.waiting is not null'
      when 'opted-out' then ' and c.opted_out'
      -- Under two hours left of WhatsApp's 24: src/domain/conversation/whatsapp-window.ts.
      when 'closing' then ' and c.last_at > now() - interval ''24 hours'' and c.last_inbound_at > now() - interval ''24 hours''
          and c.last_inbound_at <= now() - interval ''22 hours'' and not c.opted_out'
      when 'mine' then ' and c.assigned_to = $3'
      else '' end
    || case when not p_filter ? 'assignee' then '' else case p_filter ->> 'assignee'
      when 'me' then ' and c.assigned_to = $3'
      when 'nobody' then ' and c.assigned_to is null'
      when 'colleague' then ' and c.assigned_to is not null and c.assigned_to <> $3'
      else ' and c.assigned_to = ($2 ->> ''assignee'')::uuid' end end
    || case when p_filter ? 'campaignId' then ' and c.campaign_id = ($2 ->> ''campaignId'')::uuid' else '' end
    || case when p_filter ? 'jobId' then ' and c.job_id = ($2 ->> ''jobId'')::uuid' else '' end
    || case p_filter ->> 'channel' when 'whatsapp' then ' and c.message_count > 0' when 'call' then ' and c.call_count > 0' else '' end
    || case when p_filter ? 'search' then ' and c.id = any ($8)' else '' end
$$;

create function private.search_pattern(p_filter jsonb) returns text
language sql immutable set search_path = '' as $$
  select '%' || regexp_replace(trim(p_filter ->> 'search'), '([\\%_])', '\\\1', 'g') || '%'
$$;

-- Conversations whose name, phone or words hold the search, at most 2,000 by each: enough to find what
-- somebody looks for, and never a walk through a million messages for a word like "yes".
create function private.search_hits(p_filter jsonb, p_offices uuid[]) returns uuid[]
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare pattern constant text := private.search_pattern(p_filter);
begin
  if not p_filter ? 'search' then return '{}'; end if;
  return (select coalesce(array_agg(id), '{}') from (
    (select id from public.conversations where who ilike pattern and office_id = any (p_offices) limit 2000)
    union
    -- Fewer than three characters are no trigram, so no index finds them among the messages.
    (select campaign_candidate_id from public.whatsapp_messages where length(pattern) > 4 and body ilike pattern
       and not hidden and office_id = any (p_offices) limit 2000)) s where id is not null);
end $$;

-- One page: {"items": […], "next": {"at", "id"} or null}. p_filter: {"view", "campaignId", "jobId",
-- "channel", "assignee" ("me", "nobody", "colleague": anybody else, or whose id), "search", "officeId"}, what is left out
-- doesn't narrow; p_after: an earlier page's next.
create function public.list_conversations(p_filter jsonb default '{}', p_after jsonb default null, p_limit integer default 50) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  size constant integer := least(greatest(p_limit, 1), 200);
  offices constant uuid[] := private.listed_offices(p_filter);
  found jsonb;
begin
  execute format('
    with page as materialized (
      select c.* from unnest($1) o cross join lateral (
        select c.* from public.conversations c where %s %s order by c.last_at desc, c.id desc limit $7) c
      order by c.last_at desc, c.id desc limit $7)
    select coalesce(jsonb_agg(jsonb_build_object(''id'', c.id, ''name'', trim(r.forename || '' '' || r.surname), ''phone'', r.phone_e164,
      ''campaignId'', c.campaign_id, ''campaignName'', g.name, ''jobTitle'', j.title, ''status'', c.status, ''lastAt'', c.last_at,
      ''lastChannel'', c.last_channel, ''lastDirection'', c.last_direction, ''lastText'', c.last_text, ''lastOutcome'', c.last_outcome,
      ''lastInboundAt'', c.last_inbound_at, ''callCount'', c.call_count, ''messageCount'', c.message_count, ''waiting'', c.waiting,
      ''optedOut'', c.opted_out, ''assignedTo'', c.assigned_to, ''takenOverAt'', c.taken_over_at,
      ''unread'', greatest(0, c.inbound_count - coalesce(d.read_inbound,
        case when coalesce(c.last_inbound_at, c.last_at) > $4 then 0 else c.inbound_count end)),
      ''unreadCalls'', greatest(0, c.known_calls - coalesce(d.read_calls,
        case when coalesce(c.last_call_at, c.last_at) > $4 then 0 else c.known_calls end)))
      order by c.last_at desc, c.id desc), ''[]'')
    from page c join public.campaign_candidates r on r.id = c.id join public.campaigns g on g.id = c.campaign_id
    left join public.jobs j on j.id = c.job_id
    left join public.conversation_reads d on d.user_id = $3 and d.conversation_id = c.id',
    private.inbox_condition(p_filter, p_filter ->> 'view'),
    case when p_after is null then '' else 'and (c.last_at, c.id) < ($5, $6)' end)
  into found
  using offices, p_filter, auth.uid(), private.read_until(), (p_after ->> 'at')::timestamptz, (p_after ->> 'id')::uuid, size,
    private.search_hits(p_filter, offices);
  return jsonb_build_object('items', found, 'next', case when jsonb_array_length(found) = size then
    jsonb_build_object('at', found -> -1 -> 'lastAt', 'id', found -> -1 -> 'id') end);
end $$;

-- How many conversations each view holds under the rest of the filter: {"all": n, "unread": n, …}, each
-- counted up to "most".
create function public.count_conversations(p_filter jsonb default '{}') returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  most constant integer := 1000;
  offices constant uuid[] := private.listed_offices(p_filter);
  hits constant uuid[] := private.search_hits(p_filter, offices);
  view text;
  n integer;
  counts jsonb := jsonb_build_object('most', most);
begin
  foreach view in array array['all', 'unread', 'interested', 'waiting', 'opted-out', 'closing', 'mine'] loop
    execute format('select count(*) from (select from unnest($1) o cross join lateral (
      select from public.conversations c where %s limit $7) c limit $7) s', private.inbox_condition(p_filter, view))
    into n using offices, p_filter, auth.uid(), private.read_until(), null::timestamptz, null::uuid, most, hits;
    counts := counts || jsonb_build_object(view, n);
  end loop;
  return counts;
end $$;

-- What people did with one conversation, and how far the asker has read it; null where nothing was said yet.
create function public.conversation_state(p_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', c.id, 'campaignId', c.campaign_id, 'campaignName', g.name, 'jobId', c.job_id, 'jobTitle', j.title,
    'waiting', c.waiting, 'optedOut', c.opted_out, 'assignedTo', c.assigned_to, 'takenOverAt', c.taken_over_at, 'takenOverBy', c.taken_over_by,
    'sessionOver', c.session_over, 'inboundCount', c.inbound_count, 'knownCalls', c.known_calls,
    -- The agent is told as soon as the backend answers.
    'agentTold', not exists (select from public.backend_commands b where b.recipient_id = c.id and b.kind = 'complete-session' and b.state = 'waiting'),
    'readInbound', coalesce(d.read_inbound, (select count(*) from public.whatsapp_messages m where m.campaign_candidate_id = c.id
      and m.direction = 'inbound' and not m.hidden and coalesce(m.sent_at, c.last_at) <= private.read_until())),
    'readCalls', coalesce(d.read_calls, (select count(*) filter (where k.disposition <> 'pending' and coalesce(k.called_at, c.last_at) <= private.read_until())
        + count(*) filter (where k.overdue_at <= private.read_until())
      from public.call_records k where k.campaign_candidate_id = c.id)))
  from public.conversations c join public.campaigns g on g.id = c.campaign_id left join public.jobs j on j.id = c.job_id
  left join public.conversation_reads d on d.user_id = auth.uid() and d.conversation_id = c.id
  where c.id = p_id and c.office_id = any (private.my_offices())
$$;

revoke all on function private.read_until(), private.listed_offices(jsonb), private.inbox_condition(jsonb, text),
  private.search_pattern(jsonb), private.search_hits(jsonb, uuid[]), public.list_conversations(jsonb, jsonb, integer), public.count_conversations(jsonb),
  public.conversation_state(uuid) from public, anon, authenticated, service_role;
grant execute on function public.list_conversations(jsonb, jsonb, integer), public.count_conversations(jsonb),
  public.conversation_state(uuid) to authenticated;
