-- Posts whose outcome is open are settled by what the backend holds: read after 2 and after 10 minutes.

-- Gives a worker unconfirmed batches whose time has come: [{"batchId", "campaignId", "claim", "sessions"}].
-- A backend that can't be read needs no word: the lease runs out and the batch is due again.
create function public.due_reconciles(p_worker text, p_limit integer default 4, p_lease interval default '90 seconds') returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  due uuid[];
  answer jsonb;
begin
  perform private.expire_leases();
  with picked as (
    select id from public.launch_batches
    where state = 'unconfirmed' and reconcile_at <= now() and (lease_until is null or lease_until <= now())
    order by reconcile_at limit p_limit for update skip locked),
  taken as (
    update public.launch_batches b set claimed_by = p_worker || ':' || gen_random_uuid(), lease_until = now() + p_lease, updated_at = now()
    from picked where b.id = picked.id returning b.id)
  select array_agg(id) into due from taken;
  perform private.settle_batches(due);
  select coalesce(jsonb_agg(jsonb_build_object('batchId', b.id, 'campaignId', b.campaign_id, 'claim', b.claimed_by,
    'sessions', (select jsonb_agg(r.session_id order by r.id) from public.campaign_candidates r where r.batch_id = b.id and r.delivery_state = 'unconfirmed' and r.session_id is not null))), '[]')
  into answer from public.launch_batches b where b.id = any (due) and b.state = 'unconfirmed';
  return answer;
end $$;

-- True when the connection test has shown that this receiver takes a repeated session once only.
create function private.receiver_is_idempotent(p_receiver text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.settings where key = 'receiver' and value -> 'idempotent' = 'true' and value ->> 'receiver' = p_receiver)
$$;

-- What the backend holds of an unconfirmed batch. Those present are confirmed. Those missing are looked for once more;
-- then they go again in a new batch, once, and only to a receiver proven idempotent; else a person decides. So it is where
-- the backend was restored since the POST: it may have forgotten them.
-- Answers {"result": "ok", "confirmed", "missing", "next": "done" | "later" | "moved" | "needs_decision"}, or 'lost'.
create function public.reconcile_batch(p_batch uuid, p_claim text, p_existing text[], p_receiver text) returns jsonb
language plpgsql security definer set search_path = '' set jit = off set enable_seqscan = off as $$
declare
  campaign public.campaigns;
  batch public.launch_batches;
  confirmed integer;
  missing uuid[];
  next text;
begin
  select c.* into campaign from public.campaigns c join public.launch_batches b on b.campaign_id = c.id where b.id = p_batch for share of c;
  select * into batch from public.launch_batches where id = p_batch for update;
  if batch.id is null or batch.state <> 'unconfirmed' or batch.claimed_by is distinct from p_claim or batch.lease_until <= now() then
    return '{"result": "lost"}';
  end if;
  confirmed := private.confirm_recipients((select array_agg(id) from public.campaign_candidates
    where batch_id = p_batch and delivery_state = 'unconfirmed' and session_id = any (p_existing)));
  missing := (select array_agg(id) from public.campaign_candidates where batch_id = p_batch and delivery_state = 'unconfirmed' and session_id is not null);
  if missing is null then
    next := 'done';
    perform private.settle_batches(array[p_batch]);
  elsif batch.reconciles = 0 then
    next := 'later';
    update public.launch_batches set reconciles = 1, lease_until = null, reconcile_at = now() + interval '8 minutes', updated_at = now() where id = p_batch;
  elsif batch.resends = 0 and not batch.in_doubt and campaign.state in ('running', 'paused') and private.receiver_is_idempotent(p_receiver) then
    next := 'moved';
    update public.campaign_candidates set delivery_state = 'waiting', delivery_code = 'resent', delivery_changed_at = now(), updated_at = now()
    where id = any (missing);
    perform private.move_batch(p_batch, 1);
  else
    next := 'needs_decision';
    update public.campaign_candidates set delivery_code = 'needs_decision', delivery_changed_at = now(), updated_at = now() where id = any (missing);
    update public.launch_batches set reconciles = reconciles + 1, lease_until = null, reconcile_at = null, last_code = 'needs_decision', updated_at = now()
    where id = p_batch;
  end if;
  return jsonb_build_object('result', 'ok', 'confirmed', confirmed, 'missing', coalesce(cardinality(missing), 0), 'next', next);
end $$;

-- Keeps what the connection test found out about the receiver (p_receiver is a hash of its address).
create function public.record_receiver_test(p_actor uuid, p_receiver text, p_idempotent boolean, p_code text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.settings (key, value, updated_by)
  values ('receiver', jsonb_build_object('receiver', p_receiver, 'idempotent', p_idempotent, 'code', p_code, 'testedAt', now()), p_actor)
  on conflict (key) do update set value = excluded.value, updated_by = excluded.updated_by, updated_at = now();
  perform private.audit(p_actor, 'test-connection', 'settings', 'receiver', null, jsonb_build_object('idempotent', p_idempotent, 'code', p_code));
end $$;

revoke all on function public.due_reconciles(text, integer, interval), private.receiver_is_idempotent(text),
  public.reconcile_batch(uuid, text, text[], text), public.record_receiver_test(uuid, text, boolean, text)
  from public, anon, authenticated, service_role;
grant execute on function public.due_reconciles(text, integer, interval), public.reconcile_batch(uuid, text, text[], text),
  public.record_receiver_test(uuid, text, boolean, text) to service_role;
