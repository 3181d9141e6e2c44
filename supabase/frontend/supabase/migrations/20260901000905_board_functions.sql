-- What people do to cards. A person's decision is kept with the proposal it was made against, and
-- every change of status leaves one status_events row. Each function takes the version the person saw;
-- a mismatch answers {"result": "conflict", "card": <the present row>} and changes nothing.

create function private.card_answer(p_result text, p_candidate uuid, p_event bigint default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('result', p_result, 'eventId', p_event, 'card', to_jsonb(c)) from public.candidates c where c.id = p_candidate
$$;

-- Locks a card the asker may change; null where the version they saw is not the present one.
create function private.lock_card(p_candidate uuid, p_version integer) returns public.candidates
language plpgsql security definer set search_path = '' as $$
declare card public.candidates;
begin
  select * into card from public.candidates where id = p_candidate for update;
  perform private.require_office(card.office_id);
  if p_version is not null and card.version <> p_version then return null; end if;
  return card;
end $$;

-- What of a card a change of status touches, as it stands in traces and is put back by an undo.
create function private.card_standing(p_card public.candidates) returns jsonb
language sql stable parallel safe
return jsonb_build_object('status', p_card.status, 'setBy', p_card.status_set_by,
  'decidedAgainst', p_card.decided_against, 'position', p_card.position, 'rejectionReason', p_card.rejection_reason);

create function private.note_card_event(p_before public.candidates, p_to text, p_action text, p_details jsonb default '{}') returns bigint
language sql security definer set search_path = '' as $$
  insert into public.status_events (office_id, candidate_id, from_status, to_status, set_by, actor_id, trace)
  values (p_before.office_id, p_before.id, p_before.status, p_to, 'person', auth.uid(), p_details || jsonb_build_object('action', p_action,
    'before', private.card_standing(p_before)))
  returning id
$$;

-- Moves a card to a column and a place in it. Another column is a person's decision about the status.
create function public.move_card(p_candidate uuid, p_status text, p_position double precision, p_version integer, p_reason text default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  card public.candidates := private.lock_card(p_candidate, p_version);
  event bigint;
begin
  if card.id is null then return private.card_answer('conflict', p_candidate); end if;
  if not exists (select from public.kanban_columns where job_id = card.job_id and key = p_status) then
    perform private.fail('invalid', 'no_such_column', 'That column is not on this board any more.', 'Reload the board and pick another column.');
  end if;
  if card.status <> p_status then
    event := private.note_card_event(card, p_status, 'move', jsonb_strip_nulls(jsonb_build_object('reason', p_reason)));
    update public.candidates set status = p_status, status_set_by = 'person', decided_against = proposed_status,
      status_changed_at = now(), position = coalesce(p_position, position),
      rejection_reason = case when p_status = 'rejected' then coalesce(p_reason, rejection_reason) else rejection_reason end
    where id = card.id;
  elsif p_position is not null then
    update public.candidates set position = p_position where id = card.id;
  end if;
  return private.card_answer('ok', p_candidate, event);
end $$;

-- Answers the agent's suggestion, or hands the card back to automation.
create function public.decide_suggestion(p_candidate uuid, p_decision text, p_version integer)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  card public.candidates := private.lock_card(p_candidate, p_version);
  next_status text;
  event bigint;
begin
  if card.id is null then return private.card_answer('conflict', p_candidate); end if;
  if p_decision not in ('accept', 'dismiss', 'resume') then
    perform private.fail('invalid', 'unknown_decision', 'A suggestion can be accepted or dismissed, or automation resumed.');
  end if;
  if p_decision = 'accept' and card.suggested_status is null then
    return private.card_answer('conflict', p_candidate);
  end if;
  next_status := case when p_decision = 'accept' then card.suggested_status else card.status end;
  event := private.note_card_event(card, next_status, p_decision);
  update public.candidates set status = next_status,
    status_set_by = case p_decision when 'resume' then 'automation' when 'accept' then 'person' else status_set_by end,
    decided_against = case when p_decision = 'resume' then null else proposed_status end,
    status_changed_at = case when next_status = card.status then status_changed_at else now() end
  where id = card.id;
  if p_decision = 'resume' then
    -- From here on the evidence decides: at once, if there is any.
    perform private.rederive_cards(array[card.id]);
  end if;
  return private.card_answer('ok', p_candidate, event);
end $$;

-- Takes a person's last change of a card back, as long as nothing has changed it since.
create function public.undo_card_change(p_event bigint) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  event public.status_events;
  card public.candidates;
  before jsonb;
begin
  select * into event from public.status_events where id = p_event;
  card := private.lock_card(event.candidate_id, null);
  before := event.trace -> 'before';
  if event.actor_id is distinct from auth.uid() or before is null or card.status <> event.to_status
     or exists (select from public.status_events e where e.candidate_id = card.id and e.id > p_event)
     or not exists (select from public.kanban_columns where job_id = card.job_id and key = before ->> 'status') then
    return private.card_answer('conflict', card.id);
  end if;
  perform private.note_card_event(card, before ->> 'status', 'undo', jsonb_build_object('undoes', p_event));
  update public.candidates set status = before ->> 'status', status_set_by = before ->> 'setBy',
    decided_against = before ->> 'decidedAgainst', position = (before ->> 'position')::double precision,
    rejection_reason = coalesce(before ->> 'rejectionReason', ''), status_changed_at = now()
  where id = card.id;
  return private.card_answer('ok', card.id);
end $$;

-- Puts a person on a board. Who is there already is found by phone: {"result": "exists", "card"}.
create function public.add_card(p_id uuid, p_job uuid, p_name text, p_phone_e164 text, p_phone_given text, p_phone_valid boolean,
  p_email text default '', p_status text default 'not-contacted') returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  office uuid := (select office_id from public.jobs where id = p_job);
  person uuid;
  existing uuid;
begin
  perform private.require_office(office);
  if exists (select from public.candidates where id = p_id and job_id = p_job) then return private.card_answer('ok', p_id); end if;
  if not exists (select from public.kanban_columns where job_id = p_job and key = p_status) then
    perform private.fail('invalid', 'no_such_column', 'That column is not on this board any more.', 'Reload the board and pick another column.');
  end if;
  person := private.person_of(p_phone_e164, p_phone_given, p_phone_valid);
  select id into existing from public.candidates where job_id = p_job and person_id = person;
  if existing is not null then return private.card_answer('exists', existing); end if;
  insert into public.candidates (id, job_id, office_id, person_id, name, phone_given, email, status, status_set_by)
  values (p_id, p_job, office, person, p_name, coalesce(p_phone_given, ''), coalesce(p_email, ''), p_status,
    case when p_status = 'not-contacted' then 'automation' else 'person' end);
  if p_status <> 'not-contacted' then
    insert into public.status_events (office_id, candidate_id, from_status, to_status, set_by, actor_id, trace)
    values (office, p_id, null, p_status, 'person', auth.uid(), '{"action": "add"}');
  end if;
  return private.card_answer('ok', p_id);
end $$;

-- Takes a card off its board; its notes and history go with it, the person and their conversations stay.
create function public.remove_card(p_candidate uuid, p_version integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare card public.candidates;
begin
  -- Recipients before their card, as everywhere: they are told that it is gone.
  perform from public.campaign_candidates where candidate_id = p_candidate order by id for no key update;
  card := private.lock_card(p_candidate, p_version);
  if card.id is null then return private.card_answer('conflict', p_candidate); end if;
  perform private.audit(auth.uid(), 'remove-card', 'candidate', card.id::text, card.office_id, jsonb_build_object('jobId', card.job_id));
  delete from public.candidates where id = card.id;
  return jsonb_build_object('result', 'ok');
end $$;

-- Sets the status of a recipient on its job's board; a recipient without a card gets one.
create function public.set_recipient_status(p_recipient uuid, p_status text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  recipient public.campaign_candidates;
  job uuid;
  card uuid;
begin
  select * into recipient from public.campaign_candidates where id = p_recipient for update;
  perform private.require_office(recipient.office_id);
  select job_id into job from public.campaigns where id = recipient.campaign_id;
  card := coalesce(recipient.candidate_id, (select id from public.candidates where job_id = job and person_id = recipient.person_id));
  if card is null then
    insert into public.candidates (job_id, office_id, person_id, name, phone_given, email, proposed_status, deciding_recipient_id)
    select job, j.office_id, recipient.person_id, coalesce(nullif(trim(recipient.forename || ' ' || recipient.surname), ''), 'Unnamed'),
      recipient.mobile, recipient.email, null, recipient.id
    from public.jobs j where j.id = job returning id into card;
  end if;
  if recipient.candidate_id is distinct from card then
    update public.campaign_candidates set candidate_id = card, updated_at = now() where id = recipient.id;
  end if;
  return public.move_card(card, p_status, null, null);
end $$;

-- How many cards stand in each column of a board, from one snapshot.
create function public.board_counts(p_job uuid) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_object_agg(status, n), '{}') from (select status, count(*) as n from public.candidates where job_id = p_job group by status) s
$$;

revoke all on function private.card_answer(text, uuid, bigint), private.lock_card(uuid, integer),
  private.card_standing(public.candidates), private.note_card_event(public.candidates, text, text, jsonb),
  public.move_card(uuid, text, double precision, integer, text), public.decide_suggestion(uuid, text, integer),
  public.undo_card_change(bigint), public.add_card(uuid, uuid, text, text, text, boolean, text, text),
  public.remove_card(uuid, integer), public.set_recipient_status(uuid, text), public.board_counts(uuid)
  from public, anon, authenticated, service_role;
grant execute on function public.move_card(uuid, text, double precision, integer, text), public.decide_suggestion(uuid, text, integer),
  public.undo_card_change(bigint), public.add_card(uuid, uuid, text, text, text, boolean, text, text),
  public.remove_card(uuid, integer), public.set_recipient_status(uuid, text), public.board_counts(uuid) to authenticated;
