-- Taking a merge back, by its record: every row that was re-pointed and still hangs on the person goes back, rows that
-- were folded stand again, and fields get their old value unless somebody changed them since.

-- The cards that were folded into others; a job that is gone takes its card with it.
create function private.restore_cards(p_folded jsonb, p_person uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  f jsonb;
  old public.candidates;
begin
  for f in select * from jsonb_array_elements(p_folded) loop
    old := jsonb_populate_record(null::public.candidates, f -> 'row');
    continue when not exists (select from public.jobs where id = old.job_id);
    if (select private.card_part(c) = f -> 'after' from public.candidates c where c.id = (f ->> 'keptId')::uuid) then
      perform private.put_card_part((f ->> 'keptId')::uuid, f -> 'before');
    end if;
    insert into public.candidates (id, job_id, office_id, person_id, name, phone_given, email, status, status_set_by, status_changed_at,
      proposed_status, decided_against, deciding_recipient_id, rejection_reason, position, tags, assigned_to, follow_up_on, created_by, created_at, version)
    values (old.id, old.job_id, old.office_id, p_person, old.name, old.phone_given, old.email,
      coalesce((select key from public.kanban_columns where job_id = old.job_id and key = old.status), 'not-contacted'), old.status_set_by,
      old.status_changed_at, old.proposed_status, old.decided_against,
      (select id from public.campaign_candidates where id = old.deciding_recipient_id), old.rejection_reason, old.position, old.tags,
      (select id from public.profiles where id = old.assigned_to), old.follow_up_on, old.created_by, old.created_at, old.version);
    update public.candidate_notes set candidate_id = old.id where f -> 'notes' @> to_jsonb(id) and candidate_id = (f ->> 'keptId')::uuid;
    update public.status_events set candidate_id = old.id where f -> 'events' @> to_jsonb(id) and candidate_id = (f ->> 'keptId')::uuid;
    update public.campaign_candidates set candidate_id = old.id where f -> 'recipients' @> to_jsonb(id) and candidate_id = (f ->> 'keptId')::uuid;
  end loop;
end $$;

create function private.restore_members(p_folded jsonb, p_person uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  f jsonb;
  old public.dataset_candidates;
begin
  for f in select * from jsonb_array_elements(p_folded) loop
    old := jsonb_populate_record(null::public.dataset_candidates, f -> 'row');
    continue when not exists (select from public.datasets where id = old.dataset_id);
    if (select private.member_part(d) = f -> 'after' from public.dataset_candidates d where d.id = (f ->> 'keptId')::uuid) then
      perform private.put_member_part((f ->> 'keptId')::uuid, f -> 'before');
    end if;
    insert into public.dataset_candidates (id, dataset_id, office_id, person_id, name, phone_given, email, postcode, location, trade, blue_card,
      green_card, notes, tags, import_id, file_row, created_by, created_at, version)
    values (old.id, old.dataset_id, old.office_id, p_person, old.name, old.phone_given, old.email, old.postcode, old.location, old.trade,
      old.blue_card, old.green_card, old.notes, old.tags, (select id from public.imports where id = old.import_id), old.file_row, old.created_by, old.created_at,
      old.version);
    update public.import_rows set member_id = old.id where f -> 'importRows' @> jsonb_build_array(jsonb_build_array(import_id, row_number));
  end loop;
end $$;

create function private.ids_of(p_list jsonb) returns uuid[]
language sql immutable set search_path = '' as $$ select coalesce(array_agg(value::uuid), '{}') from jsonb_array_elements_text(p_list) $$;

-- {"result": "ok" | "conflict"}: conflict where it was undone before, or one of the two was merged further or erased.
create function public.undo_merge(p_merge uuid) returns jsonb
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  merge private.person_merges;
  r jsonb;
  slot jsonb;
begin
  select * into merge from private.person_merges where id = p_merge for update;
  perform from public.people where id in (merge.kept_id, merge.merged_id) order by id for update;
  perform private.require_people(array[merge.kept_id]);
  if merge.undone_at is not null
     or not exists (select from public.people where id = merge.merged_id and merged_into = merge.kept_id)
     or not exists (select from public.people where id = merge.kept_id and merged_into is null) then
    return jsonb_build_object('result', 'conflict');
  end if;
  r := merge.record;
  perform from public.campaign_candidates where person_id = merge.kept_id order by id for no key update;
  perform from public.candidates where person_id = merge.kept_id order by id for no key update;

  update public.people set merged_into = null, updated_at = now() where id = merge.merged_id;
  update public.people set merged_into = merge.merged_id where id = any (private.ids_of(r -> 'aliases'));
  update public.people p set other_identities = r -> 'identities', updated_at = now() where id = merge.kept_id
    and p.other_identities = (r -> 'identities') || (select other_identities from public.people where id = merge.merged_id);
  update public.candidates set person_id = merge.merged_id where id = any (private.ids_of(r -> 'cards')) and person_id = merge.kept_id;
  update public.dataset_candidates set person_id = merge.merged_id where id = any (private.ids_of(r -> 'members')) and person_id = merge.kept_id;
  update public.campaign_candidates set person_id = merge.merged_id where id = any (private.ids_of(r -> 'recipients')) and person_id = merge.kept_id;
  perform private.restore_cards(r -> 'foldedCards', merge.merged_id);
  perform private.restore_members(r -> 'foldedMembers', merge.merged_id);
  update public.campaigns c set audience = d.value -> 'before' from jsonb_array_elements(r -> 'campaigns') as d
  where c.id = (d.value ->> 'id')::uuid and c.state = 'draft' and c.audience = d.value -> 'after';
  delete from public.suppressions where id = any (private.ids_of(r -> 'suppressions'));
  slot := r -> 'slot';
  if jsonb_typeof(slot -> 'before') = 'null' then
    delete from public.contact_slots s where to_jsonb(s) = slot -> 'after';
  else
    update public.contact_slots s set last_contacted_at = b.last_contacted_at, active_recipient_id = b.active_recipient_id,
      active_campaign_id = b.active_campaign_id, updated_at = now()
    from jsonb_populate_record(null::public.contact_slots, slot -> 'before') b
    where s.phone_e164 = b.phone_e164 and to_jsonb(s) = slot -> 'after';
  end if;
  perform private.rederive_recipients(array(
    select id from public.campaign_candidates where person_id in (merge.kept_id, merge.merged_id)));
  update private.person_merges set undone_at = now(), undone_by = auth.uid() where id = p_merge;
  perform private.audit(auth.uid(), 'undo-merge', 'person', merge.kept_id::text, null, jsonb_build_object('mergeId', p_merge, 'mergedId', merge.merged_id));
  return jsonb_build_object('result', 'ok', 'personId', merge.kept_id);
end $$;

revoke all on function private.restore_cards(jsonb, uuid), private.restore_members(jsonb, uuid), private.ids_of(jsonb), public.undo_merge(uuid)
  from public, anon, authenticated, service_role;
grant execute on function public.undo_merge(uuid) to authenticated;
