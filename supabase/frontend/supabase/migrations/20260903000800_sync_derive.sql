-- What recipients' registers mean under their campaigns' rules: the status, what contests it, and what
-- it rests on. The reference is src/domain/status (resolve-status.ts, status-trace.ts); a test runs
-- both over the same facts. A recipient with several sessions has the facts of all of them: of one
-- objective the latest dated, then those of the ledger's own session.

-- Makes pg_temp.derived of the recipients that have, or had, evidence; demo rows without any stay as they are.
create function private.derive_statuses(p_recipients uuid[]) returns void
language plpgsql security definer set search_path = '' set client_min_messages = warning as $$
begin
  drop table if exists pg_temp.derived, pg_temp.derived_fact, pg_temp.derived_match;
  create temporary table derived on commit drop as
  select r.id, r.office_id, r.campaign_id, g.job_id, g.rules_version, g.card_policy, coalesce(e.inbound, 0) as inbound,
    coalesce(e.answered, 0) as answered, e.last_contact_at, coalesce(e.sessions, 0) as sessions,
    null::integer as decided, null::text as status, null::text as contested, null::text as rule_kind, null::text as objective_key,
    0::double precision as reached, null::jsonb as trace
  from public.campaign_candidates r join public.campaigns g on g.id = r.campaign_id
  left join lateral (
    select count(*) as sessions, sum(inbound_count) as inbound, sum(answered_calls) as answered, max(last_contact_at) as last_contact_at
    from public.session_evidence where recipient_id = r.id and not gone
  ) e on true
  where r.id = any (p_recipients)
    and (r.status_trace is not null or exists (select from public.session_evidence where recipient_id = r.id));
  create unique index on pg_temp.derived (id);
  analyze pg_temp.derived;

  create temporary table derived_fact on commit drop as
  select distinct on (d.id, o.key) d.id, o.key, o.value -> 'value' as value, (o.value ->> 'affirmed')::boolean as affirmed,
    (o.value ->> 'at')::timestamptz as at, (o.value ->> 'eventId')::bigint as event_id, e.session_id
  from pg_temp.derived d join public.session_evidence e on e.recipient_id = d.id and not e.gone
  cross join lateral jsonb_each(e.objectives) as o(key, value)
  order by d.id, o.key, (o.value ->> 'at')::timestamptz desc nulls last, e.matched_by <> 'session', e.session_id;
  create index on pg_temp.derived_fact (id, key);
  analyze pg_temp.derived_fact;

  create temporary table derived_match on commit drop as
  with campaign as (select distinct campaign_id, rules_version from pg_temp.derived),
  rule as (
    select c.campaign_id, s.position, s.objective_key, s.status, s.rank, s.is_refusal
    from campaign c join public.status_rules s using (campaign_id, rules_version)
    union all
    select c.campaign_id, s.position, s.objective_key, s.status, s.rank, s.is_refusal
    from campaign c cross join private.default_status_rules() s
    where not exists (select from public.status_rules x where x.campaign_id = c.campaign_id and x.rules_version = c.rules_version)
  )
  select d.id, u.position, u.objective_key, u.status, u.rank, u.is_refusal, f.at
  from pg_temp.derived d join pg_temp.derived_fact f on f.id = d.id and f.affirmed
  join rule u on u.campaign_id = d.campaign_id and u.objective_key = f.key;
  create index on pg_temp.derived_match (id);
  analyze pg_temp.derived_match;

  with side as (
    select id, min(position) filter (where not is_refusal) as first, min(position) filter (where is_refusal) as refusal
    from pg_temp.derived_match group by id
  ), dated as (
    select s.id, s.first, s.refusal, max(m.rank) filter (where not m.is_refusal) as reached,
      case when bool_and(m.at is not null) filter (where m.is_refusal) then max(m.at) filter (where m.is_refusal) end as refused_at,
      case when bool_and(m.at is not null) filter (where not m.is_refusal and m.position < s.refusal)
        then max(m.at) filter (where not m.is_refusal and m.position < s.refusal) end as advanced_at
    from side s join pg_temp.derived_match m using (id) group by s.id, s.first, s.refusal
  ), decision as (
    select *, first < refusal and (refused_at is null or advanced_at is null) as contested,
      case when refusal is null or (first < refusal and (refused_at is null or advanced_at is null or refused_at <= advanced_at))
        then first else refusal end as decided
    from dated
  )
  update pg_temp.derived d set decided = n.decided, status = m.status, objective_key = m.objective_key,
    rule_kind = case when m.is_refusal then 'refusal' else 'objective' end, reached = coalesce(n.reached, 0),
    contested = case when n.contested then (select x.status from pg_temp.derived_match x where x.id = n.id and x.position = n.refusal) end
  from decision n join pg_temp.derived_match m on m.id = n.id and m.position = n.decided
  where d.id = n.id;

  -- No rule holds: any sign of life is contact.
  update pg_temp.derived d set status = 'contacted',
    rule_kind = case when d.inbound > 0 then 'inbound' when d.answered > 0 then 'call' else 'value' end,
    objective_key = case when d.inbound = 0 and d.answered = 0 then f.key end
  from (select d.id, min(f.key collate "C") as key from pg_temp.derived d left join pg_temp.derived_fact f using (id) group by d.id) f
  where f.id = d.id and d.decided is null and (d.inbound > 0 or d.answered > 0 or f.key is not null);
  -- A refusal alone brings nobody nearer, so it makes no card.
  update pg_temp.derived d set reached = greatest(d.reached, 1)
  where d.inbound > 0 or d.answered > 0 or exists (
    select from pg_temp.derived_fact f where f.id = d.id and not exists (
      select from pg_temp.derived_match m where m.id = d.id and m.objective_key = f.key and m.is_refusal));

  perform private.cite_derived();
end $$;

revoke all on function private.derive_statuses(uuid[]) from public, anon, authenticated, service_role;
