-- Retention: off until an admin confirms it with the preview before them. Conversations go some months after their
-- campaign's end, people some months after anything was last heard of or done about them. It runs as erasure does,
-- a little with each of the bridge's slices: hashes of the sessions keep them from coming back, and the backend is
-- ordered to erase them. Nobody asked for these erasures, so a number is barred from then on only if it was before.

alter table public.campaigns add column conversations_erased_at timestamptz;
create index campaigns_ended on public.campaigns (finished_at) where finished_at is not null and conversations_erased_at is null;

-- Recipients whose conversation has been kept long enough; a campaign that has none left is not looked at again.
create function private.expired_conversations(p_before timestamptz, p_limit integer) returns table (recipient_id uuid, campaign_id uuid)
language sql stable security definer set search_path = '' set jit = off as $$
  select r.id, g.id
  from public.campaigns g join public.campaign_candidates r on r.campaign_id = g.id
  where g.state in ('completed', 'stopped', 'failed') and g.finished_at < p_before and g.conversations_erased_at is null
    and (r.session_id is not null
      or exists (select from public.session_evidence e where e.recipient_id = r.id)
      or exists (select from public.whatsapp_messages m where m.campaign_candidate_id = r.id)
      or exists (select from public.call_records c where c.campaign_candidate_id = r.id)
      or exists (select from public.campaign_candidate_notes n where n.campaign_candidate_id = r.id))
    -- Somebody still works with it.
    and not exists (select from public.campaign_candidate_notes n where n.campaign_candidate_id = r.id and n.created_at >= p_before)
  order by g.finished_at, r.id limit p_limit
$$;

-- People about whom nothing happened since p_before, and who are not at work through us (a card in a post-hire column).
create function private.inactive_people(p_before timestamptz, p_limit integer) returns table (person_id uuid, last_active_at timestamptz)
language sql stable security definer set search_path = '' set jit = off as $$
  select p.id, greatest(p.created_at,
    (select max(greatest(k.created_at, k.status_changed_at)) from public.candidates k where k.person_id = p.id),
    (select max(d.created_at) from public.dataset_candidates d where d.person_id = p.id),
    (select max(greatest(r.created_at, r.contacted_at, r.last_contact_at)) from public.campaign_candidates r where r.person_id = p.id))
  from public.people p
  where p.created_at < p_before
    and not exists (
      select from public.candidates k left join public.kanban_columns c on c.job_id = k.job_id and c.key = k.status
      where k.person_id = p.id and (greatest(k.created_at, k.status_changed_at) >= p_before or c.is_post_hire
        or exists (select from public.candidate_notes n where n.candidate_id = k.id and greatest(n.created_at, n.action_at) >= p_before)))
    and not exists (select from public.dataset_candidates d where d.person_id = p.id and greatest(d.created_at, d.updated_at) >= p_before)
    and not exists (
      select from public.campaign_candidates r join public.campaigns g on g.id = r.campaign_id
      where r.person_id = p.id and (g.state not in ('completed', 'stopped', 'failed') or g.finished_at is null
        or greatest(g.finished_at, r.contacted_at, r.last_contact_at) >= p_before
        or exists (select from public.campaign_candidate_notes n where n.campaign_candidate_id = r.id and n.created_at >= p_before)))
  order by p.created_at, p.id limit p_limit
$$;

create function private.require_periods(p_conversation_months integer, p_inactive_months integer) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_admin();
  if p_conversation_months not between 1 and 120 or p_inactive_months not between 1 and 120 then
    perform private.fail('invalid', 'bad_period', 'A period must be between 1 and 120 months.', 'Choose another number of months.');
  end if;
end $$;

-- What would go now with these periods, nothing of it done: {"conversations": {"count", "messages", "calls", "examples":
-- [{"campaignId", "name", "finishedAt", "count"}]}, "people": {"count", "examples": [{"personId", "name", "phone", "lastActiveAt"}]}, "at"}.
create function public.preview_retention(p_conversation_months integer, p_inactive_months integer) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  conversations jsonb;
  people jsonb;
begin
  perform private.require_periods(p_conversation_months, p_inactive_months);
  with due as materialized (select * from private.expired_conversations(now() - make_interval(months => p_conversation_months), null)),
  campaign as (select campaign_id, count(*) as n from due group by campaign_id)
  select jsonb_build_object('count', (select count(*) from due),
    'messages', (select count(*) from due d join public.whatsapp_messages m on m.campaign_candidate_id = d.recipient_id),
    'calls', (select count(*) from due d join public.call_records c on c.campaign_candidate_id = d.recipient_id),
    'examples', (select coalesce(jsonb_agg(jsonb_build_object('campaignId', g.id, 'name', g.name, 'finishedAt', g.finished_at, 'count', s.n) order by g.finished_at, g.id), '[]')
      from (select c.* from campaign c join public.campaigns x on x.id = c.campaign_id order by x.finished_at, x.id limit 20) s
      join public.campaigns g on g.id = s.campaign_id)) into conversations;
  with due as materialized (select * from private.inactive_people(now() - make_interval(months => p_inactive_months), null))
  select jsonb_build_object('count', (select count(*) from due), 'examples', coalesce(jsonb_agg(jsonb_build_object('personId', s.person_id,
    'name', coalesce((select k.name from public.candidates k where k.person_id = s.person_id order by k.created_at limit 1),
      (select d.name from public.dataset_candidates d where d.person_id = s.person_id order by d.created_at limit 1), ''),
    'phone', p.phone_e164, 'lastActiveAt', s.last_active_at) order by s.last_active_at, s.person_id), '[]')) into people
  from (select * from due order by last_active_at, person_id limit 20) s join public.people p on p.id = s.person_id;
  return jsonb_build_object('conversations', conversations, 'people', people, 'at', now());
