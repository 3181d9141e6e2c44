-- Pause, resume, stop, retry and completion. A pause only stops our sending; a stop ends the agents'
-- conversations too, and is for good. src/domain/campaign/campaign-state.ts has the same transitions.

-- How many of a campaign's conversations go on, as far as the sync has seen.
create function private.active_conversations(p_campaign uuid) returns integer
language sql stable security definer set search_path = '' as $$
  select count(*)::integer
  from public.campaign_candidates r left join public.session_evidence e on e.session_id = r.session_id
  where r.campaign_id = p_campaign and r.delivery_state in ('sending', 'unconfirmed', 'confirmed')
    and coalesce(e.session_status, '') <> 'completed' and not coalesce(e.gone, false)
    and (e.session_id is not null or r.delivery_code is distinct from 'taken_as_sent')
$$;

create function private.state_answer(p_campaign uuid, p_changed boolean) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('state', state, 'changed', p_changed, 'activeConversations', private.active_conversations(p_campaign))
  from public.campaigns where id = p_campaign
$$;

-- Takes everybody of a campaign who was not contacted yet out of it, when its batches are locked and its slots
-- released. What is being posted right now stays with its batch until its outcome is known.
create function private.end_waiting(p_campaign uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' set jit = off as $$
begin
  perform private.exclude_recipients((select array_agg(id) from public.campaign_candidates
    where campaign_id = p_campaign and delivery_state in ('waiting', 'held')), p_reason);
  update public.launch_batches set state = 'closed', lease_until = null, updated_at = now()
  where campaign_id = p_campaign and (state = 'waiting' or (state = 'sending' and posting_since is null));
end $$;

create function private.release_campaign_slots(p_campaigns uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.contact_slots where active_campaign_id = any (p_campaigns) order by phone_e164 for update;
  update public.contact_slots set active_recipient_id = null, active_campaign_id = null, updated_at = now()
  where active_campaign_id = any (p_campaigns);
end $$;

-- Makes a draft again of a campaign of which nothing was ever sent: who and what is looked at anew by the next launch.
create function private.take_back_launch(p_campaign uuid) returns void
language plpgsql security definer set search_path = '' set jit = off as $$
begin
  perform from public.launch_batches where campaign_id = p_campaign order by id for update;
  if exists (select from public.launch_batches where campaign_id = p_campaign and (first_posted_at is not null or state = 'sending'))
     or exists (select from public.campaign_candidates where campaign_id = p_campaign and (contacted_at is not null or delivery_state = 'confirmed')) then
    perform private.fail('conflict', 'already_sent', 'Somebody was contacted already, so the campaign can''t be a draft again.',
      'Stop it, and duplicate it to change something.');
  end if;
  perform private.release_campaign_slots(array[p_campaign]);
  delete from public.campaign_candidates where campaign_id = p_campaign;
  delete from public.launches where campaign_id = p_campaign;
  update public.campaigns set launched_at = null, errors_accepted = 0, sent_accepted = 0 where id = p_campaign;
end $$;

-- p_action: pause, resume, stop, complete, unschedule. Repeating one that is done already changes nothing.
create function public.set_campaign_state(p_campaign uuid, p_actor uuid, p_action text) returns jsonb
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  campaign public.campaigns;
  target text := case p_action when 'pause' then 'paused' when 'resume' then 'running' when 'stop' then 'stopped' when 'complete' then 'completed' when 'unschedule' then 'draft' end;
begin
  select * into campaign from public.campaigns where id = p_campaign for no key update;
  if campaign.id is null then
    perform private.fail('not_found', 'campaign_not_found', 'This campaign is not there any more.', 'Go back to the list of campaigns.');
  end if;
  if campaign.state = target then return private.state_answer(p_campaign, false); end if;
  if target is null or not (campaign.state = any (case p_action
      when 'pause' then array['running'] when 'resume' then array['paused'] when 'unschedule' then array['scheduled', 'paused']
      when 'stop' then array['scheduled', 'running', 'paused', 'completed', 'failed'] else array['running', 'paused'] end)) then
    perform private.fail('conflict', 'bad_transition', format('A campaign that is %s can''t be changed like this.', campaign.state),
      'Reload the page; somebody may have changed it meanwhile. A stopped campaign can be duplicated.');
  end if;
  if p_action = 'unschedule' then
    perform private.take_back_launch(p_campaign);
  elsif p_action = 'resume' then
    perform private.accept_errors(p_campaign);
    update public.launch_batches set next_attempt_at = now(), updated_at = now() where campaign_id = p_campaign and state = 'waiting';
  elsif p_action in ('stop', 'complete') then
    perform from public.launch_batches where campaign_id = p_campaign and state in ('waiting', 'sending') order by id for update;
    perform private.release_campaign_slots(array[p_campaign]);
    perform private.end_waiting(p_campaign, case p_action when 'stop' then 'stopped' else 'window_over' end);
    if p_action = 'stop' then
      perform private.enqueue_completion((select array_agg(id) from public.campaign_candidates
        where campaign_id = p_campaign and delivery_state in ('sending', 'unconfirmed', 'confirmed')), 'campaign-stopped');
    end if;
  end if;
  perform private.move_campaign(p_campaign, target, p_actor, p_action);
  return private.state_answer(p_campaign, true);
end $$;

-- Sends again what failed, or what nobody but a person may decide to send again:
-- p_scope 'failed' or 'needs-decision'. They go into new batches, and every check is made again.
create function public.retry_campaign(p_campaign uuid, p_actor uuid, p_scope text) returns jsonb
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  campaign public.campaigns;
  launch uuid := (select id from public.launches where campaign_id = p_campaign);
  size integer := greatest(1, least(2000, private.number_setting('sending', 'batchSize', 500)));
  first_position integer := (select coalesce(max(position), 0) from public.launch_batches where campaign_id = p_campaign);
  retried integer;
  expires timestamptz;
begin
  select * into campaign from public.campaigns where id = p_campaign for no key update;
  perform from public.launch_batches where campaign_id = p_campaign order by id for update;
  if campaign.state not in ('running', 'paused', 'completed', 'failed') or launch is null or campaign.ends_at <= now() then
    perform private.fail('conflict', 'not_sending', 'This campaign has ended, so nothing can be sent again.', 'Duplicate the campaign and launch the copy.');
  end if;
  expires := private.task_expiry(campaign);
  with chosen as (
    select r.id, (row_number() over (order by r.id) + size - 1) / size as nth
    from public.campaign_candidates r
    where r.campaign_id = p_campaign and r.session_id is not null and case p_scope when 'failed' then r.delivery_state = 'failed'
      when 'needs-decision' then r.delivery_state = 'unconfirmed' and r.delivery_code = 'needs_decision' else false end),
  made as (
    insert into public.launch_batches (launch_id, campaign_id, position, resends)
    select launch, p_campaign, first_position + nth, case p_scope when 'failed' then 0 else 1 end
    from (select distinct nth from chosen) c returning id, position)
  update public.campaign_candidates r set delivery_state = 'waiting', delivery_code = null, batch_id = m.id,
    expires_at = expires, delivery_changed_at = now(), updated_at = now()
  from chosen c join made m on m.position = first_position + c.nth where r.id = c.id;
  get diagnostics retried = row_count;
  perform private.accept_errors(p_campaign);
  if retried > 0 and campaign.state in ('completed', 'failed') then
    perform private.move_campaign(p_campaign, 'running', p_actor, 'retry');
  elsif retried > 0 then
    perform private.audit(p_actor, 'retry', 'campaign', p_campaign::text, campaign.office_id, jsonb_build_object('scope', p_scope, 'retried', retried));
  end if;
  return jsonb_build_object('retried', retried, 'state', (select state from public.campaigns where id = p_campaign));
end $$;

-- The other decision about those of whom nobody knows whether they were contacted: they count as sent, and nothing is
-- sent to them again. No conversation of theirs is waited for; one that is seen after all counts as any other.
create function public.take_as_sent(p_campaign uuid, p_actor uuid) returns jsonb
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  campaign public.campaigns;
  batches uuid[];
  taken integer;
begin
  select * into campaign from public.campaigns where id = p_campaign for no key update;
  if campaign.id is null then
    perform private.fail('not_found', 'campaign_not_found', 'This campaign is not there any more.', 'Go back to the list of campaigns.');
  end if;
  perform from public.launch_batches where campaign_id = p_campaign order by id for update;
  with done as (
    update public.campaign_candidates set delivery_state = 'confirmed', delivery_code = 'taken_as_sent',
      delivery_changed_at = now(), updated_at = now()
    where campaign_id = p_campaign and delivery_state = 'unconfirmed' and delivery_code = 'needs_decision'
    returning batch_id)
  select count(*), array_agg(distinct batch_id) into taken, batches from done;
  perform private.settle_batches(batches);
  perform private.accept_errors(p_campaign);
  if taken > 0 then
    perform private.audit(p_actor, 'take-as-sent', 'campaign', p_campaign::text, campaign.office_id, jsonb_build_object('count', taken));
  end if;
  return jsonb_build_object('taken', taken);
end $$;

create function private.has_open_sending(p_campaign uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.campaign_candidates r where r.campaign_id = p_campaign and r.delivery_state in ('waiting', 'held', 'sending'))
    or exists (select from public.launch_batches b where b.campaign_id = p_campaign and (b.state = 'sending' or (b.state = 'unconfirmed' and b.reconcile_at is not null)))
$$;

create function private.has_open_conversation(p_campaign uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.campaign_candidates r left join public.session_evidence e on e.session_id = r.session_id
    where r.campaign_id = p_campaign and r.delivery_state in ('unconfirmed', 'confirmed') and r.session_id is not null
      and coalesce(e.session_status, '') <> 'completed' and not coalesce(e.gone, false)
      and (e.session_id is not null or r.delivery_code is distinct from 'taken_as_sent'))
$$;

-- Ends campaigns whose time is over, or that have nothing to send and no conversation left.
-- One that could not send a single message has failed.
create function public.finish_campaigns() returns integer
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  campaign public.campaigns;
  candidates uuid[];
  over uuid[];
  expiring uuid[];
  finished integer := 0;
begin
  with locked as (
    select c.id, c.state, coalesce(c.ends_at <= now(), false) as over, exists (
      select from public.campaign_candidates r
      where r.campaign_id = c.id and r.delivery_state in ('waiting', 'held') and r.expires_at <= now()) as expires
    from public.campaigns c
    where c.state in ('scheduled', 'running', 'paused') and c.launched_at is not null order by c.id for no key update skip locked)
  select array_agg(id) filter (where locked.over), array_agg(id) filter (where locked.expires),
    array_agg(id) filter (where locked.over
    or (locked.state <> 'scheduled' and not (private.has_open_sending(id) or private.has_open_conversation(id))))
    into over, expiring, candidates from locked;
  if candidates is null and expiring is null then return 0; end if;
  perform from public.launch_batches where campaign_id = any (over || expiring) and state in ('waiting', 'sending') order by id for update;
  perform from public.contact_slots where active_campaign_id = any (candidates || expiring) order by phone_e164 for update;
  perform private.expire_tasks(expiring);
  for campaign in select * from public.campaigns where id = any (candidates) order by id loop
    if campaign.id = any (over) then perform private.end_waiting(campaign.id, 'window_over'); end if;
    continue when private.has_open_sending(campaign.id);
    if campaign.state = 'scheduled' then
      perform private.release_campaign_slots(array[campaign.id]);
      perform private.move_campaign(campaign.id, 'failed', null, 'finish', 'It ended before it could start: all sending was paused. Duplicate it to run it later.');
    elsif exists (select from public.campaign_candidates r where r.campaign_id = campaign.id and r.delivery_state = 'failed')
       and not exists (select from public.campaign_candidates r where r.campaign_id = campaign.id and r.delivery_state in ('unconfirmed', 'confirmed')) then
      perform private.move_campaign(campaign.id, 'failed', null, 'finish', 'Nothing could be sent. Look at why, put it right, then retry.');
    elsif campaign.id = any (over) or not private.has_open_conversation(campaign.id) then
      perform private.release_campaign_slots(array[campaign.id]);
      perform private.move_campaign(campaign.id, 'completed', null, 'finish');
    else
      continue;
    end if;
    finished := finished + 1;
  end loop;
  return finished;
end $$;

revoke all on function private.take_back_launch(uuid), private.active_conversations(uuid), private.state_answer(uuid, boolean),
  private.end_waiting(uuid, text), private.release_campaign_slots(uuid[]), private.has_open_sending(uuid), private.has_open_conversation(uuid),
  public.set_campaign_state(uuid, uuid, text), public.retry_campaign(uuid, uuid, text),
  public.take_as_sent(uuid, uuid), public.finish_campaigns() from public, anon, authenticated, service_role;
grant execute on function public.set_campaign_state(uuid, uuid, text), public.retry_campaign(uuid, uuid, text),
  public.take_as_sent(uuid, uuid), public.finish_campaigns() to service_role;
