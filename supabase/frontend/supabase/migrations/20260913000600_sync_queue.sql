-- The queue of what the sync set aside: whom a conversation may belong to, and many records put aside at once.

-- Recipients that the record's conversation may belong to, the likeliest first, at most eight: [{"id", "name", "phone", "campaign", "why":
-- 'listed' (the sync found several) or 'number' (the end of the number is the same)}]. A suggestion only: nothing is linked by it.
create function public.suggest_recipients(p_issue uuid) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  issue public.sync_issues;
  offices constant uuid[] := private.my_offices();
  digits text;
  numbers text[];
begin
  select * into issue from public.sync_issues where id = p_issue and (office_id = any (offices) or private.my_role() = 'admin');
  if issue.id is null then
    perform private.fail('not_found', 'not_visible', 'This is not there, or not yours to see.', 'Ask an admin whether you belong to its office.');
  end if;
  digits := nullif(regexp_replace(regexp_replace(issue.session_id, '^.*_', ''), '[^0-9]', '', 'g'), '');
  select e.phones into numbers from public.session_evidence e where e.session_id = issue.session_id;
  numbers := array(select distinct p from unnest(coalesce(numbers, '{}') || array['+' || digits]) p where length(p) >= 8);
  return (
    with listed as (
      select r.id, 1 as nth, 'listed' as why from public.campaign_candidates r
      where jsonb_typeof(issue.details -> 'recipientIds') = 'array' and r.id in (
        select x::uuid from jsonb_array_elements_text(case when jsonb_typeof(issue.details -> 'recipientIds') = 'array' then issue.details -> 'recipientIds' end) x)
      union all
      -- The people's index finds the ends of numbers; the ledger's lines come with them.
      select r.id, 2, 'number' from unnest(numbers) as phone
      join public.people p on p.phone_e164 like '%' || right(phone, 8) join public.campaign_candidates r on r.person_id = p.id
      where r.delivery_state <> 'excluded'),
    best as (select id, min(nth) as nth, min(why) as why from listed group by id)
    select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', trim(s.forename || ' ' || s.surname), 'phone', s.phone_e164, 'campaign', s.campaign,
      'why', s.why) order by s.nth, s.launched_at desc nulls last, s.id), '[]')
    from (select r.id, r.forename, r.surname, r.phone_e164, g.name as campaign, g.launched_at, b.nth, b.why
      from best b join public.campaign_candidates r using (id) join public.campaigns g on g.id = r.campaign_id
      where r.office_id = any (offices) order by b.nth, g.launched_at desc nulls last, r.id limit 8) s);
end $$;

-- What is known of the records' conversations, by the record's id: {"phone", "campaign" (as the agents' database or the session's id names it),
-- "words" (the last ones, shortened), "at", "inbound"}. Records that the asker may not see, or of no conversation, are left out.
create function public.describe_sync_issues(p_issues uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  offices constant uuid[] := private.my_offices();
  is_admin constant boolean := coalesce(private.my_role() = 'admin', false);
begin
  return (
    select coalesce(jsonb_object_agg(i.id, jsonb_build_object(
      'phone', coalesce(e.phones[1], '+' || substring(i.session_id from '_\+?([1-9][0-9]{5,14})$')),
      'campaign', coalesce(nullif(i.details ->> 'campaign', ''), substring(i.session_id from '^([^_]+)_')),
      'words', left(m.body, 200), 'at', m.sent_at, 'inbound', m.direction = 'inbound')), '{}')
    from public.sync_issues i
    left join public.session_evidence e on e.session_id = i.session_id
    left join lateral (
      select w.body, w.sent_at, w.direction from public.whatsapp_messages w
      where w.session_id = i.session_id and not w.hidden order by w.chat_id desc nulls last limit 1) m on true
    where i.id = any (p_issues) and i.session_id is not null
      and (i.office_id = any (offices) or i.office_id is null and is_admin));
end $$;

-- Puts many records aside, up to 500: {"dismissed"}. Those that are dealt with already are left as they are.
create function public.dismiss_sync_issues(p_issues uuid[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  office uuid;
  dismissed integer;
begin
  if coalesce(cardinality(p_issues), 0) not between 1 and 500 then
    perform private.fail('invalid', 'too_many', 'Between 1 and 500 records can be dismissed at once.', 'Choose fewer.');
  end if;
  perform from public.sync_issues where id = any (p_issues) order by id for update;
  for office in select distinct i.office_id from unnest(p_issues) as given(id) left join public.sync_issues i using (id) loop
    if office is null then
      perform private.require_admin();
    else
      perform private.require_office(office);
    end if;
  end loop;
  update public.sync_issues set state = 'dismissed', resolved_by = auth.uid(), resolved_at = now() where id = any (p_issues) and state = 'open';
  get diagnostics dismissed = row_count;
  return jsonb_build_object('dismissed', dismissed);
end $$;

revoke all on function public.suggest_recipients(uuid), public.describe_sync_issues(uuid[]), public.dismiss_sync_issues(uuid[]) from public, anon, authenticated, service_role;
grant execute on function public.suggest_recipients(uuid), public.describe_sync_issues(uuid[]), public.dismiss_sync_issues(uuid[]) to authenticated;