end $$;

-- An admin turns retention on, or changes its periods, having seen how much goes: where the counts are others by now, nothing
-- is changed and the answer is {"result": "changed", "preview"}.
create function public.confirm_retention(p_conversation_months integer, p_inactive_months integer, p_seen_conversations integer, p_seen_people integer)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare preview jsonb := public.preview_retention(p_conversation_months, p_inactive_months);
begin
  if (preview #>> '{conversations,count}')::integer <> p_seen_conversations or (preview #>> '{people,count}')::integer <> p_seen_people then
    return jsonb_build_object('result', 'changed', 'preview', preview);
  end if;
  insert into public.settings (key, value, updated_by)
  values ('retention', jsonb_build_object('enabled', true, 'conversationMonths', p_conversation_months, 'inactiveMonths', p_inactive_months, 'confirmedAt', now()), auth.uid())
  on conflict (key) do update set value = excluded.value, updated_by = excluded.updated_by, updated_at = now();
  perform private.audit(auth.uid(), 'confirm-retention', 'settings', 'retention', null, jsonb_build_object('conversationMonths', p_conversation_months,
    'inactiveMonths', p_inactive_months, 'conversations', p_seen_conversations, 'people', p_seen_people));
  return '{"result": "ok"}';
end $$;

create function public.turn_off_retention() returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_admin();
  update public.settings set value = value || '{"enabled": false}', updated_by = auth.uid(), updated_at = now() where key = 'retention';
  perform private.audit(auth.uid(), 'turn-off-retention', 'settings', 'retention', null);
end $$;

-- Erases these recipients' conversations. The ledger's lines stay, with the statuses they had reached; so do the people's cards
-- where they stand, decided by nobody's evidence any more.
create function private.expire_conversations(p_recipients uuid[]) returns void
language plpgsql security definer set search_path = '' set jit = off as $$
begin
  perform private.lock_for_erasure(p_recipients, null);
  perform private.forget_sessions(p_recipients, private.sessions_of(p_recipients, null), null, null, 'retention');
  update public.candidates set deciding_recipient_id = null, proposed_status = null where deciding_recipient_id = any (p_recipients);
  update public.campaign_candidates set session_id = null, status_trace = null, contested_status = null, call_status = '',
    available_to_work = '', interested = '', knows_referee = '', experience = '', updated_at = now()
  where id = any (p_recipients);
end $$;

-- One part of what is due: {"conversations", "people"}, how many went; zeros while retention is off. Inactive people are looked
-- for once an hour, since that looks at everybody.
create function public.retention_slice(p_conversations integer default 200, p_people integer default 20) returns jsonb
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  periods jsonb := (select value from public.settings where key = 'retention' and value -> 'enabled' = 'true');
  before timestamptz := now() - make_interval(months => (periods ->> 'conversationMonths')::integer);
  recipients uuid[];
  due uuid[];
  gone uuid;
begin
  if periods is null then return '{"conversations": 0, "people": 0}'; end if;
  perform from public.sync_cursors where id = 'backend' for update;
  select array_agg(recipient_id) into recipients from private.expired_conversations(before, p_conversations);
  if recipients is not null then
    perform private.expire_conversations(recipients);
  end if;
  if coalesce(cardinality(recipients), 0) < p_conversations then
    update public.campaigns g set conversations_erased_at = now()
    where state in ('completed', 'stopped', 'failed') and finished_at < before and conversations_erased_at is null
      and not exists (select from public.campaign_candidates r join public.campaign_candidate_notes n on n.campaign_candidate_id = r.id where r.campaign_id = g.id);
  end if;
  if coalesce((periods ->> 'peopleLookedForAt')::timestamptz < now() - interval '1 hour', true) then
    select array_agg(person_id) into due from private.inactive_people(now() - make_interval(months => (periods ->> 'inactiveMonths')::integer), p_people);
    foreach gone in array coalesce(due, '{}') loop
      perform private.erase_one(gone, null, exists (
        select from public.people p cross join private.suppressed_phones(array[p.phone_e164]) where p.id = gone), 'retention');
    end loop;
    if coalesce(cardinality(due), 0) < p_people then
      update public.settings set value = value || jsonb_build_object('peopleLookedForAt', now()) where key = 'retention';
    end if;
  end if;
  if recipients is not null then
    perform private.audit(null, 'retention', 'settings', 'retention', null, jsonb_build_object('conversations', cardinality(recipients)));
  end if;
  return jsonb_build_object('conversations', coalesce(cardinality(recipients), 0), 'people', coalesce(cardinality(due), 0));
end $$;

revoke all on function private.expired_conversations(timestamptz, integer), private.inactive_people(timestamptz, integer),
  private.require_periods(integer, integer), private.expire_conversations(uuid[]), public.preview_retention(integer, integer),
  public.confirm_retention(integer, integer, integer, integer), public.turn_off_retention(), public.retention_slice(integer, integer)
  from public, anon, authenticated, service_role;
grant execute on function public.preview_retention(integer, integer), public.confirm_retention(integer, integer, integer, integer),
  public.turn_off_retention() to authenticated;
grant execute on function public.retention_slice(integer, integer) to service_role;
