-- What was written without a network and is sent afterwards. The device makes the ids, and an id works once:
-- effect and mark are one transaction, so a write that is sent again after a lost answer changes nothing.

create table public.kept_writes (
  id uuid primary key,
  user_id uuid not null,
  sent_at timestamptz not null default now()
);
alter table public.kept_writes enable row level security; -- without a policy: only the function below reads it
create index kept_writes_time on public.kept_writes (sent_at);
revoke all on public.kept_writes from public, anon, authenticated, service_role;

create function private.note_kept_write(p_kind text, p_body jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  subject constant uuid := (p_body ->> 'subjectId')::uuid;
  office uuid;
begin
  if p_kind = 'card-note' then
    select office_id into office from public.candidates where id = subject;
    perform private.require_office(office);
    insert into public.candidate_notes (id, candidate_id, office_id, action_type, body, action_at)
    values ((p_body ->> 'noteId')::uuid, subject, office, p_body ->> 'action', p_body ->> 'text', least((p_body ->> 'at')::timestamptz, now()))
    on conflict (id) do nothing;
  else
    select office_id into office from public.campaign_candidates where id = subject;
    perform private.require_office(office);
    insert into public.campaign_candidate_notes (id, campaign_candidate_id, office_id, action_type, body, action_at)
    values ((p_body ->> 'noteId')::uuid, subject, office, p_body ->> 'action', p_body ->> 'text', least((p_body ->> 'at')::timestamptz, now()))
    on conflict (id) do nothing;
  end if;
end $$;

-- What one field of a card is now, with the words for it, as a conflict answers it.
create function private.present_of_card(p_card public.candidates, p_field text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select case p_field
    when 'status' then jsonb_build_object('status', p_card.status, 'columnName',
      (select name from public.kanban_columns where job_id = p_card.job_id and key = p_card.status))
    when 'assignedTo' then jsonb_build_object('assignedTo', p_card.assigned_to, 'assignedName',
      (select coalesce(nullif(full_name, ''), email) from public.profiles where id = p_card.assigned_to))
    else jsonb_build_object('followUpOn', p_card.follow_up_on) end
$$;

-- Moves a card that still stands where the person saw it; null where it does, else the column it is in now.
create function private.move_kept_card(p_body jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare card public.candidates := private.lock_card((p_body ->> 'subjectId')::uuid, null);
begin
  if card.status = p_body ->> 'to' and card.status <> p_body ->> 'from' then return null; end if;
  if card.status <> p_body ->> 'from' then return private.present_of_card(card, 'status'); end if;
  perform public.move_card(card.id, p_body ->> 'to', (p_body ->> 'position')::double precision, null, p_body ->> 'reason');
  return null;
end $$;

-- Sets a field of a card that is still what the person saw, as public.change_cards does: {"changeId", "set", "seen"}.
-- Null where that went well, else what the field is now; then the change leaves no mark either.
create function private.change_kept_card(p_body jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  card public.candidates := private.lock_card((p_body ->> 'subjectId')::uuid, null);
  change constant jsonb := p_body -> 'set';
  answer jsonb;
begin
  answer := public.change_cards((p_body ->> 'changeId')::uuid, card.job_id, change, jsonb_build_array(
    jsonb_build_object('id', card.id) || case when p_body ? 'seen' then jsonb_build_object('seen', p_body -> 'seen') else '{}' end));
  if answer -> 'left' = '[]' then return null; end if;
  delete from private.board_changes where id = (p_body ->> 'changeId')::uuid;
  return private.present_of_card(card, (select f from jsonb_object_keys(change) f where f <> 'reason'));
end $$;

-- Writes fields of a job that are still what the person saw: {"before": {…}, "after": {…}}, same keys. Null where
-- that went well, else what the fields are now. Fields nobody else touched do not stand in the way.
create function private.save_kept_job(p_body jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  fields constant text[] := array(select jsonb_object_keys(p_body -> 'after'));
  job public.jobs;
  present jsonb;
begin
  select * into job from public.jobs where id = (p_body ->> 'subjectId')::uuid for update;
  perform private.require_office(job.office_id);
  if not fields <@ '{title,company,location,employment_type,salary_range,open_positions,target,description,tags,state}'::text[] then
    perform private.fail('invalid', 'no_such_field', 'A field of this job can’t be changed this way.', 'Reload the page and enter it again.');
  end if;
  select jsonb_object_agg(f, to_jsonb(job) -> f) into present from unnest(fields) f;
  if present = p_body -> 'after' then return null; end if;
  if present <> p_body -> 'before' then return present; end if;
  update public.jobs j set title = r.title, company = r.company, location = r.location, employment_type = r.employment_type,
    salary_range = r.salary_range, open_positions = r.open_positions, target = r.target, description = r.description, tags = r.tags, state = r.state
  from jsonb_populate_record(job, p_body -> 'after') r where j.id = job.id;
  return null;
end $$;

-- Carries out a kept write: {"result": "done"} or {"result": "conflict", "present": …}; a conflict leaves no mark,
-- so that the person may decide and send it again.
create function public.send_kept_write(p_id uuid, p_kind text, p_body jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare present jsonb;
begin
  if private.my_role() is null then
    perform private.fail('forbidden', 'no_access', 'Your access is switched off.', 'Ask an admin to switch it on again.');
  end if;
  insert into public.kept_writes (id, user_id) values (p_id, auth.uid()) on conflict do nothing;
  if not found then return jsonb_build_object('result', 'done'); end if;
  case p_kind
    when 'card-note', 'recipient-note' then perform private.note_kept_write(p_kind, p_body);
    when 'card-move' then present := private.move_kept_card(p_body);
    when 'card-change' then present := private.change_kept_card(p_body);
    when 'job-fields' then present := private.save_kept_job(p_body);
    else perform private.fail('invalid', 'no_such_write', 'This change can’t be sent any more.', 'Enter it again on its page.');
  end case;
  if present is null then return jsonb_build_object('result', 'done'); end if;
  delete from public.kept_writes where id = p_id;
  return jsonb_build_object('result', 'conflict', 'present', present);
end $$;

-- Drops marks older than p_keep, at most p_limit a call; returns how many went.
create function public.prune_kept_writes(p_keep interval default '30 days', p_limit integer default 10000) returns integer
language sql security definer set search_path = '' as $$
  with old as (select id from public.kept_writes where sent_at < now() - p_keep order by sent_at limit p_limit),
       gone as (delete from public.kept_writes k using old where k.id = old.id returning 1)
  select count(*)::integer from gone
$$;

revoke all on function private.note_kept_write(text, jsonb), private.present_of_card(public.candidates, text), private.move_kept_card(jsonb),
  private.change_kept_card(jsonb), private.save_kept_job(jsonb), public.send_kept_write(uuid, text, jsonb),
  public.prune_kept_writes(interval, integer) from public, anon, authenticated, service_role;
grant execute on function public.send_kept_write(uuid, text, jsonb) to authenticated;
grant execute on function public.prune_kept_writes(interval, integer) to service_role;
