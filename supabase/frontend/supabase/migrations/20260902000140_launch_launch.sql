-- The launch: the ledger, the outbox and the state move in one transaction, or not at all.

-- Moves a campaign to a state and leaves a line in the audit log; the asker is null for automation.
create function private.move_campaign(p_campaign uuid, p_to text, p_actor uuid, p_action text, p_reason text default '') returns void
language plpgsql security definer set search_path = '' as $$
declare before public.campaigns;
begin
  select * into before from public.campaigns where id = p_campaign for no key update;
  update public.campaigns set state = p_to, state_reason = p_reason,
    finished_at = case when p_to in ('completed', 'stopped', 'failed') then now() end
  where id = p_campaign;
  perform private.audit(p_actor, p_action, 'campaign', p_campaign::text, before.office_id,
    jsonb_strip_nulls(jsonb_build_object('from', before.state, 'to', p_to, 'reason', nullif(p_reason, ''))));
end $$;

create function private.launch_answer(p_result text, p_launch public.launches) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('result', p_result, 'launchId', p_launch.id, 'state', c.state,
    'planned', (select count(*) from public.campaign_candidates r where r.campaign_id = p_launch.campaign_id and r.launch_id = p_launch.id))
  from public.campaigns c where c.id = p_launch.campaign_id
$$;

-- Cards for those who have none on the campaign's board, under the policy 'launch'.
create function private.add_launch_cards(p_campaign public.campaigns, p_rows private.audience_row[]) returns void
language sql security definer set search_path = '' set jit = off set work_mem = '64MB' as $$
  insert into public.candidates (job_id, office_id, person_id, name, phone_given, email, created_by)
  select p_campaign.job_id, p_campaign.office_id, r.person_id, r.name, r.phone_given, r.email, null
  from unnest(p_rows) r where r.reason is null and r.candidate_id is null
  order by r.place
  on conflict (job_id, person_id) where person_id is not null do nothing
$$;

-- Until when a campaign's tasks may be sent: so many hours from its start, or from now where it has begun.
create function private.task_expiry(p_campaign public.campaigns) returns timestamptz
language sql stable security definer set search_path = '' as $$
  select greatest(now(), p_campaign.starts_at)
    + make_interval(hours => coalesce(p_campaign.task_expiry_hours, private.number_setting('sending', 'taskExpiryHours', 168)))
$$;

-- One line of the ledger for everybody planned; who is contacted is cut into batches.
create function private.write_ledger(p_campaign public.campaigns, p_launch uuid, p_rows private.audience_row[]) returns void
language plpgsql security definer set search_path = '' set jit = off set work_mem = '64MB' set enable_seqscan = off as $$
declare
  size integer := greatest(1, least(2000, private.number_setting('sending', 'batchSize', 500)));
  batches uuid[];
  expires timestamptz := private.task_expiry(p_campaign);
begin
  insert into public.launch_batches (launch_id, campaign_id, position)
  select p_launch, p_campaign.id, n
  from generate_series(1, (select ((count(*) + size - 1) / size)::integer from unnest(p_rows) r where r.reason is null)) as n;
  select array_agg(id order by position) into batches from public.launch_batches where launch_id = p_launch;

  -- Ids that rise with the place keep a campaign's people together in every index and in their order.
  insert into public.campaign_candidates (id, campaign_id, office_id, launch_id, batch_id, person_id, candidate_id, forename, surname,
    mobile, phone_e164, email, source, session_id, delivery_state, exclusion_reason, expires_at)
  select overlay(p_launch::text placing lpad(to_hex(r.place), 12, '0') from 25)::uuid,
    p_campaign.id, p_campaign.office_id, p_launch, case when r.reason is null then batches[(r.ready_place + size - 1) / size] end,
    r.person_id, coalesce(r.candidate_id, k.id),
    split_part(trim(r.name), ' ', 1), trim(substr(trim(r.name), length(split_part(trim(r.name), ' ', 1)) + 1)),
    r.phone_given, r.phone_e164, r.email, r.source,
    case when r.reason is null then private.session_id_of(p_campaign.slug, p_campaign.uid, r.phone_e164) end,
    case when r.reason is null then 'waiting' else 'excluded' end, r.reason,
    case when r.reason is null then expires end
  from (select a.*, count(*) filter (where a.reason is null) over (order by a.place) as ready_place from unnest(p_rows) a) r
  left join public.candidates k on r.candidate_id is null and k.job_id = p_campaign.job_id and k.person_id = r.person_id
  order by r.place;
