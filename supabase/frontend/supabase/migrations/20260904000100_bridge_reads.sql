-- What the bridge answers about itself, each from one snapshot. No personal data.

-- Lag, last success and the last runs, for GET /sync.
create function public.sync_state() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'lagSeconds', round(extract(epoch from now() - c.checked_at)),
    'checkedAt', c.checked_at, 'appliedAt', c.applied_at, 'pausedReason', c.paused_reason,
    'lastErrorCode', c.last_error, 'lastErrorDetail', c.last_error_detail, 'lastErrorAt', c.last_error_at,
    -- How changes are found, and within how many ticks at the latest.
    'feed', case when c.cursor ->> 'v' = 'sweep-1' then 'sweep' else 'log' end,
    'lapTicks', case when c.cursor ->> 'v' = 'sweep-1' then greatest(1, ceil((select count(*) from public.session_evidence) / 200.0)) end,
    -- Why a change log that is there isn't relied on; a stable code.
    'logFault', c.cursor ->> 'logFault',
    'openIssues', (select count(*) from public.sync_issues where state = 'open'),
    'runs', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'startedAt', r.started_at, 'finishedAt', r.finished_at,
        'trigger', r.trigger, 'mode', r.mode, 'state', r.state, 'pages', r.pages, 'requests', r.requests, 'sessionsRead', r.sessions_read,
        'matched', r.matched, 'unmatched', r.unmatched, 'statusesChanged', r.statuses_changed, 'cardsChanged', r.cards_changed,
        'messagesWritten', r.messages_written, 'callsWritten', r.calls_written, 'setAside', r.set_aside, 'errorCode', r.error_code)
        order by r.started_at desc)
      from (select * from public.sync_runs order by started_at desc limit 20) r), '[]'))
  from public.sync_cursors c where c.id = 'backend'
$$;

-- Gauges for GET /metrics: name → value, or name → {label value → value}.
create function public.bridge_metrics() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'sync_lag_seconds', (select extract(epoch from now() - checked_at) from public.sync_cursors where id = 'backend'),
    'sync_log_incomplete', (select count(*) from public.sync_cursors where cursor ->> 'logFault' is not null),
    'sync_open_issues', (select coalesce(jsonb_object_agg(kind, n), '{}') from (select kind, count(*) as n from public.sync_issues where state = 'open' group by kind) s),
    'launch_batches', (select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*) as n from public.launch_batches group by state) s),
    'launch_oldest_due_seconds', (select coalesce(extract(epoch from now() - min(next_attempt_at)), 0) from public.launch_batches where state = 'waiting' and next_attempt_at < now()),
    'campaigns', (select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*) as n from public.campaigns group by state) s),
    'backend_commands', (select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*) as n from public.backend_commands group by state) s))
$$;

revoke all on function public.sync_state(), public.bridge_metrics() from public, anon, authenticated, service_role;
grant execute on function public.sync_state(), public.bridge_metrics() to service_role;
