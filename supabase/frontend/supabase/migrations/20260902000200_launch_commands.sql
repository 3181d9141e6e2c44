-- Commands to the backend: an outbox whose rows stay until they are done.

-- Gives a worker commands that are due: [{"id", "kind", "sessionId", "attempts"}]. They come again after two minutes
-- unless they are finished; sending one twice does no harm.
create function public.claim_commands(p_kind text default 'complete-session', p_limit integer default 500) returns jsonb
language sql security definer set search_path = '' as $$
  with due as (
    select id from public.backend_commands where state = 'waiting' and kind = p_kind and next_attempt_at <= now()
    order by next_attempt_at, id limit p_limit for update skip locked),
  taken as (
    update public.backend_commands c set attempts = c.attempts + 1, next_attempt_at = now() + interval '2 minutes'
    from due where c.id = due.id returning c.id, c.kind, c.session_id, c.attempts)
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'sessionId', session_id, 'attempts', attempts) order by id), '[]') from taken
$$;

-- p_failed: [{"id", "code", "retrySeconds"}].
create function public.finish_commands(p_done uuid[], p_failed jsonb default '[]') returns void
language sql security definer set search_path = '' as $$
  select id from public.backend_commands where id = any (p_done) order by id for update;
  update public.backend_commands set state = 'done', done_at = now(), last_code = null where id = any (p_done) and state = 'waiting';
  update public.backend_commands c set last_code = f.code, next_attempt_at = now() + make_interval(secs => f."retrySeconds")
  from jsonb_to_recordset(p_failed) as f(id uuid, code text, "retrySeconds" integer) where c.id = f.id and c.state = 'waiting'
$$;

revoke all on function public.claim_commands(text, integer), public.finish_commands(uuid[], jsonb) from public, anon, authenticated, service_role;
grant execute on function public.claim_commands(text, integer), public.finish_commands(uuid[], jsonb) to service_role;
