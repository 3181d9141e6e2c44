-- Right before a POST, and right after it. Between the two a batch may have been taken, whatever happens
-- to the worker; only an answer that surely says no takes that back.

-- Leaves a batch to be sent again after p_seconds, with the attempts it had.
create function private.return_batch(p_batch uuid, p_code text, p_seconds integer) returns void
language sql security definer set search_path = '' as $$
  update public.launch_batches set state = 'waiting', claimed_by = null, lease_until = null, posting_since = null, last_code = p_code,
    next_attempt_at = now() + make_interval(secs => p_seconds), updated_at = now()
  where id = p_batch
$$;

-- Ends a batch that can't be sent; what became of its recipients is told by p_code.
create function private.fail_batch(p_batch uuid, p_code text) returns void
language plpgsql security definer set search_path = '' as $$
declare failed uuid[] := (select array_agg(id) from public.campaign_candidates where batch_id = p_batch and delivery_state in ('waiting', 'sending'));
begin
  perform private.release_slots(failed);
  -- Who was in an earlier POST that may have arrived is for a person to decide about.
  update public.campaign_candidates set delivery_state = case when contacted_at is null then 'failed' else 'unconfirmed' end,
    delivery_code = case when contacted_at is null then p_code else 'needs_decision' end, delivery_changed_at = now(), updated_at = now()
  where id = any (failed);
  update public.launch_batches set state = 'failed', last_code = p_code, lease_until = null, posting_since = null, updated_at = now()
  where id = p_batch;
end $$;

-- The last step before a POST, a compare-and-set: {"result": "go", "attempt"} says post now, with exactly the body of
-- p_payload_hash. 'held': the campaign or all sending was halted; 'lost': the claim is another's; 'changed': somebody opted out,
-- expired or sleeps by now, or the body is not the one posted before under this id, so a new id takes over.
create function public.begin_post(p_batch uuid, p_claim text, p_payload_hash text) returns jsonb
language plpgsql security definer set search_path = '' set jit = off set enable_seqscan = off as $$
declare
  campaign public.campaigns;
  batch public.launch_batches;
begin
  select c.* into campaign from public.campaigns c join public.launch_batches b on b.campaign_id = c.id where b.id = p_batch for share of c;
  select * into batch from public.launch_batches where id = p_batch for update;
  if not private.holds_claim(batch, p_claim) or batch.posting_since is not null then return '{"result": "lost"}'; end if;
  if campaign.state <> 'running' or campaign.ends_at <= now() or private.sending_paused() is not null then
    perform private.return_batch(p_batch, 'held', 0);
    return '{"result": "held"}';
  end if;
  perform from public.contact_slots s
  where s.phone_e164 in (select private.phone_key(phone_e164) from public.campaign_candidates where batch_id = p_batch and delivery_state = 'waiting')
  order by s.phone_e164 for update;
  if private.must_be_remade(batch) then
    perform private.return_batch(p_batch, 'changed', 0);
    return '{"result": "changed"}';
  end if;
  if batch.payload_hash <> p_payload_hash then
    perform private.return_batch(p_batch, 'payload_changed', 0);
    perform private.move_batch(p_batch, batch.resends);
    return '{"result": "changed"}';
  end if;
  update public.contact_slots s set last_contacted_at = now(), contact_count = s.contact_count + 1, updated_at = now()
  from public.campaign_candidates r where s.active_recipient_id = r.id and r.batch_id = p_batch and r.delivery_state = 'waiting';
  update public.campaign_candidates set delivery_state = 'sending', delivery_code = null, delivery_changed_at = now(),
    contacted_at = coalesce(contacted_at, now()), updated_at = now()
  where batch_id = p_batch and delivery_state = 'waiting';
  update public.launch_batches set posting_since = now(), first_posted_at = coalesce(first_posted_at, now()), attempts = attempts + 1,
    payload_hash = p_payload_hash, lease_until = now() + interval '90 seconds', updated_at = now()
  where id = p_batch;
  return jsonb_build_object('result', 'go', 'attempt', batch.attempts + 1);
end $$;

-- A recipient whose POST's outcome is being waited for, or came too late for its lease.
create function private.is_posting(p_recipient public.campaign_candidates) returns boolean
language sql immutable
return p_recipient.delivery_state = 'sending' or (p_recipient.delivery_state = 'unconfirmed' and p_recipient.delivery_code = 'no_outcome');