end $$;

-- The rules by which this campaign's objectives become statuses, as src/domain/status compiled them.
create function private.write_status_rules(p_campaign uuid, p_rules jsonb) returns void
language sql security definer set search_path = '' as $$
  delete from public.status_rules r using public.campaigns c where c.id = p_campaign and r.campaign_id = c.id and r.rules_version = c.rules_version;
  insert into public.status_rules (campaign_id, rules_version, position, objective_key, status, rank, is_refusal)
  select c.id, c.rules_version, x.position, x."objectiveKey", x.status, x.rank, x."isRefusal"
  from public.campaigns c, jsonb_to_recordset(p_rules) as x(position integer, "objectiveKey" text, status text, rank double precision, "isRefusal" boolean)
  where c.id = p_campaign
$$;

-- Answers {"result": "launched" | "repeated", "launchId", "planned", "state"}, or, when audience or content are not
-- those of the preview, {"result": "changed", "preview", "difference"}. p_payload and p_rules are
-- made from the source with p_source_digest.
create function public.launch_campaign(p_campaign uuid, p_actor uuid, p_preview_hash text, p_payload json, p_rules jsonb,
  p_source_digest text) returns jsonb language plpgsql security definer set search_path = '' set jit = off set work_mem = '64MB' as $$
declare
  campaign public.campaigns;
  launch public.launches;
  planned private.audience_row[];
  preview jsonb;
begin
  select * into campaign from public.campaigns where id = p_campaign for update;
  if campaign.id is null then
    perform private.fail('not_found', 'campaign_not_found', 'This campaign is not there any more.', 'Go back to the list of campaigns.');
  end if;
  select * into launch from public.launches where campaign_id = p_campaign;
  if launch.id is not null then return private.launch_answer('repeated', launch); end if;
  if campaign.state <> 'draft' then
    perform private.fail('conflict', 'not_a_draft', 'Only a draft can be launched.', 'Duplicate the campaign to run it again.');
  end if;

  select array_agg(a) into planned from private.campaign_audience(p_campaign) a;
  preview := private.preview_of(p_campaign, planned);
  if preview ->> 'hash' is distinct from p_preview_hash or (select md5(s::text) from private.launch_source(p_campaign) s) is distinct from p_source_digest then
    return jsonb_build_object('result', 'changed', 'preview', preview, 'difference', private.preview_difference(p_preview_hash, preview));
  end if;
  if jsonb_array_length(preview -> 'problems') > 0 then
    perform private.fail('invalid', preview -> 'problems' -> 0 ->> 'code', preview -> 'problems' -> 0 ->> 'message', preview -> 'problems' -> 0 ->> 'hint');
  end if;

  -- New recipients change what registers match, and cards are made on both sides: not beside an apply.
  perform from public.sync_cursors where id = 'backend' for update;
  insert into public.launches (campaign_id, office_id, requested_by, preview_hash, payload, content_digest)
  values (p_campaign, campaign.office_id, p_actor, p_preview_hash, p_payload, private.content_digest(p_campaign)) returning * into launch;
  if campaign.card_policy = 'launch' then perform private.add_launch_cards(campaign, planned); end if;
  perform private.write_ledger(campaign, launch.id, planned);
  perform private.write_status_rules(p_campaign, p_rules);
  update public.campaigns set launched_at = now() where id = p_campaign;
  perform private.move_campaign(p_campaign, case when campaign.starts_at > now() then 'scheduled' else 'running' end, p_actor, 'launch');
  return private.launch_answer('launched', launch);
end $$;

revoke all on function private.task_expiry(public.campaigns), private.move_campaign(uuid, text, uuid, text, text), private.launch_answer(text, public.launches),
  private.add_launch_cards(public.campaigns, private.audience_row[]), private.write_ledger(public.campaigns, uuid, private.audience_row[]),
  private.write_status_rules(uuid, jsonb), public.launch_campaign(uuid, uuid, text, json, jsonb, text) from public, anon, authenticated, service_role;
grant execute on function public.launch_campaign(uuid, uuid, text, json, jsonb, text) to service_role;
