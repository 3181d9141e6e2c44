-- Cards: made by the campaign's policy, moved by evidence unless a person decided. The reference for
-- who wins is src/domain/status/decide-card.ts.

-- Links recipients of pg_temp.derived to their person's card, and makes one where the campaign's policy
-- says so; a refusal alone makes none. What a person took off the board stays off. Answers how many it made.
create function private.make_cards() returns integer
language plpgsql security definer set search_path = '' as $$
declare made integer;
begin
  update public.campaign_candidates r set candidate_id = c.id, updated_at = now()
  from pg_temp.derived d join public.campaign_candidates x using (id)
  join public.candidates c on c.job_id = d.job_id and c.person_id = x.person_id
  where r.id = d.id and r.candidate_id is null and not r.card_removed;

  with wanted as (
    select distinct on (d.job_id, coalesce(r.person_id, r.id)) r.id as recipient_id, d.job_id, r.office_id, r.person_id, d.trace,
      coalesce(nullif(trim(r.forename || ' ' || r.surname), ''), 'Unnamed') as name, r.mobile, r.email,
      coalesce(private.board_status(d.job_id, coalesce(d.status, 'not-contacted')),
        (select k.key from public.kanban_columns k where k.job_id = d.job_id order by k.position limit 1)) as status
    from pg_temp.derived d join public.campaign_candidates r using (id)
    where r.candidate_id is null and not r.card_removed and d.sessions > 0
      and d.card_policy <> 'never' and d.reached >= case d.card_policy when 'launch' then 0 when 'contacted' then 1 else 2 end
    order by d.job_id, coalesce(r.person_id, r.id), r.id
  ), made as (
    insert into public.candidates (job_id, office_id, person_id, name, phone_given, email, status, deciding_recipient_id, created_by)
    select job_id, office_id, person_id, left(name, 200), mobile, email, status, recipient_id, null from wanted
    on conflict (job_id, person_id) where person_id is not null do nothing
    returning id, job_id, office_id, person_id, status, deciding_recipient_id
  ), linked as (
    update public.campaign_candidates r set candidate_id = m.id, updated_at = now()
    from made m, pg_temp.derived d join public.campaign_candidates x using (id)
    where r.id = d.id and d.job_id = m.job_id and not r.card_removed
      and (r.id = m.deciding_recipient_id or (r.candidate_id is null and x.person_id = m.person_id))
  )
  insert into public.status_events (office_id, candidate_id, from_status, to_status, set_by, trace)
  select m.office_id, m.id, null, m.status, 'automation',
    coalesce(w.trace, '{}') || jsonb_build_object('action', 'card', 'recipientId', m.deciding_recipient_id)
  from made m join wanted w on w.recipient_id = m.deciding_recipient_id;
  get diagnostics made = row_count;
  return made;
end $$;

-- What the evidence says of these cards: of a card's recipients the latest launched that has any
-- decides. Automation follows it, down to not-contacted when it is withdrawn; a person's decision
-- stays, and what differs from it becomes a suggestion. What contests a status is only suggested.
-- Answers how many statuses and suggestions changed.
create function private.rederive_cards(p_cards uuid[]) returns integer
language plpgsql security definer set search_path = '' set client_min_messages = warning as $$
declare changed integer;
begin
  if p_cards is null then return 0; end if;
  drop table if exists pg_temp.card_now;
  create temporary table card_now on commit drop as
  select c.id, c.job_id, c.office_id, c.status, c.status_set_by, c.suggested_status,
    -- Where automation never decided, there is nothing of its own to take back.
    c.deciding_recipient_id is not null or c.proposed_status is not null as was_derived
  from public.candidates c where c.id = any (p_cards) order by c.id for no key update;
  analyze pg_temp.card_now;

  drop table if exists pg_temp.card_next;
  create temporary table card_next on commit drop as
  with decided as (
    select c.*, d.recipient_id, d.trace, d.status as derived, coalesce(d.contested, d.status) as proposed
    from pg_temp.card_now c left join lateral (
      select r.id as recipient_id, r.status, r.contested_status as contested, r.status_trace as trace
      from public.campaign_candidates r join public.campaigns g on g.id = r.campaign_id
      where r.candidate_id = c.id and r.status_trace is not null
      order by g.launched_at desc nulls last, g.created_at desc, r.id limit 1
    ) d on true
  ), place as materialized (
    select s.job_id, s.status, private.board_status(s.job_id, s.status) as column_key
    from (select job_id, coalesce(derived, 'not-contacted') as status from decided union select job_id, proposed from decided) s
  )
  select c.id, c.recipient_id, c.trace, c.status as was, c.status_set_by, p.column_key as proposed,
    case when c.status_set_by = 'person' or (c.derived is null and not c.was_derived) then c.status
      else coalesce(o.column_key, c.status) end as status
  from decided c
  left join place o on o.job_id = c.job_id and o.status = coalesce(c.derived, 'not-contacted')
  left join place p on p.job_id = c.job_id and p.status = c.proposed;

  insert into public.status_events (office_id, candidate_id, from_status, to_status, set_by, trace)
  select c.office_id, c.id, n.was, n.status, 'automation', coalesce(n.trace, '{}')
    || jsonb_build_object('action', case when n.recipient_id is null then 'withdraw' else 'derive' end, 'recipientId', n.recipient_id)
  from pg_temp.card_next n join pg_temp.card_now c using (id) where n.was <> n.status
  order by c.id;
  update public.candidates c set status = n.status, proposed_status = n.proposed, deciding_recipient_id = n.recipient_id,
    status_changed_at = case when n.was = n.status then c.status_changed_at else now() end,
    position = case when n.was = n.status then c.position else extract(epoch from clock_timestamp()) end
  from pg_temp.card_next n
  where c.id = n.id and (c.status, c.proposed_status, c.deciding_recipient_id) is distinct from (n.status, n.proposed, n.recipient_id);
  select count(*) into changed from pg_temp.card_now w join public.candidates c using (id)
  where w.status <> c.status or w.suggested_status is distinct from c.suggested_status;
  return changed;
end $$;

revoke all on function private.make_cards(), private.rederive_cards(uuid[])
  from public, anon, authenticated, service_role;
