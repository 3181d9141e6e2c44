-- What keeps a claimed batch's people from being sent now: an opt-out or a limit, an expired task, or
-- the hours where they are. The first two take them out for good; hours hold them and let them go again.

-- Takes out who expired or is barred since the batch was made. Called under the locks of their slots.
create function private.drop_barred(p_batch public.launch_batches) returns void
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  barred record;
begin
  perform private.exclude_recipients((select array_agg(id) from public.campaign_candidates
    where batch_id = p_batch.id and delivery_state = 'waiting' and expires_at <= now()), 'expired');
  for barred in
    select b.reason, array_agg(r.id) as recipients
    from private.contact_bars(p_batch.campaign_id, (
      select array_agg(phone_e164) from public.campaign_candidates where batch_id = p_batch.id and delivery_state = 'waiting')) b
    join public.campaign_candidates r on r.batch_id = p_batch.id and r.phone_e164 = b.phone_e164 and r.delivery_state = 'waiting'
    group by b.reason
  loop
    perform private.exclude_recipients(barred.recipients, barred.reason);
  end loop;
end $$;

-- True when a claimed batch must not go out as it is: asked right before its POST.
create function private.must_be_remade(p_batch public.launch_batches) returns boolean
language sql stable security definer set search_path = '' set jit = off as $$
  select exists (select from public.campaign_candidates where batch_id = p_batch.id and delivery_state = 'waiting' and expires_at <= now())
    or exists (select from private.batch_openings(p_batch.id) where opens_at > now())
    or exists (select from private.contact_bars(p_batch.campaign_id, (
      select array_agg(phone_e164) from public.campaign_candidates where batch_id = p_batch.id and delivery_state = 'waiting')))
$$;

-- True when it is too early or too late for everybody of a batch.
create function private.sleeps(p_batch uuid) returns boolean
language sql stable security definer set search_path = '' set jit = off as $$
  select coalesce(bool_and(coalesce(opens_at > now(), false)), false) from private.batch_openings(p_batch)
$$;

-- Holds those of a batch for whom it is too early or too late, and lets go whose hour has come. Who is held
-- waits in a batch of their own that is due when their window opens; nobody is dropped. True: all of this batch waits.
create function private.hold_quiet(p_batch public.launch_batches) returns boolean
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  later record;
  moved uuid;
  stays boolean;
begin
  update public.campaign_candidates r set
    delivery_state = case when o.opens_at > now() then 'held' else 'waiting' end,
    delivery_code = case when o.opens_at > now() then o.code when r.contacted_at is not null then 'resent' end,
    held_until = case when o.opens_at > now() then o.opens_at end, delivery_changed_at = now(), updated_at = now()
  from private.batch_openings(p_batch.id) o
  where r.id = o.recipient_id
    and (r.delivery_state, r.held_until) is distinct from
      (case when o.opens_at > now() then 'held' else 'waiting' end, case when o.opens_at > now() then o.opens_at end);
  stays := exists (select from public.campaign_candidates where batch_id = p_batch.id and delivery_state = 'waiting');
  for later in
    select held_until from public.campaign_candidates where batch_id = p_batch.id and delivery_state = 'held' group by 1 order by 1
  loop
    if not stays then
      -- All of it, or its earliest part, waits under the id it has.
      update public.launch_batches set next_attempt_at = later.held_until, last_code = 'quiet_hours', updated_at = now() where id = p_batch.id;
      stays := true;
      continue;
    end if;
    insert into public.launch_batches (launch_id, campaign_id, position, attempts, resends, moved_from, next_attempt_at, last_code)
    values (p_batch.launch_id, p_batch.campaign_id, p_batch.position, p_batch.attempts, p_batch.resends, p_batch.id, later.held_until, 'quiet_hours')
    returning id into moved;
    update public.campaign_candidates set batch_id = moved, updated_at = now()
    where batch_id = p_batch.id and delivery_state = 'held' and held_until = later.held_until;
  end loop;
  return exists (select from public.campaign_candidates where batch_id = p_batch.id and delivery_state = 'held');
end $$;

