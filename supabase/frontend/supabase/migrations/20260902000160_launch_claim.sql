-- Claiming: which batches a worker sends now. A claim is a lease that names its holder; every later step
-- of the worker shows it, and a worker whose lease has run out changes nothing any more. A step is about some
-- hundred people: enable_seqscan = off keeps it from reading everybody's slots and numbers, which cost as much as the agency is large.

-- Leases that ran out: a batch that may have been posted is unconfirmed, never simply posted again.
create function private.expire_leases() returns void
language plpgsql security definer set search_path = '' as $$
declare late public.launch_batches;
begin
  for late in select * from public.launch_batches where state = 'sending' and lease_until <= now() order by id for update skip locked loop
    if late.posting_since is null then
      update public.launch_batches set state = 'waiting', claimed_by = null, lease_until = null, updated_at = now() where id = late.id;
    else
      update public.launch_batches set state = 'unconfirmed', last_code = 'no_outcome', lease_until = null,
        reconcile_at = now() + interval '2 minutes', updated_at = now() where id = late.id;
      update public.campaign_candidates set delivery_state = 'unconfirmed', delivery_code = 'no_outcome', delivery_changed_at = now(), updated_at = now()
      where batch_id = late.id and delivery_state = 'sending';
    end if;
  end loop;
end $$;

-- A claimed batch whose contact slots are locked: asks who may still be contacted, and takes the slots.
create function private.take_slots(p_batch public.launch_batches) returns void
language plpgsql security definer set search_path = '' set jit = off as $$
begin
  perform private.drop_barred(p_batch);
  update public.contact_slots s set active_recipient_id = r.id, active_campaign_id = r.campaign_id, updated_at = now()
  from public.campaign_candidates r
  where r.batch_id = p_batch.id and r.delivery_state = 'waiting' and s.phone_e164 = private.phone_key(r.phone_e164)
    and s.active_recipient_id is distinct from r.id;
end $$;

-- The contact slots of a batch's numbers, locked in sorted order. False: somebody holds one and p_wait was no, which is how
-- a claim that has slots already goes on without breaking the order.
create function private.lock_slots(p_batch uuid, p_wait boolean) returns boolean
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  keys text[] := (select array_agg(distinct private.phone_key(phone_e164))
    from public.campaign_candidates where batch_id = p_batch and delivery_state in ('waiting', 'held'));
begin
  insert into public.contact_slots (phone_e164) select k from unnest(keys) as k order by k on conflict (phone_e164) do nothing;
  if p_wait then
    perform from public.contact_slots where phone_e164 = any (keys) order by phone_e164 for update;
  else
    perform from public.contact_slots where phone_e164 = any (keys) order by phone_e164 for update nowait;
  end if;
  return true;
exception when lock_not_available then
  return false;
end $$;

-- A claimed batch as its worker sees it; `payload` as text, in its own order.
create function private.claimed_batch(p_batch uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('batchId', b.id, 'campaignId', b.campaign_id, 'claim', b.claimed_by, 'attempts', b.attempts,
    'payload', l.payload::text, 'tasks', b.tasks)
  from public.launch_batches b join public.launches l on l.id = b.launch_id where b.id = p_batch
$$;

-- Gives a worker up to p_limit batches, so that at most two are in flight over all workers:
-- [{"batchId", "campaignId", "claim", "attempts", "payload", "tasks"}]. Claims wait for each other, which is what keeps
-- that limit; they last milliseconds.
create function public.claim_batches(p_worker text, p_limit integer default 2, p_lease interval default '90 seconds') returns jsonb
language plpgsql security definer set search_path = '' set jit = off set enable_seqscan = off as $$
declare
  claimed jsonb := '[]';
  room integer;
  batch public.launch_batches;
  kept uuid;
  people integer := 5000; -- each who is held is written
begin
  perform pg_advisory_xact_lock(hashtextextended('rollcall:claim-batches', 0));
  perform private.expire_leases();
  perform private.notice_move();
  if private.sending_paused() is not null then return claimed; end if;
  perform private.pause_on_errors();
  room := least(p_limit, 2 - (select count(*)::integer from public.launch_batches where state = 'sending' and lease_until > now()));
  for try in 1..20 loop -- batches that turn out empty, or are held, cost time too
    exit when room <= 0 or people <= 0;
    select b.* into batch
    from public.launch_batches b join public.campaigns c on c.id = b.campaign_id
    where b.state = 'waiting' and b.next_attempt_at <= now() and c.state = 'running'
      and (c.starts_at is null or c.starts_at <= now()) and (c.ends_at is null or c.ends_at > now())
    order by b.next_attempt_at, b.position, b.id limit 1
    for update of b skip locked for share of c skip locked;
    exit when batch.id is null;
    people := people - (select count(*)::integer from public.campaign_candidates where batch_id = batch.id and delivery_state in ('waiting', 'held'));
    -- Who is held takes no slot.
    continue when private.sleeps(batch.id) and private.hold_quiet(batch);
    -- Later ones hold the locks of those before them.
    exit when not private.lock_slots(batch.id, try = 1);
    continue when private.hold_quiet(batch);
    perform private.take_slots(batch);
    update public.launch_batches set state = 'sending', claimed_by = p_worker || ':' || gen_random_uuid(), lease_until = now() + p_lease,
      posting_since = null, updated_at = now() where id = batch.id;
    kept := private.refreeze(batch.id);
    if kept is not null then
      claimed := claimed || jsonb_build_array(private.claimed_batch(kept));
      room := room - 1;
    end if;
  end loop;
  return claimed;
end $$;

-- The existence check before a POST: sessions that the backend has are confirmed and left out.
-- Answers the batch to post, or null when nothing is left of it or the claim is lost.
create function public.settle_existing(p_batch uuid, p_claim text, p_existing text[]) returns jsonb
language plpgsql security definer set search_path = '' set jit = off set enable_seqscan = off as $$
declare
  batch public.launch_batches;
  kept uuid;
begin
  select * into batch from public.launch_batches where id = p_batch for update;
  if not private.holds_claim(batch, p_claim) then return null; end if;
  perform private.confirm_recipients((select array_agg(id) from public.campaign_candidates where batch_id = p_batch and session_id = any (p_existing)));
  -- In two steps: one would read the batch as it was before.
  kept := private.refreeze(p_batch);
  return private.claimed_batch(kept);
end $$;

-- Gives a batch back unposted, to be claimed again after a while.
create function public.release_batch(p_batch uuid, p_claim text, p_code text, p_delay_seconds integer) returns void
language sql security definer set search_path = '' as $$
  update public.launch_batches set state = 'waiting', claimed_by = null, lease_until = null, last_code = p_code,
    next_attempt_at = now() + make_interval(secs => p_delay_seconds), updated_at = now()
  where id = p_batch and state = 'sending' and claimed_by = p_claim and posting_since is null
$$;

revoke all on function private.expire_leases(), private.take_slots(public.launch_batches), private.lock_slots(uuid, boolean),
  private.claimed_batch(uuid), public.claim_batches(text, integer, interval),
  public.settle_existing(uuid, text, text[]), public.release_batch(uuid, text, text, integer) from public, anon, authenticated, service_role;
grant execute on function public.claim_batches(text, integer, interval), public.settle_existing(uuid, text, text[]),
  public.release_batch(uuid, text, text, integer) to service_role;
