-- Erasing a person: what is theirs goes from cards, pools, mirrors, registers, issues, imports and batch
-- payloads; ledger lines stay without a name or number, so that a campaign's counts still add up; keyed
-- hashes keep what was erased from coming back. The backend is told by commands and counts as done when it
-- answered and nothing is left here (finish_erasures).

create function public.erase_person(p_person uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  phone text;
  as_given text;
  recipients uuid[];
  sessions text[];
begin
  perform private.require_admin();
  -- Not beside an apply: what it has read already would come back otherwise (S11).
  perform from public.sync_cursors where id = 'backend' for update;
  select phone_e164, phone_given into phone, as_given from public.people where id = p_person for update;
  if not found then
    perform private.fail('not_found', 'person_not_found', 'This person is not there any more.');
  end if;
  select coalesce(array_agg(id), '{}') into recipients from public.campaign_candidates where person_id = p_person or phone_e164 = phone;
  select coalesce(array_agg(distinct s), '{}') into sessions from (
    select session_id as s from public.campaign_candidates where id = any (recipients) and session_id is not null
    union select session_id from public.session_evidence where recipient_id = any (recipients) or phone = any (phones)) x;

  perform from public.launch_batches
  where id in (select batch_id from public.campaign_candidates where id = any (recipients)) order by id for update;
  perform from public.contact_slots where phone_e164 = private.phone_key(phone) for update;
  perform from public.campaign_candidates where id = any (recipients) order by id for update;
  perform from public.backend_commands where session_id = any (sessions) order by id for update;

  insert into public.erasures (kind, hmac, requested_by)
  select distinct 'phone', private.erasure_hmac(spelling), auth.uid() from unnest(array[phone, private.phone_key(phone)]) spelling where phone is not null
  union all select 'session', private.erasure_hmac(s), auth.uid() from unnest(sessions) s
  on conflict (kind, hmac) do update set finished_at = null;
  delete from public.backend_commands where kind = 'complete-session' and (session_id = any (sessions) or recipient_id = any (recipients));
  insert into public.backend_commands (kind, session_id, reason)
  select 'erase-session', s, 'erasure' from unnest(sessions) s on conflict do nothing;

  delete from public.whatsapp_messages where campaign_candidate_id = any (recipients) or session_id = any (sessions);
  delete from public.call_records where campaign_candidate_id = any (recipients) or session_id = any (sessions);
  delete from public.objective_events where campaign_candidate_id = any (recipients) or session_id = any (sessions);
  delete from public.campaign_candidate_notes where campaign_candidate_id = any (recipients);
  delete from public.session_evidence where session_id = any (sessions);
  delete from public.session_links where session_id = any (sessions);
  delete from public.sync_issues where session_id = any (sessions) or recipient_id = any (recipients);
  update public.status_events set trace = '{}' where recipient_id = any (recipients);
  update public.launch_batches b set tasks = (
    select coalesce(jsonb_agg(t), '[]') from jsonb_array_elements(b.tasks) t where not (t ->> 'session' = any (sessions)))
  where b.tasks is not null and b.id in (select batch_id from public.campaign_candidates where id = any (recipients));
  delete from public.contact_slots where phone_e164 = private.phone_key(phone);
  delete from public.suppressions where private.phone_key(phone_e164) = private.phone_key(phone); -- the hash in erasures suppresses from now on

  delete from public.candidates where person_id = p_person;
  update public.import_rows set given = '{}', faults = '[]'
  where member_id in (select id from public.dataset_candidates where person_id = p_person)
     or (given <> '{}' and exists (
       select from jsonb_each_text(given) as cell
       -- A rejected cell may hold the number in any spelling, so its last nine digits are looked for.
       where length(phone) > 9 and regexp_replace(cell.value, '[^0-9]', '', 'g') like '%' || right(phone, 9) || '%'
          or length(as_given) > 5 and strpos(cell.value, as_given) > 0));
  delete from public.dataset_candidates where person_id = p_person;
  update public.campaign_candidates set forename = '', surname = '', mobile = '', phone_e164 = null, email = '', session_id = null,
    person_id = null, candidate_id = null, source = '{}', status_trace = null, available_to_work = '', interested = '', knows_referee = '',
    experience = '', exclusion_reason = case when delivery_state in ('waiting', 'held') then 'removed' else exclusion_reason end,
    delivery_state = case when delivery_state in ('waiting', 'held') then 'excluded' else delivery_state end
  where id = any (recipients);
  delete from public.people where id = p_person;
  perform private.audit(auth.uid(), 'erase', 'person', p_person::text, null, jsonb_build_object('recipients', cardinality(recipients), 'sessions', cardinality(sessions)));
  return jsonb_build_object('recipients', cardinality(recipients), 'sessions', cardinality(sessions));
end $$;

-- Marks erasures as done whose backend commands are all answered; commands name sessions, so they go then.
create function public.finish_erasures() returns integer
language plpgsql security definer set search_path = '' as $$
declare finished integer;
begin
  delete from public.backend_commands where kind = 'erase-session' and state = 'done';
  update public.erasures e set finished_at = now()
  where e.finished_at is null
    and not exists (select from public.backend_commands c where c.kind = 'erase-session'
      and (e.kind = 'phone' or private.erasure_hmac(c.session_id) = e.hmac));
  get diagnostics finished = row_count;
  return finished;
end $$;

create or replace function public.is_suppressed(p_phone text) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.my_role() is not null
     and exists (select from private.suppressed_phones(array[p_phone]))
$$;

revoke all on function public.erase_person(uuid), public.finish_erasures() from public, anon, authenticated, service_role;
grant execute on function public.erase_person(uuid) to authenticated;
grant execute on function public.finish_erasures() to service_role;
