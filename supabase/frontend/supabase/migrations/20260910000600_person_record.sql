-- One person's page: everything across jobs, pools and campaigns, as far as the asker's offices have it.

-- Fails unless the asker's offices know the person.
create function private.require_visible_person(p_person uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (select from public.person_offices where person_id = p_person and office_id = any (private.my_offices())) then
    perform private.fail('not_found', 'not_visible', 'This person is not there any more, or not yours to see.',
      'They may have been merged with somebody, erased, or belong to an office that you do not.');
  end if;
end $$;

-- Whether and when the person may be contacted: over all their numbers. What another office does is told as a fact
-- without its name.
create function private.person_contact(p_person uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  with phones as (select p as phone, private.phone_key(p) as key from unnest(private.person_phones(p_person)) as p),
  slots as (select s.* from public.contact_slots s where s.phone_e164 in (select key from phones)),
  active as (
    select c.id, c.name, c.office_id = any (private.my_offices()) as mine from slots s join public.campaigns c on c.id = s.active_campaign_id
    where c.state in ('scheduled', 'running', 'paused') order by s.updated_at desc limit 1)
  select jsonb_build_object(
    'optedOut', exists (select from private.suppressed_phones(array(select phone from phones))),
    'lastContactedAt', (select max(last_contacted_at) from slots), 'contactCount', (select coalesce(sum(contact_count), 0) from slots),
    'coolDownUntil', (select max(last_contacted_at) + make_interval(days => private.number_setting('contact_limits', 'coolDownDays', 0))
      from slots where private.number_setting('contact_limits', 'coolDownDays', 0) > 0
      having max(last_contacted_at) + make_interval(days => private.number_setting('contact_limits', 'coolDownDays', 0)) > now()),
    'active', (select jsonb_build_object('campaignId', case when mine then id end, 'name', case when mine then name end) from active),
    -- Who asked for it and where is for admins.
    'suppressions', case when private.my_role() = 'admin' then (
      select coalesce(jsonb_agg(jsonb_build_object('phone', s.phone_e164, 'reason', s.reason, 'source', s.source, 'at', s.created_at, 'liftedAt', s.lifted_at)
        order by s.created_at desc), '[]') from public.suppressions s
      where private.phone_key(s.phone_e164) in (select key from phones)) else '[]' end)
$$;

-- The zone that the hours of contacts are read in: what somebody told of the person, null where nobody did; then it is the
-- campaign's, else that of its office, of which the asker's who know the person are listed.
create function private.person_time_zone(p_person uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('own', (select time_zone from public.people where id = p_person),
    'offices', (select coalesce(jsonb_agg(distinct o.time_zone), '[]') from public.person_offices po join public.offices o on o.id = po.office_id
      where po.person_id = p_person and po.office_id = any (private.my_offices())))
$$;

-- {"person", "phones", "otherOffices", "contact", "timeZone", "cards", "members", "recipients", "notes", "events", "merges"}; or
-- {"mergedInto"} where the row was merged into somebody.
create function public.person_record(p_person uuid) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  offices uuid[] := private.my_offices();
  into_id uuid := (select merged_into from public.people where id = p_person);
  cards jsonb;
  members jsonb;
  recipients jsonb;
  events jsonb;
begin
  if into_id is not null then
    perform private.require_visible_person(into_id);
    return jsonb_build_object('mergedInto', into_id);
  end if;
  perform private.require_visible_person(p_person);
  select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'jobId', c.job_id, 'jobTitle', j.title, 'name', c.name, 'email', c.email, 'status', c.status,
    'columnName', k.name, 'columnColour', k.colour, 'setBy', c.status_set_by, 'suggested', c.suggested_status, 'changedAt', c.status_changed_at,
    'tags', c.tags, 'followUpOn', c.follow_up_on) order by c.status_changed_at desc), '[]') into cards
  from public.candidates c join public.jobs j on j.id = c.job_id left join public.kanban_columns k on k.job_id = c.job_id and k.key = c.status
  where c.person_id = p_person and c.office_id = any (offices);
  select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'datasetId', d.dataset_id, 'datasetName', s.name, 'name', d.name, 'email', d.email,
    'postcode', d.postcode, 'location', d.location, 'trade', d.trade, 'blueCard', d.blue_card, 'greenCard', d.green_card, 'notes', d.notes, 'tags', d.tags,
    'fileName', i.file_name, 'addedAt', d.created_at) order by d.created_at desc), '[]') into members
  from public.dataset_candidates d join public.datasets s on s.id = d.dataset_id left join public.imports i on i.id = d.import_id
  where d.person_id = p_person and d.office_id = any (offices);
  select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'campaignId', r.campaign_id, 'campaignName', g.name, 'campaignState', g.state, 'phone', r.phone_e164,
    'name', trim(r.forename || ' ' || r.surname), 'deliveryState', r.delivery_state, 'exclusionReason', r.exclusion_reason, 'status', r.status,
    'messages', m.messages, 'calls', (select count(*) from public.call_records k where k.campaign_candidate_id = r.id),
    'lastMessage', left(m.last_body, 300), 'lastAt', coalesce(r.last_contact_at, m.last_at, r.contacted_at, r.created_at)) order by r.created_at desc), '[]')
  into recipients
  from public.campaign_candidates r join public.campaigns g on g.id = r.campaign_id
  cross join lateral (
    select count(*) as messages, (array_agg(w.body order by w.chat_id desc nulls last, w.created_at desc))[1] as last_body, max(w.sent_at) as last_at
    from public.whatsapp_messages w where w.campaign_candidate_id = r.id and not w.hidden and w.kind = 'text') m
  where r.person_id = p_person and r.office_id = any (offices);
  select coalesce(jsonb_agg(jsonb_build_object('id', e.id::text, 'from', e.from_status, 'to', e.to_status, 'setBy', e.set_by, 'actor', f.full_name,
    'action', e.trace ->> 'action', 'at', e.occurred_at, 'about', e.about) order by e.id desc), '[]') into events from (
    select x.*, j.title as about from public.candidates c join public.status_events x on x.candidate_id = c.id join public.jobs j on j.id = c.job_id
    where c.person_id = p_person and c.office_id = any (offices)
    union all
    select x.*, g.name from public.campaign_candidates r join public.status_events x on x.recipient_id = r.id and x.candidate_id is null
    join public.campaigns g on g.id = r.campaign_id
    where r.person_id = p_person and r.office_id = any (offices)
    order by id desc limit 200) e left join public.profiles f on f.id = e.actor_id;
  return jsonb_build_object('person', private.person_summary(p_person, offices), 'phones', to_jsonb(private.person_phones(p_person)),
    'otherOffices', exists (select from public.person_offices where person_id = p_person and not office_id = any (offices)),
    'contact', private.person_contact(p_person), 'timeZone', private.person_time_zone(p_person), 'cards', cards, 'members', members, 'recipients', recipients,
    'notes', private.notes_about(p_person, null, null, offices), 'events', events,
    'merges', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'phone', g.phone_e164, 'at', m.merged_at, 'by', f.full_name,
        'cards', jsonb_array_length(m.record -> 'cards') + jsonb_array_length(m.record -> 'foldedCards'),
        'members', jsonb_array_length(m.record -> 'members') + jsonb_array_length(m.record -> 'foldedMembers'),
        'recipients', jsonb_array_length(m.record -> 'recipients')) order by m.merged_at desc), '[]')
      from private.person_merges m join public.people g on g.id = m.merged_id and g.merged_into = m.kept_id
      left join public.profiles f on f.id = m.merged_by where m.kept_id = p_person and m.undone_at is null));
end $$;

revoke all on function private.require_visible_person(uuid), private.person_contact(uuid), private.person_time_zone(uuid), public.person_record(uuid)
  from public, anon, authenticated, service_role;
grant execute on function public.person_record(uuid) to authenticated;
