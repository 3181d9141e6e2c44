-- What a campaign's page tells beside its ledger: what was found out, what was done by whom, and
-- what exactly was sent for one recipient.

-- Fails unless the asker may look at this campaign; answers it.
create function private.visible_campaign(p_campaign uuid) returns public.campaigns
language plpgsql stable security definer set search_path = '' as $$
declare found public.campaigns;
begin
  select * into found from public.campaigns where id = p_campaign and office_id = any (private.my_offices());
  if found.id is null then
    perform private.fail('not_found', 'not_visible', 'This is not there, or not yours to see.', 'Ask an admin whether you belong to its office.');
  end if;
  return found;
end $$;

-- What was found out: {"reached", "objectives": [{"key", "name", "goalType", "answered", "values": [{"value", "count"}]}]}.
-- `reached` is who was contacted; a recipient of several sessions counts once a value. Of the values the 12 most
-- frequent are named. `goalType` is null for a key that nobody asked for here.
create function public.campaign_results(p_campaign uuid) returns jsonb
language sql stable security invoker set search_path = '' set jit = off set work_mem = '64MB' as $$
  with asked as (
    select objective_key as key, name, goal_type, 1 as part, position from public.campaign_targets where campaign_id = p_campaign
    union all
    select objective_key, name, 'text', 2, position from public.campaign_matrices where campaign_id = p_campaign),
  fact as materialized (
    select distinct r.id, o.key, o.value ->> 'value' as value
    from public.campaign_candidates r join public.session_evidence e on e.recipient_id = r.id and not e.gone and e.objectives <> '{}'
    cross join lateral jsonb_each(e.objectives) as o(key, value)
    where r.campaign_id = p_campaign and o.value ->> 'value' is not null),
  counted as (
    select key, value, count(*) as n, row_number() over (partition by key order by count(*) desc, value) as nth from fact group by key, value),
  answered as (select key, count(distinct id) as n from fact group by key),
  objective as (
    select coalesce(a.key, k.key) as key, a.name, a.goal_type, a.part, a.position, coalesce(k.n, 0) as answered
    from asked a full join answered k using (key))
  select jsonb_build_object(
    'reached', (select count(*) from public.campaign_candidates where campaign_id = p_campaign and delivery_state in ('confirmed', 'unconfirmed')),
    'objectives', coalesce((select jsonb_agg(jsonb_build_object('key', o.key, 'name', o.name, 'goalType', o.goal_type, 'answered', o.answered,
        'values', coalesce((select jsonb_agg(jsonb_build_object('value', c.value, 'count', c.n) order by c.nth)
          from counted c where c.key = o.key and c.nth <= 12), '[]')) order by o.part nulls last, o.position, o.key)
      from objective o), '[]'))
$$;

-- Where a campaign has its people from, as the launch froze them; `ready` is who was to be contacted.
create function public.campaign_sources(p_campaign uuid) returns jsonb
language sql stable security definer set search_path = '' set jit = off as $$
  select private.sources_of(c.id, (select coalesce(jsonb_agg(n), '[]') from (
    select source, count(*) as planned, count(*) filter (where exclusion_reason is null) as ready
    from public.campaign_candidates where campaign_id = c.id group by source) n))
  from private.visible_campaign(p_campaign) c
$$;

-- What people and Rollcall did to a campaign, latest first, at most 200 lines:
-- [{"at", "action", "who", "details"}]; `who` is null where Rollcall did it by itself.
create function public.campaign_timeline(p_campaign uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  with campaign as (select (private.visible_campaign(p_campaign)).*),
  line as (
    select a.occurred_at as at, a.action, a.actor_id as actor, a.details, a.id::text as id
    from campaign c join public.audit_log a on a.entity_type = 'campaign' and a.entity_id = c.id::text
    union all
    select c.created_at, 'create', c.created_by, case when s.id is null then '{}'::jsonb
      else jsonb_build_object('copiedFrom', s.id, 'name', s.name) end, ''
    from campaign c left join public.campaigns s on s.id = c.copied_from)
  select coalesce(jsonb_agg(jsonb_build_object('at', l.at, 'action', l.action, 'details', l.details,
    'who', case when l.actor is not null then coalesce(nullif(p.full_name, ''), p.email, '?') end) order by l.at desc, l.id desc), '[]')
  from (select * from line order by at desc, id desc limit 200) l left join public.profiles p on p.id = l.actor
$$;

-- What was sent for one recipient and what the agents' side answered: {"batch", "task", "payload", as text, "decision"}.
-- `batch.id` is the webhook-id that was signed with the body, `batch.payloadHash` the body's SHA-256; of the batch's tasks
-- only this recipient's is shown. Everything is null before anything was frozen. `decision` is a person's word about this
-- recipient, {"action", "at", "who"}: counted as sent, or sent again; what it changed carries the time of its line.
create function public.recipient_delivery(p_recipient uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('payload', l.payload::text,
    'decision', (
      select jsonb_build_object('action', a.action, 'at', a.occurred_at, 'who', coalesce(nullif(p.full_name, ''), p.email, '?'))
      from public.audit_log a left join public.profiles p on p.id = a.actor_id
      where a.entity_type = 'campaign' and a.entity_id = r.campaign_id::text
        and ((a.action = 'take-as-sent' and r.delivery_code = 'taken_as_sent' and a.occurred_at = r.delivery_changed_at)
          or (a.action = 'retry' and a.occurred_at = b.created_at))
      order by a.id desc limit 1),
    'task', case when r.session_id is not null then private.task_of(c.slug, c.uid, r.phone_e164) end,
    'batch', case when b.id is not null then jsonb_build_object('id', b.id, 'position', b.position, 'state', b.state, 'attempts', b.attempts,
      'resends', b.resends, 'firstPostedAt', b.first_posted_at, 'lastStatus', b.last_status, 'lastCode', b.last_code,
      'payloadHash', b.payload_hash, 'acknowledgement', b.acknowledgement,
      'tasks', coalesce(jsonb_array_length(b.tasks), (select count(*)::integer from public.campaign_candidates x where x.batch_id = b.id))) end)
  from public.campaign_candidates r
  cross join lateral private.visible_campaign(r.campaign_id) c
  left join public.launches l on l.id = r.launch_id
  left join public.launch_batches b on b.id = r.batch_id
  where r.id = p_recipient
$$;

-- Leaves a line about a file that was taken out of the app.
create function public.note_campaign_export(p_campaign uuid, p_rows integer) returns void
language plpgsql security definer set search_path = '' as $$
declare campaign public.campaigns := private.visible_campaign(p_campaign);
begin
  perform private.audit(auth.uid(), 'export', 'campaign', p_campaign::text, campaign.office_id, jsonb_build_object('rows', p_rows));
end $$;

revoke all on function private.visible_campaign(uuid), public.campaign_results(uuid), public.campaign_sources(uuid), public.campaign_timeline(uuid),
  public.recipient_delivery(uuid), public.note_campaign_export(uuid, integer)
  from public, anon, authenticated, service_role;
grant execute on function public.campaign_results(uuid), public.campaign_sources(uuid), public.campaign_timeline(uuid), public.recipient_delivery(uuid),
  public.note_campaign_export(uuid, integer) to authenticated;
