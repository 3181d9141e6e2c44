-- What a session seen in the backend means for the ledger, and how batches change their shape.
-- Locks are taken in one order everywhere (docs/data-model.md, "Locks"): the sync's cursor, campaigns, batches,
-- contact slots, recipients, cards; rows of one table by their key. Whoever holds one never waits for an earlier one.

-- Locks the batches that these recipients may still be sent or confirmed with. A recipient that isn't settled is
-- changed only by who holds its batch, so the order of the recipients themselves matters to nobody else.
create function private.lock_batches_of(p_recipients uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.launch_batches where id in (
    select batch_id from public.campaign_candidates
    where id = any (p_recipients) and delivery_state in ('waiting', 'held', 'sending', 'unconfirmed', 'failed'))
  order by id for update;
end $$;

-- Asks the agents to end these recipients' conversations. One command a session waits at a time.
create function private.enqueue_completion(p_recipients uuid[], p_reason text) returns void
language sql security definer set search_path = '' as $$
  insert into public.backend_commands (kind, session_id, recipient_id, campaign_id, reason)
  select 'complete-session', r.session_id, r.id, r.campaign_id, p_reason
  from public.campaign_candidates r where r.id = any (p_recipients) and r.session_id is not null
  order by r.session_id
  on conflict (kind, session_id) where state = 'waiting' do nothing
$$;

-- Batches whose last unconfirmed recipient was confirmed are done. Who was erased has no session to look for.
create function private.settle_batches(p_batches uuid[]) returns void
language sql security definer set search_path = '' as $$
  update public.launch_batches b set state = 'confirmed', reconcile_at = null, lease_until = null, updated_at = now()
  where b.id = any (p_batches) and b.state = 'unconfirmed'
    and not exists (select from public.campaign_candidates r where r.batch_id = b.id and r.delivery_state in ('sending', 'unconfirmed') and r.session_id is not null)
$$;

-- Whom a session seen in the backend proves to have been contacted after all. Who was taken out before anything was sent,
-- as far as is known here, is among them where a restored database has forgotten the POST.
create function private.is_confirmable(p_recipient public.campaign_candidates) returns boolean
language sql immutable
return p_recipient.delivery_state in ('waiting', 'held', 'sending', 'unconfirmed', 'failed', 'excluded')
  or p_recipient.delivery_code = 'taken_as_sent';

-- Who turns out to be in a conversation though we know of no POST, as after a restore of this database, holds the number
-- like anybody who was sent something: no other campaign begins a second one beside it. A claim that has sent nothing yet
-- makes way; so it asks again before its POST. Nor does a number stay free that was let go while nobody knew.
create function private.hold_slots(p_recipients uuid[]) returns void
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  keys text[] := (select array_agg(distinct private.phone_key(r.phone_e164)) from public.campaign_candidates r
    where r.id = any (p_recipients) and r.phone_e164 is not null and private.is_confirmable(r)
      and (r.contacted_at is null or not exists (
        select from public.contact_slots s where s.phone_e164 = private.phone_key(r.phone_e164) and s.active_recipient_id = r.id)));
begin
  if keys is null then return; end if;
  insert into public.contact_slots (phone_e164) select k from unnest(keys) as k order by k on conflict (phone_e164) do nothing;
  perform from public.contact_slots where phone_e164 = any (keys) order by phone_e164 for update;
  update public.contact_slots s set updated_at = now(),
    contact_count = s.contact_count + case when r.is_news then 1 else 0 end,
    last_contacted_at = case when r.is_news then now() else s.last_contacted_at end,
    active_recipient_id = case when r.goes_on and f.is_free then r.id else s.active_recipient_id end,
    active_campaign_id = case when r.goes_on and f.is_free then r.campaign_id else s.active_campaign_id end
  from (
    select r.id, r.campaign_id, private.phone_key(r.phone_e164) as key, r.contacted_at is null as is_news,
      c.state in ('scheduled', 'running', 'paused') and not exists (
        select from public.session_evidence e where e.session_id = r.session_id
          and (e.gone or (e.session_status not in ('', 'active') and e.next_reminder_at is null))) as goes_on
    from public.campaign_candidates r join public.campaigns c on c.id = r.campaign_id
    where r.id = any (p_recipients) and r.phone_e164 is not null and private.is_confirmable(r)) r
  cross join lateral (
    select not exists (select from public.campaign_candidates o join public.contact_slots held on held.active_recipient_id = o.id
      where held.phone_e164 = r.key and o.contacted_at is not null) as is_free) f
  where s.phone_e164 = r.key and s.phone_e164 = any (keys);
end $$;

-- These recipients' sessions are in the backend: they were contacted, whatever we knew before.
-- A stopped campaign's session is told to end again, since it may have begun after the stop.
create function private.confirm_recipients(p_recipients uuid[]) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  confirmed uuid[];
  late uuid[];
begin
  perform private.lock_batches_of(p_recipients);
  perform private.hold_slots(p_recipients);
  with locked as (
    select r.id from public.campaign_candidates r where r.id = any (p_recipients) and private.is_confirmable(r)
    order by r.id for no key update),
  done as (
    update public.campaign_candidates r set delivery_state = 'confirmed', delivery_code = null, exclusion_reason = null, held_until = null,
      delivery_changed_at = now(), contacted_at = coalesce(r.contacted_at, now()), updated_at = now()
    from locked where r.id = locked.id returning r.id, r.campaign_id)
  select array_agg(done.id), array_agg(done.id) filter (where c.state = 'stopped') into confirmed, late
  from done join public.campaigns c on c.id = done.campaign_id;
  if confirmed is null then return 0; end if;
  perform private.settle_batches((select array_agg(distinct batch_id) from public.campaign_candidates where id = any (confirmed)));
  if late is not null then perform private.enqueue_completion(late, 'campaign-stopped'); end if;
  return cardinality(confirmed);
end $$;

-- Frees the contact slots of these recipients for other campaigns.
create function private.release_slots(p_recipients uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.contact_slots where active_recipient_id = any (p_recipients) order by phone_e164 for update;
  update public.contact_slots s set active_recipient_id = null, active_campaign_id = null, updated_at = now()
  where s.active_recipient_id = any (p_recipients);
end $$;

-- Takes recipients who wait out of sending. Who was in a POST that may have arrived counts as sent, so they
-- stay unconfirmed, with the reason as their code.
create function private.exclude_recipients(p_recipients uuid[], p_reason text) returns void
language sql security definer set search_path = '' set jit = off as $$
  select private.release_slots(p_recipients);
  update public.campaign_candidates set delivery_state = case when contacted_at is null then 'excluded' else 'unconfirmed' end,
    exclusion_reason = case when contacted_at is null then p_reason end, delivery_code = case when contacted_at is not null then p_reason end,
    held_until = null, delivery_changed_at = now(), updated_at = now()
  where id = any (p_recipients)
$$;

-- Closes a batch and gives its waiting recipients a new one with a new id: a batch that a receiver
-- may have seen never changes. Answers the new batch, or null when nobody is left.
create function private.move_batch(p_batch uuid, p_resends integer) returns uuid
language plpgsql security definer set search_path = '' as $$
declare moved uuid;
begin
  if exists (select from public.campaign_candidates where batch_id = p_batch and delivery_state = 'waiting') then
    insert into public.launch_batches (launch_id, campaign_id, position, attempts, resends, moved_from, claimed_by, lease_until, state)
    select launch_id, campaign_id, position, case when p_resends > resends then 0 else attempts end, p_resends, id, claimed_by, lease_until,
      case when state = 'sending' then 'sending' else 'waiting' end
    from public.launch_batches where id = p_batch returning id into moved;
    update public.campaign_candidates set batch_id = moved, updated_at = now() where batch_id = p_batch and delivery_state = 'waiting';
  end if;
  update public.launch_batches set state = 'closed', lease_until = null, reconcile_at = null, updated_at = now() where id = p_batch;
  return moved;
end $$;

create function private.batch_tasks(p_batch uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_agg(jsonb_build_object('recipient_id', id, 'session', session_id, 'phone_number', phone_e164) order by id)
  from public.campaign_candidates where batch_id = p_batch and delivery_state = 'waiting'
$$;

-- Makes a batch's frozen tasks those of its waiting recipients. What no receiver has seen is frozen
-- anew under its id; else the rest moves on. Answers the batch to go on with, or null.
create function private.refreeze(p_batch uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  batch public.launch_batches;
  present jsonb := private.batch_tasks(p_batch);
  kept uuid := p_batch;
begin
  select * into batch from public.launch_batches where id = p_batch;
  if present is not distinct from batch.tasks and present is not null then return p_batch; end if;
  if present is null or batch.first_posted_at is not null then
    kept := private.move_batch(p_batch, batch.resends);
  end if;
  update public.launch_batches set tasks = present, payload_hash = null, updated_at = now() where id = kept;
  return kept;
end $$;

revoke all on function private.lock_batches_of(uuid[]), private.hold_slots(uuid[]), private.is_confirmable(public.campaign_candidates), private.enqueue_completion(uuid[], text), private.settle_batches(uuid[]), private.confirm_recipients(uuid[]),
  private.release_slots(uuid[]), private.exclude_recipients(uuid[], text), private.move_batch(uuid, integer),
  private.batch_tasks(uuid), private.refreeze(uuid) from public, anon, authenticated, service_role;
