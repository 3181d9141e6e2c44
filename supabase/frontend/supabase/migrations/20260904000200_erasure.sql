-- Erasing a person: what is theirs goes from cards, pools, mirrors, registers, issues, imports and batch
-- payloads; ledger lines stay without a name or number, so that a campaign's counts still add up; keyed
-- hashes keep what was erased from coming back. The backend is told by commands and counts as done when it
-- answered and nothing is left here (finish_erasures).

-- Locks what an erasure of these recipients changes, in the order that holds everywhere. The cursor comes first, by the caller:
-- an apply that has read already would bring back otherwise what goes (S11).
create function private.lock_for_erasure(p_recipients uuid[], p_phone text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.launch_batches where campaign_id in (select campaign_id from public.campaign_candidates where id = any (p_recipients))
  order by id for update;
  perform from public.contact_slots where phone_e164 = private.phone_key(p_phone) for update;
  perform from public.campaign_candidates where id = any (p_recipients) order by id for update;
  perform from public.candidates where deciding_recipient_id = any (p_recipients) order by id for no key update;
end $$;

-- Every session that is known to be these recipients', or under this number.
create function private.sessions_of(p_recipients uuid[], p_phone text) returns text[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct s), '{}') from (
    select session_id as s from public.campaign_candidates where id = any (p_recipients) and session_id is not null
    union select session_id from public.session_evidence where recipient_id = any (p_recipients)
    union select session_id from public.session_evidence where phones @> array[p_phone]) x
$$;

