-- The start and the failure of a tick. Leases save work; that effects happen once is proved by
-- the compare-and-set in sync_apply alone. Every time here is this database's (S9).

-- Begins a tick: {"state": "go", "run", "cursor", "version", "failing", "unfinished", "checkedAt", "now"},
-- where checkedAt is the time before this tick, for sync_fail; or, changing nothing:
-- 'fresh' (one began within 5 seconds), 'busy' (another owner is at work), 'paused' (with "reason"),
-- 'backing-off' (after failures; with "error" and "retryAfterSeconds").
-- A tick that finds nothing to do ends without another request, and its lease runs out; so the
-- lease holds off timers, while a person who asks waits only for a tick that is applying pages.
create function public.sync_begin(p_owner text, p_trigger text default 'timer', p_force boolean default false)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  c public.sync_cursors;
  automatic constant boolean := p_trigger in ('timer', 'event');
begin
  select * into c from public.sync_cursors where id = 'backend' for update skip locked;
  if c.id is null then
    return jsonb_build_object('state', 'busy', 'now', now());
  end if;
  if c.paused_reason is not null then
    return jsonb_build_object('state', 'paused', 'reason', c.paused_reason, 'checkedAt', c.checked_at, 'now', now());
  end if;
  if not p_force then
    if not c.unfinished and c.attempted_at > now() - interval '5 seconds' then
      return jsonb_build_object('state', 'fresh', 'checkedAt', c.checked_at, 'now', now());
    end if;
    if automatic and c.retry_at > now() then
      return jsonb_build_object('state', 'backing-off', 'error', c.last_error, 'checkedAt', c.checked_at, 'now', now(),
        'retryAfterSeconds', ceil(extract(epoch from c.retry_at - now())));
    end if;
    if c.lease_until > now() and c.lease_owner <> p_owner and (automatic or c.applied_at >= c.attempted_at) then
      return jsonb_build_object('state', 'busy', 'checkedAt', c.checked_at, 'now', now());
    end if;
  end if;
  update public.sync_cursors set lease_owner = p_owner, lease_until = now() + interval '20 seconds', attempted_at = now(),
    -- While it fails, only a tick that came to its end counts as a look at the backend.
    checked_at = case when c.failures = 0 then now() else c.checked_at end
  where id = 'backend';
  -- What the ledger and the rules changed since is seen to here, as far as there is any.
  perform private.rematch_marked(200);
  perform public.sync_rederive(1000);
  return jsonb_build_object('state', 'go', 'run', gen_random_uuid(), 'cursor', c.cursor, 'version', c.version,
    'failing', c.failures > 0, 'unfinished', c.unfinished, 'checkedAt', c.checked_at, 'now', now());
end $$;

-- What a look at one recipient needs: its sessions, also while the sync is paused, and the version its apply must find.
create function public.sync_begin_recipient(p_recipient uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('state', case when c.paused_reason is null then 'go' else 'paused' end,
    'reason', c.paused_reason, 'version', c.version, 'cursor', c.cursor, 'now', now(), 'run', gen_random_uuid(),
    'sessions', (
      select coalesce(jsonb_agg(session_id order by session_id), '[]') from (
        select r.session_id from public.campaign_candidates r where r.id = p_recipient and r.session_id is not null
        union select e.session_id from public.session_evidence e where e.recipient_id = p_recipient
        union select l.session_id from public.session_links l where l.recipient_id = p_recipient
      ) s))
  from public.sync_cursors c where c.id = 'backend'
$$;

-- Ends a tick that failed: frees the lease, keeps the stable code and its detail, and takes back that the backend
-- was looked at. Automatic ticks then wait 10, 20, 40 … 300 seconds, or as long as the backend asked.
create function public.sync_fail(p_owner text, p_code text, p_run uuid default null,
  p_checked_at timestamptz default null, p_retry_after_seconds integer default 0, p_detail text default null)
returns void language plpgsql security definer set search_path = '' as $$
begin
  update public.sync_cursors set lease_owner = null, lease_until = null, failures = failures + 1,
    checked_at = least(checked_at, p_checked_at), last_error = p_code, last_error_detail = p_detail, last_error_at = now(),
    retry_at = now() + interval '1 second' * greatest(least(5 * 2 ^ least(failures + 1, 6), 300), p_retry_after_seconds)
  where id = 'backend' and lease_owner = p_owner;
  update public.sync_runs set state = 'failed', error_code = p_code, finished_at = now()
  where id = p_run and state = 'running';
end $$;

-- Pauses the sync, or resumes it when the reason is null.
create function public.sync_set_paused(p_actor uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.sync_cursors set paused_reason = nullif(trim(p_reason), '') where id = 'backend';
  perform private.audit(p_actor, case when p_reason is null then 'resume-sync' else 'pause-sync' end, 'sync', 'backend', null,
    jsonb_strip_nulls(jsonb_build_object('reason', p_reason)));
end $$;

revoke all on function public.sync_begin(text, text, boolean), public.sync_begin_recipient(uuid),
  public.sync_fail(text, text, uuid, timestamptz, integer, text), public.sync_set_paused(uuid, text)
  from public, anon, authenticated, service_role;
grant execute on function public.sync_begin(text, text, boolean), public.sync_begin_recipient(uuid),
  public.sync_fail(text, text, uuid, timestamptz, integer, text), public.sync_set_paused(uuid, text) to service_role;
