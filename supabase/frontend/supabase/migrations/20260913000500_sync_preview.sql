-- What a tick would change, worked out by the functions that would do it, and taken back: no row, no cursor, no run remains of it.

-- p_apply is as for sync_apply. Shows what the actor may see: {"result": "ok", "read", "matched", "unmatched", "messages", "calls",
-- "changes": {"count", "items": [{"recipientId", "name", "campaign", "from", "to"}]}, "cards": how many move,
-- "setAside": [{"kind", "summary"}]}, each list at most fifty; "conflict" where somebody applied since the page was read.
create function public.sync_preview(p_actor uuid, p_apply jsonb) returns jsonb
language plpgsql security definer set search_path = '' set jit = off set client_min_messages = warning as $$
declare
  actor_role constant text := (select role from public.profiles where id = p_actor and active);
  offices constant uuid[] := array(select o.id from public.offices o where actor_role = 'admin'
    or exists (select from public.profile_offices po where po.profile_id = p_actor and po.office_id = o.id));
  answer jsonb;
  last_event bigint;
begin
  if actor_role is null or actor_role = 'viewer' then
    perform private.fail('forbidden', 'read_only', 'You can look at this but not change it.', 'Ask an admin for the role "recruiter".');
  end if;
  -- Nobody else's events come in between: every apply and every derivation holds this row.
  perform from public.sync_cursors where id = 'backend' for update;
  last_event := coalesce((select max(id) from public.status_events), 0);
  begin
    answer := public.sync_apply(p_apply);
    if answer ->> 'result' <> 'conflict' then
      with session as (select * from pg_temp.page_session where recipient_id is null and actor_role = 'admin' or office_id = any (offices)),
      event as (
        select e.*, r.campaign_id, trim(r.forename || ' ' || r.surname) as name from public.status_events e
        join public.campaign_candidates r on r.id = e.recipient_id
        where e.id > last_event and e.set_by = 'automation' and e.candidate_id is null and e.office_id = any (offices)
          and e.recipient_id in (select recipient_id from session)),
      shown as (select e.*, g.name as campaign from event e join public.campaigns g on g.id = e.campaign_id order by e.id limit 50)
      select jsonb_build_object('result', 'ok',
        'read', (select count(*) from session where not gone), 'matched', (select count(*) from session where recipient_id is not null and not gone),
        'unmatched', (select count(*) from session where recipient_id is null and not gone),
        'messages', (select count(*) from pg_temp.page_message m join session s on s.session = m.session),
        'calls', (select count(*) from pg_temp.page_call c join session s on s.session = c.session),
        'changes', jsonb_build_object('count', (select count(*) from event), 'items', (select coalesce(jsonb_agg(jsonb_build_object(
          'recipientId', recipient_id, 'name', name, 'campaign', campaign, 'from', from_status, 'to', to_status) order by id), '[]') from shown)),
        'cards', (select count(*) from public.status_events e where e.id > last_event and e.set_by = 'automation' and e.candidate_id in (
          select r.candidate_id from public.campaign_candidates r join session s on s.recipient_id = r.id)),
        'setAside', (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'summary', summary)), '[]')
          from (select i.kind, i.summary from pg_temp.page_issue i left join session s on s.session = i.session
            where s.session is not null or actor_role = 'admin' order by i.kind, i.summary limit 50) i))
      into answer;
    end if;
    raise exception using errcode = 'RC001', message = 'taken back';
  exception when sqlstate 'RC001' then
    -- Everything since begin is undone but what the variable says.
    null;
  end;
  return answer;
end $$;

-- Lets the next tick read everything anew. What is there already is compared, not written twice.
create function public.sync_restart(p_actor uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.sync_cursors set cursor = null, unfinished = false, version = version + 1 where id = 'backend';
  perform private.audit(p_actor, 'restart-sync', 'sync', 'backend', null);
end $$;

revoke all on function public.sync_preview(uuid, jsonb), public.sync_restart(uuid) from public, anon, authenticated, service_role;
grant execute on function public.sync_preview(uuid, jsonb), public.sync_restart(uuid) to service_role;
