-- From registers to what people see: recipients, then the cards they stand behind. Called by the apply,
-- and by whatever else changes what evidence means (a link, new rules, a card handed back).

-- An objective's value in words.
create function private.answer_text(p_value jsonb) returns text
language sql immutable parallel safe
return coalesce(case p_value when 'true'::jsonb then 'yes' when 'false'::jsonb then 'no' else p_value #>> '{}' end, '');

-- Derives status, trace and answers of these recipients and the status of their cards, writes one
-- status_events row for each real change, and answers {"statuses", "cards"}: how many changed.
-- Locks batches, then recipients, then cards, each in the order of their ids.
create function private.rederive_recipients(p_recipients uuid[]) returns jsonb
language plpgsql security definer set search_path = '' set jit = off set random_page_cost = 1.1 set client_min_messages = warning as $$
declare
  changed integer;
  made integer;
begin
  if p_recipients is null or cardinality(p_recipients) = 0 then
    return jsonb_build_object('statuses', 0, 'cards', 0);
  end if;
  perform private.lock_batches_of(p_recipients);
  perform from public.campaign_candidates where id = any (p_recipients) order by id for no key update;
  perform private.derive_statuses(p_recipients);

  insert into public.status_events (office_id, recipient_id, from_status, to_status, set_by, trace)
  select d.office_id, d.id, r.status, coalesce(d.status, 'not-contacted'), 'automation',
    coalesce(d.trace, '{}') || jsonb_build_object('action', case when d.status is null then 'withdraw' else 'derive' end)
  from pg_temp.derived d join public.campaign_candidates r using (id)
  where r.status <> coalesce(d.status, 'not-contacted')
  order by d.id;
  get diagnostics changed = row_count;

  update public.campaign_candidates r set status = n.status, contested_status = n.contested, status_trace = n.trace,
    status_changed_at = case when r.status = n.status then r.status_changed_at else now() end,
    call_status = n.call_status, available_to_work = n.available_to_work, interested = n.interested,
    knows_referee = n.knows_referee, experience = n.experience, last_contact_at = n.last_contact_at, updated_at = now()
  from (
    select d.id, coalesce(d.status, 'not-contacted') as status, d.contested, d.trace, d.last_contact_at,
      coalesce(k.disposition, '') as call_status, coalesce(a.available, '') as available_to_work, coalesce(a.interested, '') as interested,
      coalesce(a.referee, '') as knows_referee, coalesce(a.experience, '') as experience
    from pg_temp.derived d
    left join lateral (
      select disposition from public.call_records where campaign_candidate_id = d.id and session_id is not null
      order by called_at desc nulls last, call_id collate "C" desc limit 1
    ) k on true
    left join (
      -- The first of an answer's keys that has a value.
      select id, (array_agg(answer order by key <> 'available_to_work', key) filter (
          where key in ('available_to_work', 'available', 'availability')))[1] as available,
        max(answer) filter (where key = 'interested') as interested,
        (array_agg(answer order by key <> 'knows_referee', key) filter (
          where key in ('knows_referee', 'knows_a_referee', 'referee')))[1] as referee,
        (array_agg(answer order by key <> 'experience', key) filter (
          where key in ('experience', 'years_of_experience', 'years_experience')))[1] as experience
      from (select id, key, private.answer_text(value) as answer from pg_temp.derived_fact) f group by id
    ) a on a.id = d.id
  ) n
  where r.id = n.id and (r.status, r.contested_status, r.status_trace, r.call_status, r.available_to_work, r.interested,
      r.knows_referee, r.experience, r.last_contact_at)
    is distinct from (n.status, n.contested, n.trace, n.call_status, n.available_to_work, n.interested, n.knows_referee,
      n.experience, n.last_contact_at);

  made := private.make_cards();
  return jsonb_build_object('statuses', changed, 'cards', made + private.rederive_cards((
    select array_agg(distinct r.candidate_id) from pg_temp.derived d join public.campaign_candidates r using (id)
    where r.candidate_id is not null)));
end $$;

revoke all on function private.answer_text(jsonb), private.rederive_recipients(uuid[]) from public, anon, authenticated, service_role;