-- Takes sessions out of the frontend for good and orders the backend to erase them: mirrors, registers, issues, links,
-- what batches of the recipients' campaigns keep of them, and where the sync stands if it stands at one of them.
create function private.forget_sessions(p_recipients uuid[], p_sessions text[], p_phone text, p_actor uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' set jit = off as $$
declare digits text := case when length(p_phone) > 9 then right(p_phone, 9) end;
begin
  insert into public.erasures (kind, hmac, requested_by) select 'session', private.erasure_hmac(s), p_actor from unnest(p_sessions) s
  on conflict (kind, hmac) do update set finished_at = null;
  perform from public.backend_commands where session_id = any (p_sessions) or recipient_id = any (p_recipients) order by id for update;
  delete from public.backend_commands where kind = 'complete-session' and (session_id = any (p_sessions) or recipient_id = any (p_recipients));
  insert into public.backend_commands (kind, session_id, reason)
  select 'erase-session', s, p_reason from unnest(p_sessions) s order by s on conflict (kind, session_id) where state = 'waiting' do nothing;

  delete from public.whatsapp_messages where campaign_candidate_id = any (p_recipients) or session_id = any (p_sessions);
  delete from public.call_records where campaign_candidate_id = any (p_recipients) or session_id = any (p_sessions);
  delete from public.objective_events where campaign_candidate_id = any (p_recipients) or session_id = any (p_sessions);
  delete from public.campaign_candidate_notes where campaign_candidate_id = any (p_recipients);
  delete from public.session_evidence where session_id = any (p_sessions);
  delete from public.session_links where session_id = any (p_sessions) or recipient_id = any (p_recipients);
  delete from public.sync_issues where session_id = any (p_sessions) or recipient_id = any (p_recipients) or session_id like '%' || digits;
  update public.suppressions set session_id = null where session_id = any (p_sessions);
  update public.status_events set trace = '{}' where recipient_id = any (p_recipients);
  update public.status_events set trace = trace - 'value' - 'evidence'
  where candidate_id in (select candidate_id from public.campaign_candidates where id = any (p_recipients) and candidate_id is not null)
    and trace ->> 'recipientId' = any (p_recipients::text[]);
  -- Batches that were closed or moved on name them too; a receiver's answer may repeat what it was sent.
  update public.launch_batches b set
    tasks = (select coalesce(jsonb_agg(t), '[]') from jsonb_array_elements(b.tasks) t where not (t ->> 'session' = any (p_sessions))),
    last_answer = case when private.names_any(b.last_answer, p_sessions, digits) then null else b.last_answer end,
    acknowledgement = case when private.names_any(b.acknowledgement::text, p_sessions, digits) then null else b.acknowledgement end
  where b.campaign_id in (select campaign_id from public.campaign_candidates where id = any (p_recipients))
    and (exists (select from jsonb_array_elements(b.tasks) t where t ->> 'session' = any (p_sessions))
      or private.names_any(b.last_answer, p_sessions, digits) or private.names_any(b.acknowledgement::text, p_sessions, digits));
  update public.sync_cursors set cursor = private.cursor_without(cursor, p_sessions, digits)
  where private.names_any(cursor::text, p_sessions, digits);
end $$;

-- A cursor of the feed or of the sweep that names none of the sessions: a walk that stands at one of them goes on from a little
-- earlier, and of one that was cut in two the rest isn't read. What still names one is given up: everything is read again.
create function private.cursor_without(p_cursor jsonb, p_sessions text[], p_digits text) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  cursor jsonb := p_cursor;
  place text[];
begin
  if private.names_any(cursor #>> '{page,part,session}', p_sessions, p_digits) then cursor := cursor #- '{page,part}'; end if;
  foreach place slice 1 in array array[['page', 'after'], ['walk', 'after'], ['infos', 'key'], ['calls', 'key']] loop
    if private.names_any(cursor #>> place, p_sessions, p_digits) then
      cursor := jsonb_set(cursor, place, to_jsonb(left(cursor #>> place, length(cursor #>> place) / 2)));
    end if;
  end loop;
  if private.names_any(cursor ->> 'held', p_sessions, p_digits) then cursor := jsonb_set(cursor, '{held}', 'null'); end if;
  if private.names_any(cursor ->> 'waiting', p_sessions, p_digits) then
    cursor := jsonb_set(jsonb_set(cursor, '{chatAfter}', '0'), '{waiting}', (
      select coalesce(jsonb_agg(w), '[]') from jsonb_array_elements_text(cursor -> 'waiting') w where not private.names_any(w, p_sessions, p_digits)));
  end if;
  if exists (select from unnest(p_sessions || p_digits) as word where strpos(cursor::text, word) > 0) then return null; end if;
  return cursor;
end $$;

-- Whether a text names one of the sessions, or the number by its last nine digits however they are written.
create function private.names_any(p_text text, p_sessions text[], p_digits text) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce(strpos(regexp_replace(p_text, '[^0-9]', '', 'g'), p_digits) > 0, false)
    or exists (select from unnest(p_sessions) s where strpos(p_text, s) > 0)
$$;

-- Erases a person. p_bars: their number may not be contacted again, and no session under it comes back.
create function private.erase_one(p_person uuid, p_actor uuid, p_bars boolean, p_action text) returns jsonb
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  phone text;
  as_given text;
  recipients uuid[];
  sessions text[];
begin
  perform from public.sync_cursors where id = 'backend' for update;
  select phone_e164, phone_given into phone, as_given from public.people where id = p_person for update;
  if not found then
    perform private.fail('not_found', 'person_not_found', 'This person is not there any more.');
  end if;
  -- Who was merged into them is them, by another number.
  perform public.erase_person(id) from public.people where merged_into = p_person;
  select coalesce(array_agg(id), '{}') into recipients from public.campaign_candidates where person_id = p_person or phone_e164 = phone;
  perform private.lock_for_erasure(recipients, phone);
  sessions := private.sessions_of(recipients, phone);
  if p_bars then
    insert into public.erasures (kind, hmac, requested_by)
    select distinct 'phone', private.erasure_hmac(spelling), p_actor from unnest(array[phone, private.phone_key(phone)]) spelling where phone is not null
    on conflict (kind, hmac) do update set finished_at = null;
  end if;
  perform private.forget_sessions(recipients, sessions, phone, p_actor, p_action);
  delete from public.contact_slots where phone_e164 = private.phone_key(phone);
  delete from public.suppressions where private.phone_key(phone_e164) = private.phone_key(phone); -- the hash in erasures suppresses from now on

  perform private.forget_segments(p_person, phone);
  delete from public.candidates where person_id = p_person;
  update public.import_rows set given = '{}', faults = '[]'
  where member_id in (select id from public.dataset_candidates where person_id = p_person);
  update public.import_rows set given = '{}', faults = '[]'
  where given <> '{}' and exists (
    select from jsonb_each_text(given) as cell
    -- A rejected cell may hold the number in any spelling, so its last nine digits are looked for.
    where length(phone) > 9 and regexp_replace(cell.value, '[^0-9]', '', 'g') like '%' || right(phone, 9) || '%'
       or length(as_given) > 5 and strpos(cell.value, as_given) > 0);
  delete from public.dataset_candidates where person_id = p_person;
  update public.campaigns set audience = (
    select jsonb_object_agg(list.key, case when jsonb_typeof(list.value) = 'array' then list.value - p_person::text else list.value end)
    from jsonb_each(audience) list)
  where audience::text like '%' || p_person || '%';
  update public.campaign_candidates set forename = '', surname = '', mobile = '', phone_e164 = null, email = '', session_id = null,
    person_id = null, candidate_id = null, source = '{}', status_trace = null, available_to_work = '', interested = '', knows_referee = '',
    experience = '', held_until = null, exclusion_reason = case when delivery_state in ('waiting', 'held') then 'removed' else exclusion_reason end,
    delivery_state = case when delivery_state in ('waiting', 'held') then 'excluded' else delivery_state end
  where id = any (recipients);
  delete from public.people where id = p_person;
  perform private.audit(p_actor, p_action, 'person', p_person::text, null, jsonb_build_object('recipients', cardinality(recipients), 'sessions', cardinality(sessions)));
  return jsonb_build_object('recipients', cardinality(recipients), 'sessions', cardinality(sessions));
end $$;

-- An admin erases a person for good.
create function public.erase_person(p_person uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_admin();
  return private.erase_one(p_person, auth.uid(), true, 'erase');
end $$;

-- Marks erasures as done whose backend commands are all answered; commands name sessions, so they go then.
create function public.finish_erasures() returns integer
language plpgsql security definer set search_path = '' as $$
declare finished integer;
begin
  delete from public.backend_commands where kind = 'erase-session' and state = 'done';
  with open as materialized (select private.erasure_hmac(session_id) as hmac from public.backend_commands where kind = 'erase-session')
  update public.erasures e set finished_at = now()
  where e.finished_at is null and case e.kind when 'phone' then not exists (select from open)
    else not exists (select from open o where o.hmac = e.hmac) end;
  get diagnostics finished = row_count;
  return finished;
end $$;

create or replace function public.is_suppressed(p_phone text) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.my_role() is not null
     and exists (select from private.suppressed_phones(array[p_phone]))
$$;

create index import_rows_given on public.import_rows (import_id) where given <> '{}';
create index erasures_open on public.erasures (id) where finished_at is null;

revoke all on function private.lock_for_erasure(uuid[], text), private.sessions_of(uuid[], text),
  private.forget_sessions(uuid[], text[], text, uuid, text), private.names_any(text, text[], text),
  private.cursor_without(jsonb, text[], text),
  private.erase_one(uuid, uuid, boolean, text), public.erase_person(uuid), public.finish_erasures() from public, anon, authenticated, service_role;
grant execute on function public.erase_person(uuid) to authenticated;
grant execute on function public.finish_erasures() to service_role;