-- Takes back what begin_post noted: this attempt surely reached nobody.
create function private.undo_post(p_batch public.launch_batches) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.contact_slots s join public.campaign_candidates r on s.active_recipient_id = r.id
  where r.batch_id = p_batch.id order by s.phone_e164 for update of s;
  update public.campaign_candidates r set contacted_at = null
  where r.batch_id = p_batch.id and private.is_posting(r) and r.contacted_at = p_batch.posting_since;
  update public.contact_slots s set contact_count = greatest(0, s.contact_count - 1),
    last_contacted_at = (select max(o.contacted_at) from public.campaign_candidates o where o.phone_e164 = any (private.phone_spellings(r.phone_e164)))
  from public.campaign_candidates r
  where s.active_recipient_id = r.id and r.batch_id = p_batch.id and private.is_posting(r)
    and s.last_contacted_at = p_batch.posting_since;
  update public.campaign_candidates r set delivery_state = 'waiting', delivery_code = null, delivery_changed_at = now(), updated_at = now()
  where r.batch_id = p_batch.id and private.is_posting(r);
end $$;

-- What became of a POST. p_outcome: {"kind": "accepted" | "unconfirmed" | "refused", "code", "status", "answer",
-- "acknowledgement", "retrySeconds", "retryable", "pauseReason"}; src/launch/classify-answer.ts makes it.
-- An accepted batch stays unconfirmed, with the code 'acknowledged', until its sessions are seen in the backend.
-- Answers {"result": "ok", "state"}, or 'lost' when the batch was given up on meanwhile.
create function public.finish_post(p_batch uuid, p_claim text, p_outcome jsonb) returns jsonb
language plpgsql security definer set search_path = '' set jit = off set enable_seqscan = off as $$
declare
  kind text := p_outcome ->> 'kind';
  code text := case when p_outcome ->> 'kind' = 'accepted' then 'acknowledged' else p_outcome ->> 'code' end;
  pause_reason text := nullif(p_outcome ->> 'pauseReason', '');
  campaign public.campaigns;
  batch public.launch_batches;
begin
  if pause_reason is null then
    select c.* into campaign from public.campaigns c join public.launch_batches b on b.campaign_id = c.id where b.id = p_batch for share of c;
  else
    select c.* into campaign from public.campaigns c join public.launch_batches b on b.campaign_id = c.id where b.id = p_batch for no key update of c;
  end if;
  select * into batch from public.launch_batches where id = p_batch for update;
  -- An outcome that comes after the lease ran out still counts until somebody has begun to reconcile.
  if batch.id is null or batch.claimed_by is distinct from p_claim or batch.posting_since is null
     or batch.state not in ('sending', 'unconfirmed') or batch.reconciles > 0 then
    return '{"result": "lost"}';
  end if;
  update public.launch_batches set last_status = (p_outcome ->> 'status')::integer, last_answer = left(p_outcome ->> 'answer', 500), last_code = code,
    answer_code = code, answered_at = now(),
    acknowledgement = case when kind = 'accepted' then p_outcome -> 'acknowledgement' end, updated_at = now()
  where id = p_batch;

  if kind = 'refused' then
    perform private.undo_post(batch);
    if campaign.state = 'stopped' then
      perform private.exclude_recipients((select array_agg(id) from public.campaign_candidates where batch_id = p_batch and delivery_state = 'waiting'), 'stopped');
      perform private.move_batch(p_batch, batch.resends);
    elsif pause_reason is not null then
      -- A person puts the setting right and resumes; the batch then starts anew.
      perform private.return_batch(p_batch, code, 0);
      update public.launch_batches set attempts = 0 where id = p_batch;
    elsif batch.attempts >= 8 or not coalesce((p_outcome ->> 'retryable')::boolean, false) then
      perform private.fail_batch(p_batch, code);
    else
      perform private.return_batch(p_batch, code, coalesce((p_outcome ->> 'retrySeconds')::integer, 60));
    end if;
  else
    update public.campaign_candidates r set delivery_state = 'unconfirmed', delivery_code = code, delivery_changed_at = now(), updated_at = now()
    where r.batch_id = p_batch and private.is_posting(r);
    update public.launch_batches set state = 'unconfirmed', lease_until = null, reconcile_at = now() + interval '2 minutes', updated_at = now()
    where id = p_batch;
    perform private.settle_batches(array[p_batch]);
  end if;
  if pause_reason is not null and campaign.state = 'running' then
    perform private.move_campaign(campaign.id, 'paused', null, 'pause', pause_reason);
  end if;
  return jsonb_build_object('result', 'ok', 'state', (select state from public.launch_batches where id = p_batch));
end $$;

revoke all on function private.return_batch(uuid, text, integer), private.fail_batch(uuid, text), private.undo_post(public.launch_batches),
  private.is_posting(public.campaign_candidates), public.begin_post(uuid, text, text), public.finish_post(uuid, text, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.begin_post(uuid, text, text), public.finish_post(uuid, text, jsonb) to service_role;
