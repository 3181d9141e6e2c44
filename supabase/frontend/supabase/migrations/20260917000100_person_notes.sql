-- Notes are about a person, wherever they are written: on a card, or in a conversation.

-- All notes about a person that p_offices may see, the latest first, each with where it was written: [{"id", "authorId", "author",
-- "action", "body", "at", "jobId" and "candidateId" or "campaignId" and "recipientId", "about": the job's or campaign's name}].
-- Where nobody is known (p_person null), those of the one card or recipient.
create function private.notes_about(p_person uuid, p_card uuid, p_recipient uuid, p_offices uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  with cards as (
    select id, job_id from public.candidates where person_id = p_person and office_id = any (p_offices)
    union select id, job_id from public.candidates where id = p_card),
  recipients as (
    select id, campaign_id from public.campaign_candidates where person_id = p_person and office_id = any (p_offices)
    union select id, campaign_id from public.campaign_candidates where id = p_recipient)
  select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'authorId', n.author_id, 'author', n.author_name, 'action', n.action_type, 'body', n.body,
    'at', n.action_at, 'jobId', n.job_id, 'candidateId', n.candidate_id, 'campaignId', n.campaign_id, 'recipientId', n.recipient_id, 'about', n.about)
    order by n.action_at desc, n.id), '[]')
  from (
    select x.id, x.author_id, x.author_name, x.action_type, x.body, x.action_at, c.job_id, c.id as candidate_id, null::uuid as campaign_id,
      null::uuid as recipient_id, j.title as about
    from cards c join public.candidate_notes x on x.candidate_id = c.id join public.jobs j on j.id = c.job_id
    union all
    select x.id, x.author_id, x.author_name, x.action_type, x.body, x.action_at, null, null, r.campaign_id, r.id, g.name
    from recipients r join public.campaign_candidate_notes x on x.campaign_candidate_id = r.id join public.campaigns g on g.id = r.campaign_id) n
$$;

-- The notes about the person of a card (p_kind 'card') or of a recipient of a campaign ('recipient').
create function public.list_notes(p_kind text, p_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  offices constant uuid[] := private.my_offices();
  is_card constant boolean := p_kind = 'card';
  person uuid;
begin
  if is_card then
    select person_id into person from public.candidates where id = p_id and office_id = any (offices);
  else
    select person_id into person from public.campaign_candidates where id = p_id and office_id = any (offices);
  end if;
  if not found then
    perform private.fail('not_found', 'not_visible', 'This person is not there any more, or not yours to see.', 'Ask an admin whether you belong to their office.');
  end if;
  return private.notes_about(person, case when is_card then p_id end, case when not is_card then p_id end, offices);
end $$;

revoke all on function private.notes_about(uuid, uuid, uuid, uuid[]), public.list_notes(text, uuid) from public, anon, authenticated, service_role;
grant execute on function public.list_notes(text, uuid) to authenticated;
