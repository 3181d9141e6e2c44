-- What is held about a person, for the person who asks for it (a subject's access request). An admin's export is of all
-- offices, anybody else's of their own; each is audited, with how much went out.

create function public.export_person(p_person uuid) returns jsonb
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  offices uuid[] := private.my_offices();
  phones text[] := private.person_phones(p_person);
  lines uuid[];
  cards uuid[];
  sessions text[];
  answer jsonb;
begin
  perform private.require_visible_person(p_person);
  if not exists (select from public.person_offices where person_id = p_person and office_id = any (private.my_writable_offices())) then
    perform private.fail('forbidden', 'read_only', 'You can look at this but not export it.', 'Ask an admin for the role "recruiter".');
  end if;
  select coalesce(array_agg(id), '{}'), coalesce(array_agg(session_id) filter (where session_id is not null), '{}') into lines, sessions
  from public.campaign_candidates where person_id = p_person and office_id = any (offices);
  select coalesce(array_agg(id), '{}') into cards from public.candidates where person_id = p_person and office_id = any (offices);
  answer := jsonb_build_object(
    'exportedAt', now(), 'scope', case when private.my_role() = 'admin' then 'all offices' else 'the offices of who exported' end,
    'people', (select jsonb_agg(to_jsonb(p)) from public.people p where p_person in (p.id, p.merged_into)),
    'offices', (select coalesce(jsonb_agg(o.name), '[]') from public.person_offices x join public.offices o on o.id = x.office_id
      where x.person_id = p_person and x.office_id = any (offices)),
    'cards', (select coalesce(jsonb_agg(to_jsonb(c) || jsonb_build_object('job', j.title)), '[]') from public.candidates c
      join public.jobs j on j.id = c.job_id where c.id = any (cards)),
    'cardNotes', (select coalesce(jsonb_agg(to_jsonb(n)), '[]') from public.candidate_notes n where n.candidate_id = any (cards)),
    'poolMembers', (select coalesce(jsonb_agg(to_jsonb(d) || jsonb_build_object('pool', s.name, 'file', i.file_name)), '[]')
      from public.dataset_candidates d join public.datasets s on s.id = d.dataset_id left join public.imports i on i.id = d.import_id
      where d.person_id = p_person and d.office_id = any (offices)),
    'recipients', (select coalesce(jsonb_agg(to_jsonb(r) || jsonb_build_object('campaign', g.name, 'purpose', g.purpose, 'consentBasis', g.consent_basis)), '[]')
      from public.campaign_candidates r join public.campaigns g on g.id = r.campaign_id where r.id = any (lines)),
    'conversationNotes', (select coalesce(jsonb_agg(to_jsonb(n)), '[]') from public.campaign_candidate_notes n where n.campaign_candidate_id = any (lines)),
    'messages', (select coalesce(jsonb_agg(to_jsonb(m) order by m.campaign_candidate_id, m.chat_id), '[]') from public.whatsapp_messages m
      where m.campaign_candidate_id = any (lines)),
    'calls', (select coalesce(jsonb_agg(to_jsonb(k) || jsonb_build_object('transcript', (
        select coalesce(jsonb_agg(jsonb_build_object('speaker', t.speaker, 'text', t.body) order by t.position), '[]')
        from public.call_transcript_messages t where t.call_record_id = k.id)) order by k.called_at), '[]')
      from public.call_records k where k.campaign_candidate_id = any (lines)),
    'objectives', (select coalesce(jsonb_agg(to_jsonb(e) order by e.occurred_at), '[]') from public.objective_events e where e.campaign_candidate_id = any (lines)),
    'evidence', (select coalesce(jsonb_agg(to_jsonb(v)), '[]') from public.session_evidence v where v.session_id = any (sessions)),
    'statusHistory', (select coalesce(jsonb_agg(to_jsonb(e) order by e.id), '[]') from public.status_events e
      where e.candidate_id = any (cards) or e.recipient_id = any (lines)),
    'contact', private.person_contact(p_person),
    'suppressed', exists (select from private.suppressed_phones(phones)));
  perform private.audit(auth.uid(), 'export', 'person', p_person::text, null, (
    select jsonb_object_agg(key, jsonb_array_length(value)) from jsonb_each(answer) where jsonb_typeof(value) = 'array'));
  return answer;
end $$;

-- Puts an export of a list into the audit log: what it was of and how many rows left the building.
create function public.note_export(p_dataset uuid, p_rows integer) returns void
language plpgsql security definer set search_path = '' as $$
declare office uuid := (select office_id from public.datasets where id = p_dataset);
begin
  perform private.require_office(office);
  perform private.audit(auth.uid(), 'export', 'dataset', p_dataset::text, office, jsonb_build_object('rows', p_rows));
end $$;

revoke all on function public.export_person(uuid), public.note_export(uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.export_person(uuid), public.note_export(uuid, integer) to authenticated;
