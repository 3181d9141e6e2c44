-- What a session says now, as the feed and the live view send it. json, not jsonb: each nesting
-- of jsonb copies it node by node, which took as long as reading it.

-- One row per key, in the order given. p_from: messages with this chat id or a later one;
-- null: none. Chats are cut after p_max_bytes or 5,000 messages, never before the first.
create or replace function rollcall.session_items(
  p_keys text[], p_from bigint[], p_max_bytes int
) returns table (item json, bytes bigint, cut_at bigint, template_of text)
language plpgsql stable
set search_path = ''
as $$
begin
  return query
  select
    json_build_object(
      'session', w.key,
      'aliases', coalesce(chat_ends.aliases, '[]'),
      'messages_from', w.chat_from,
      'messages_to', case when chat.is_cut then chat.last_id end,
      'last_part', not coalesce(chat.is_cut, false),
      'messages', coalesce(chat.messages, '[]'),
      'info', info.item,
      'campaigns', to_jsonb(belongs.campaigns),
      'numbers', coalesce(numbers.items, '[]'),
      'calls', coalesce(calls.items, '[]'),
      'events', coalesce(events.items, '[]'),
      -- The answer holds each template once, under this name.
      'template_of', belongs.template_of,
      'gone', info.item is null and cardinality(belongs.campaigns) = 0
        and not belongs.named and not numbers.named
        and calls.items is null and events.items is null and not chat_ends.named
    ),
    500 + coalesce(chat.bytes, 0) + coalesce(info.bytes, 0) + coalesce(calls.bytes, 0)
      + coalesce(events.bytes, 0),
    case when chat.is_cut then chat.last_id end,
    belongs.template_of
  from (
    select u.ord, u.key collate "C" as key, u.chat_from
    from unnest(p_keys, p_from) with ordinality as u (key, chat_from, ord)
  ) as w
  left join lateral (
    select
      json_agg(json_build_object('id', k.id, 'message', k.message, 'seen_at', k.seen_at)
        order by k.id) filter (where k.kept) as messages,
      max(k.id) filter (where k.kept) as last_id,
      sum(k.bytes) filter (where k.kept) as bytes,
      bool_or(not k.kept) as is_cut
    from (
      select r.*, r.running - r.bytes < p_max_bytes and r.n <= 5000 as kept
      from (
        select c.*, row_number() over (order by c.id) as n,
          sum(c.bytes) over (order by c.id) as running
        from (
          select h.id::bigint as id, h.message, s.seen_at,
            coalesce(octet_length(h.message::text), 0) + 80 as bytes
          from public.chat_history h
          left join rollcall.chat_seen s on s.chat_id = h.id
          where rollcall.session_key(h.session_id) collate "C" = w.key and h.id >= w.chat_from
          order by h.id limit 5001
        ) as c
      ) as r
    ) as k
  ) as chat on true
  -- The first and the last message tell under which ids the chat stands, whatever part is sent.
  cross join lateral (
    select count(*) > 0 as named,
      to_json(array_agg(distinct e.session_id) filter (where e.session_id <> w.key)) as aliases
    from (
      (
        select h.session_id::text as session_id from public.chat_history h
        where rollcall.session_key(h.session_id) collate "C" = w.key order by h.id limit 1
      )
      union all
      (
        select h.session_id::text from public.chat_history h
        where rollcall.session_key(h.session_id) collate "C" = w.key order by h.id desc limit 1
      )
    ) as e
  ) as chat_ends
  left join lateral (
    select i.campaign,
      json_build_object(
        'created_at', i.created_at, 'updated_at', i.updated_at,
        'user_updated', i.user_updated, 'agent_updated', i.agent_updated,
        'last_action', i.last_action, 'action_status', i.action_status,
        'session_status', i.session_status, 'last_user_msg_at', i.last_user_msg_at,
        'last_agent_msg_at', i.last_agent_msg_at, 'last_outbound_at', i.last_outbound_at,
        'next_reminder_at', i.next_reminder_at, 'reminder_count', i.reminder_count,
        'tz', i.tz, 'campaign', i.campaign, 'objectives', i.objectives,
        'latest_batch_call_id', i.latest_batch_call_id
      ) as item,
      600 + coalesce(octet_length(i.objectives::text), 0) as bytes
    from public.session_info i where i.session_id collate "C" = w.key
  ) as info on true
  cross join lateral (
    select coalesce(array_agg(distinct b.campaign) filter (where b.campaign is not null), '{}')
        as campaigns,
      coalesce(bool_or(b.named), false) as named,
      coalesce(info.campaign,
        case when count(distinct b.campaign) = 1 then min(b.campaign) end) as template_of
    from (
      select c.campaign, true as named from public.campaigns c
      where c.session_id collate "C" = w.key
      union all select info.campaign, false
    ) as b
  ) as belongs
  cross join lateral (
    select count(*) > 0 as named,
      jsonb_agg(distinct n.phone_number) filter (where n.phone_number is not null) as items
    from public.numbers n where n.session_id collate "C" = w.key
  ) as numbers
  cross join lateral (
    select
      json_agg(json_build_object(
        'call_id', c.call_id, 'status', c.status, 'called_at', c.called_at,
        'duration_seconds', extract(epoch from c.duration)::text,
        'transcript', c.transcript, 'recording_url', c.recording_url,
        'analysis', c.analysis, 'batch_call_id', c.batch_call_id
      ) order by c.called_at nulls last, c.call_id) as items,
      sum(300 + coalesce(octet_length(c.transcript), 0)
        + coalesce(octet_length(c.analysis::text), 0)) as bytes
    from public.call_info c where c.session_id collate "C" = w.key
  ) as calls
  cross join lateral (
    select
      json_agg(json_build_object(
        'id', e.id, 'objective', e.objective, 'old_value', e.old_value,
        'new_value', e.new_value, 'source', e.source, 'occurred_at', e.occurred_at
      ) order by e.id) as items,
      sum(150 + coalesce(octet_length(e.old_value::text), 0)
        + coalesce(octet_length(e.new_value::text), 0)) as bytes
    from public.session_objective_events e where e.session_id collate "C" = w.key
  ) as events
  order by w.ord;
