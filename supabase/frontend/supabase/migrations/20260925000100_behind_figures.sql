-- The rows behind the figures of the first page, so that every number there opens exactly what it counts.

-- Which rows a figure counts, as (at, card, recipient, message): fixed text; $1 offices, $2 filter. Of what happened, `span`
-- has the asked days of each office by its own clock, up to when the figure was counted.
create function private.behind_rows(p_figure text) returns text
language sql immutable set search_path = '' as $$
  select case p_figure
    when 'contacted' then '
      select r.contacted_at as at, null::uuid as card, r.id as recipient, null::uuid as message
      from span s join public.campaigns g on g.office_id = s.office
        and coalesce(g.launched_at, ''-infinity'') < s.ends and coalesce(g.finished_at, ''infinity'') >= s.begins - interval ''1 day''
      join public.campaign_candidates r on r.campaign_id = g.id
      where r.contacted_at >= s.begins and r.contacted_at < s.ends'
    when 'replies' then '
      select m.sent_at as at, null::uuid as card, m.campaign_candidate_id as recipient, m.id as message
      from span s join public.conversations c on c.office_id = s.office and c.last_at >= s.begins and c.last_inbound_at >= s.begins
      join public.whatsapp_messages m on m.campaign_candidate_id = c.id
      where m.direction = ''inbound'' and not m.hidden and m.sent_at >= s.begins and m.sent_at < s.ends'
    -- The first time that somebody was interested, or further at once.
    when 'became-interested' then '
      select e.at, null::uuid as card, e.id as recipient, null::uuid as message
      from (select recipient_id as id, min(occurred_at) as at from public.status_events
            where recipient_id is not null and candidate_id is null and to_status in (''interested'', ''interview'', ''hired'', ''started-work'')
            group by recipient_id) e
      join public.campaign_candidates r on r.id = e.id join public.campaigns g on g.id = r.campaign_id join span s on s.office = g.office_id
      where e.at >= s.begins and e.at < s.ends'
    when 'new-interest' then '
      select status_changed_at as at, id as card, deciding_recipient_id as recipient, null::uuid as message
      from public.candidates where office_id = any ($1) and status = ''interested'' and status_set_by = ''automation'''
    when 'suggested' then '
      select updated_at as at, id as card, deciding_recipient_id as recipient, null::uuid as message
      from public.candidates where office_id = any ($1) and suggested_status is not null'
    when 'follow-ups' then '
      select c.follow_up_on::timestamp at time zone o.time_zone as at, c.id as card, c.deciding_recipient_id as recipient, null::uuid as message
      from public.offices o join public.candidates c on c.office_id = o.id
      where o.id = any ($1) and c.follow_up_on <= (now() at time zone o.time_zone)::date'
    when 'hired' then '
      select c.status_changed_at as at, c.id as card, c.deciding_recipient_id as recipient, null::uuid as message
      from public.kanban_columns k join public.candidates c on c.job_id = k.job_id and c.status = k.key
      where c.office_id = any ($1) and k.job_id = ($2 ->> ''jobId'')::uuid and (k.key = ''hired'' or k.is_post_hire)'
    when 'failed' then '
      select delivery_changed_at as at, null::uuid as card, id as recipient, null::uuid as message
      from public.campaign_candidates where office_id = any ($1) and delivery_state = ''failed'''
    when 'doubtful' then '
      select delivery_changed_at as at, null::uuid as card, id as recipient, null::uuid as message
      from public.campaign_candidates where office_id = any ($1) and delivery_code = ''needs_decision'' and delivery_state <> ''failed'''
  end
$$;

-- One page of the rows behind a figure, and how many there are: {"items": [{"id", "at", "name", "candidateId", "jobId", "recipientId",
-- "campaignId", "place", "status", "statusName", "statusColour", "suggested", "suggestedName", "code", "text", "chatId"}], "total"}. `place` names the job of a card, else the campaign;
-- `text` is the message, or what was said last. p_filter: {"officeId", "from", "to" (days, both included), "until" (a moment),
-- "campaignId", "jobId"}; "from" and "to" are needed for what happened: contacted, replies, became-interested.
create function public.list_behind(p_figure text, p_filter jsonb default '{}', p_page integer default 0, p_size integer default 100) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off set work_mem = '64MB' as $$
declare
  size constant integer := least(greatest(p_size, 1), 200);
  offices constant uuid[] := private.chosen_offices((p_filter ->> 'officeId')::uuid);
  ordering constant text := case p_figure when 'follow-ups' then 'at, id' else 'at desc, id desc' end;
  rows constant text := private.behind_rows(p_figure);
  found jsonb;
begin
  if rows is null then
    perform private.fail('invalid', 'no_such_figure', 'There is no such list.', 'Go back to the dashboard.');
  end if;
  execute format('
    with span as (
      select o.id as office, ($2 ->> ''from'')::date::timestamp at time zone o.time_zone as begins,
        least((($2 ->> ''to'')::date + 1)::timestamp at time zone o.time_zone, ($2 ->> ''until'')::timestamptz + interval ''1 microsecond'') as ends
      from public.offices o where o.id = any ($1)),
    counted as materialized (
      select b.at, b.card, b.recipient, b.message, coalesce(b.message, b.card, b.recipient) as id from (%1$s) b
      where (not $2 ? ''campaignId'' or exists (select from public.campaign_candidates x where x.id = b.recipient and x.campaign_id = ($2 ->> ''campaignId'')::uuid))
        and (not $2 ? ''jobId'' or exists (select from public.candidates x where x.id = b.card and x.job_id = ($2 ->> ''jobId'')::uuid))),
    page as (select * from counted order by %2$s offset $3 limit $4)
    select jsonb_build_object(''total'', (select count(*) from counted), ''items'', coalesce(jsonb_agg(jsonb_build_object(
      ''id'', p.id, ''at'', p.at, ''name'', coalesce(k.name, trim(r.forename || '' '' || r.surname)), ''candidateId'', k.id, ''jobId'', k.job_id,
      ''recipientId'', r.id, ''campaignId'', r.campaign_id, ''place'', coalesce(j.title, g.name), ''status'', coalesce(k.status, r.status),
      ''statusName'', w.name, ''statusColour'', w.colour, ''suggested'', k.suggested_status, ''suggestedName'', u.name, ''code'', r.delivery_code, ''text'', coalesce(left(m.body, 300), c.last_text, ''''), ''chatId'', m.chat_id)
      order by %3$s), ''[]''))
    from page p left join public.candidates k on k.id = p.card left join public.jobs j on j.id = k.job_id
    left join public.campaign_candidates r on r.id = p.recipient left join public.campaigns g on g.id = r.campaign_id
    left join public.conversations c on c.id = r.id left join public.whatsapp_messages m on m.id = p.message
    left join public.kanban_columns w on w.job_id = coalesce(k.job_id, g.job_id) and w.key = coalesce(k.status, r.status)
    left join public.kanban_columns u on u.job_id = k.job_id and u.key = k.suggested_status',
    rows, ordering, case p_figure when 'follow-ups' then 'p.at, p.id' else 'p.at desc, p.id desc' end)
  into found using offices, p_filter, greatest(p_page, 0) * size, size;
  return found;
end $$;

revoke all on function private.behind_rows(text), public.list_behind(text, jsonb, integer, integer) from public, anon, authenticated, service_role;
grant execute on function public.list_behind(text, jsonb, integer, integer) to authenticated;