-- Lets the next claim look anew at who is held in these campaigns, when hours were changed.
create function private.recheck_held(p_campaigns uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare batches uuid[];
begin
  select array_agg(b.id) into batches from public.launch_batches b
  where b.campaign_id = any (p_campaigns) and b.state = 'waiting' and b.next_attempt_at > now()
    and exists (select from public.campaign_candidates r where r.batch_id = b.id and r.delivery_state = 'held');
  perform from public.launch_batches where id = any (batches) order by id for update;
  update public.launch_batches set next_attempt_at = now(), updated_at = now() where id = any (batches) and state = 'waiting';
end $$;

-- Hours and zones reach those who are held already, wherever they are changed.
create function private.follow_hours() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'campaigns' then
    perform private.recheck_held(array[new.id]);
  elsif tg_table_name = 'offices' then
    perform private.recheck_held((select array_agg(id) from public.campaigns where office_id = new.id and time_zone is null and state = 'running'));
  else
    perform private.recheck_held((select array_agg(id) from public.campaigns where calling_hours is null and state = 'running'));
  end if;
  return null;
end $$;
create trigger campaigns_hours after update of calling_hours, time_zone on public.campaigns for each row
  when (new.state = 'running' and (new.calling_hours, new.time_zone) is distinct from (old.calling_hours, old.time_zone))
  execute function private.follow_hours();
create trigger offices_hours after update of time_zone on public.offices for each row
  when (new.time_zone is distinct from old.time_zone) execute function private.follow_hours();
create trigger settings_hours after insert or update on public.settings for each row
  when (new.key = 'calling_hours') execute function private.follow_hours();
create trigger settings_hours_gone after delete on public.settings for each row
  when (old.key = 'calling_hours') execute function private.follow_hours();

-- Takes out of campaigns whose tasks expired, whatever keeps them from being sent, when their batches and
-- slots are locked, and closes what is empty then.
create function private.expire_tasks(p_campaigns uuid[]) returns void
language plpgsql security definer set search_path = '' set jit = off as $$
begin
  perform private.exclude_recipients((
    select array_agg(r.id) from public.campaign_candidates r join public.launch_batches b on b.id = r.batch_id
    where r.campaign_id = any (p_campaigns) and r.delivery_state in ('waiting', 'held') and r.expires_at <= now() and b.state = 'waiting'), 'expired');
  update public.launch_batches b set state = 'closed', updated_at = now()
  where b.campaign_id = any (p_campaigns) and b.state = 'waiting'
    and not exists (select from public.campaign_candidates r where r.batch_id = b.id and r.delivery_state in ('waiting', 'held'));
end $$;

-- {"errors", "sent"}: people whom sending failed, or of whom nobody knows, among all who were sent to.
create function private.error_counts(p_campaign uuid) returns table (errors integer, sent integer)
language sql stable security definer set search_path = '' set jit = off as $$
  select (select count(*)::integer from public.campaign_candidates
          where campaign_id = p_campaign and (delivery_state = 'failed' or delivery_code = 'needs_decision')),
    (select count(*)::integer from public.campaign_candidates
     where campaign_id = p_campaign and delivery_state in ('failed', 'unconfirmed', 'confirmed'))
$$;

-- Remembers the errors up to now as seen by a person.
create function private.accept_errors(p_campaign uuid) returns void
language sql security definer set search_path = '' as $$
  update public.campaigns c set errors_accepted = n.errors, sent_accepted = n.sent
  from private.error_counts(p_campaign) n where c.id = p_campaign
$$;

-- Pauses campaigns of which too many went wrong since a person last looked: five or more, and more
-- than the campaign's percentage of all who were sent to. What fails for all would fail for the rest.
create function private.pause_on_errors() returns void
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  min_errors constant integer := 5;
  campaign public.campaigns;
  limit_percent integer;
  failed integer;
  tried integer;
begin
  for campaign in
    select c.* from public.campaigns c
    where c.state = 'running' and c.errors_accepted + min_errors <= (
      select count(*) from public.campaign_candidates r
      where r.campaign_id = c.id and (r.delivery_state = 'failed' or r.delivery_code = 'needs_decision'))
    order by c.id for no key update skip locked
  loop
    select n.errors - campaign.errors_accepted, n.sent - campaign.sent_accepted into failed, tried from private.error_counts(campaign.id) n;
    limit_percent := coalesce(campaign.error_percent, private.number_setting('sending', 'errorPercent', 20));
    continue when failed < min_errors or failed * 100 <= limit_percent * tried;
    perform private.move_campaign(campaign.id, 'paused', null, 'pause', format(
      'Paused by itself: %s of %s people failed or may not have been reached, more than the limit of %s %%. Look at their reasons, put right what is wrong, then resume.',
      failed, greatest(tried, failed), limit_percent));
  end loop;
end $$;

revoke all on function private.drop_barred(public.launch_batches), private.must_be_remade(public.launch_batches),
  private.sleeps(uuid), private.hold_quiet(public.launch_batches), private.recheck_held(uuid[]), private.follow_hours(),
  private.expire_tasks(uuid[]), private.error_counts(uuid), private.accept_errors(uuid),
  private.pause_on_errors() from public, anon, authenticated, service_role;