end
$$;

-- Items for the first of the keys, as many as p_max_bytes holds, at least one. n_items: how
-- many; cut_at: set when the last item's chat goes on after this message id; templates: those
-- that the items name, once each, by campaign.
create or replace function rollcall.page_items(
  p_keys text[], p_from bigint[], p_max_bytes int,
  out items json, out n_items int, out cut_at bigint, out templates json
)
language plpgsql stable
set search_path = ''
as $$
declare
  -- Of what a chunk reads beyond the page's end, nothing is sent: small enough to waste little.
  c_chunk constant int := 100;
  v_items json[] := '{}';
  v_campaigns text[] := '{}';
  v_bytes bigint := 0;
  v_row record;
begin
  for v_start in 1 .. coalesce(cardinality(p_keys), 0) by c_chunk loop
    for v_row in
      select r.* from rollcall.session_items(
        p_keys[v_start : v_start + c_chunk - 1], p_from[v_start : v_start + c_chunk - 1],
        p_max_bytes) as r
    loop
      exit when v_bytes > 0 and v_bytes + v_row.bytes > p_max_bytes;
      v_items := v_items || v_row.item;
      v_bytes := v_bytes + v_row.bytes;
      if v_row.template_of is not null and not v_row.template_of = any (v_campaigns) then
        v_campaigns := v_campaigns || v_row.template_of;
      end if;
      cut_at := v_row.cut_at;
      exit when cut_at is not null;
    end loop;
    exit when cut_at is not null
      or cardinality(v_items) < least(v_start + c_chunk - 1, cardinality(p_keys));
  end loop;
  items := array_to_json(v_items);
  n_items := cardinality(v_items);
  select coalesce(json_object_agg(c.campaign, c.objectives_template), '{}') into templates
  from public.campaign_info c
  where c.campaign = any (v_campaigns) and c.objectives_template is not null;
end
$$;
