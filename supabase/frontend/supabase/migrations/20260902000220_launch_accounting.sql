-- A campaign's numbers from one snapshot:
-- planned = sent + held + excluded + failed + waiting, and sent = confirmed + unconfirmed.

create function public.campaign_accounting(p_campaign uuid) returns jsonb
language sql stable security invoker set search_path = '' set jit = off as $$
  with counted as materialized (
    select delivery_state as state, coalesce(exclusion_reason, delivery_code, '') as code, count(*) as n
    from public.campaign_candidates where campaign_id = p_campaign group by 1, 2),
  by_state as (select state, sum(n)::bigint as n, jsonb_object_agg(code, n) filter (where code <> '') as codes from counted group by state),
  states as (select coalesce(jsonb_object_agg(state, n), '{}') as n, coalesce(jsonb_object_agg(state, coalesce(codes, '{}')), '{}') as codes from by_state),
  number as (
    select (select coalesce(sum(n), 0)::bigint from counted) as planned,
      coalesce((s.n ->> 'confirmed')::bigint, 0) as confirmed, coalesce((s.n ->> 'unconfirmed')::bigint, 0) as unconfirmed,
      coalesce((s.n ->> 'held')::bigint, 0) as held, coalesce((s.n ->> 'excluded')::bigint, 0) as excluded,
      coalesce((s.n ->> 'failed')::bigint, 0) as failed, coalesce((s.n ->> 'waiting')::bigint, 0) as queued,
      coalesce((s.n ->> 'sending')::bigint, 0) as sending, s.codes
    from states s)
  select jsonb_build_object('planned', planned, 'sent', confirmed + unconfirmed, 'confirmed', confirmed, 'unconfirmed', unconfirmed,
    'acknowledged', coalesce((codes -> 'unconfirmed' ->> 'acknowledged')::bigint, 0),
    'needsDecision', coalesce((codes -> 'unconfirmed' ->> 'needs_decision')::bigint, 0),
    'takenAsSent', coalesce((codes -> 'confirmed' ->> 'taken_as_sent')::bigint, 0),
    'held', held, 'excluded', excluded, 'failed', failed, 'waiting', queued + sending, 'sending', sending,
    'exclusions', coalesce(codes -> 'excluded', '{}'), 'holds', coalesce(codes -> 'held', '{}'),
    'failures', coalesce(codes -> 'failed', '{}'), 'doubts', coalesce(codes -> 'unconfirmed', '{}'),
    'batches', (select coalesce(jsonb_object_agg(b.state, b.n), '{}')
      from (select state, count(*) as n from public.launch_batches where campaign_id = p_campaign group by state) b),
    -- From here on the launch can't be taken back, whoever waits again.
    'posted', exists (select from public.launch_batches where campaign_id = p_campaign and first_posted_at is not null),
    -- What the outbox is waiting for: the next attempt, and the last answer to what is not sent yet.
    'nextAttemptAt', (select min(next_attempt_at) from public.launch_batches where campaign_id = p_campaign and state = 'waiting' and exists (
      select from public.campaign_candidates r where r.batch_id = launch_batches.id and r.delivery_state <> 'held')),
    'lastCode', (select last_code from public.launch_batches where campaign_id = p_campaign and state in ('waiting', 'sending')
      and last_code is not null order by updated_at desc limit 1),
    'heldUntil', (select min(held_until) from public.campaign_candidates where campaign_id = p_campaign and delivery_state = 'held'),
    -- Why nothing goes out in any campaign.
    'sendingPaused', (select nullif(value ->> 'pausedReason', '') from public.settings where key = 'sending'),
    'at', now())
  from number
$$;

revoke all on function public.campaign_accounting(uuid) from public, anon, authenticated, service_role;
grant execute on function public.campaign_accounting(uuid) to authenticated, service_role;
