-- What WhatsApp's delivery failures ask of us; src/domain/conversation/delivery-failure.ts knows the codes. Each is acted upon
-- once, when it is first mirrored, so what a person decides later stays.

-- Makes pg_temp.page_failure of a page's new failures, before they are mirrored, and pauses running campaigns whose
-- sender WhatsApp limits. A failure older than a day, as when everything is read again, says nothing of now.
create function private.note_failures() returns void
language plpgsql security definer set search_path = '' set client_min_messages = warning as $$
declare campaign uuid;
begin
  drop table if exists pg_temp.page_failure;
  if not exists (select from pg_temp.page_message where consequence is not null) then return; end if;
  create temporary table page_failure on commit drop as
  select m.session, m.consequence, m.failure_reason, coalesce(m.sent_at, now()) as failed_at, s.recipient_id, s.phones
  from pg_temp.page_message m join pg_temp.page_session s using (session)
  where m.consequence is not null and not exists (
    select from public.whatsapp_messages w
    where w.session_id = m.session and w.chat_id = m.chat_id and w.failure_reason is not distinct from m.failure_reason);
  for campaign in
    select id from public.campaigns
    where state = 'running' and id in (
      select r.campaign_id from pg_temp.page_failure f join public.campaign_candidates r on r.id = f.recipient_id
      where f.consequence = 'pause-campaign' and f.failed_at > now() - interval '1 day')
    order by id for no key update
  loop
    perform private.move_campaign(campaign, 'paused', null, 'pause',
      'Paused by itself: WhatsApp limits this sender because people reported or blocked it. Check its messages, then resume.');
  end loop;
end $$;

-- Suppresses who stopped marketing messages, and lets nobody write for a day to whom WhatsApp held a message back from.
create function private.obey_failures() returns void
language plpgsql security definer set search_path = '' as $$
begin
  if to_regclass('pg_temp.page_failure') is null then return; end if;
  insert into public.contact_slots as s (phone_e164, not_before)
  select private.phone_key(p), max(f.failed_at) + interval '1 day'
  from pg_temp.page_failure f cross join lateral unnest(f.phones) as p
  where f.consequence = 'back-off-a-day' and f.failed_at > now() - interval '1 day'
  group by 1 order by 1
  on conflict (phone_e164) do update set not_before = greatest(s.not_before, excluded.not_before), updated_at = now();
  insert into public.suppressions (phone_e164, reason, source, session_id)
  select p, 'opted_out', 'whatsapp', min(f.session)
  from pg_temp.page_failure f cross join lateral unnest(f.phones) as p
  where f.consequence = 'suppress-marketing' group by 1 order by 1
  on conflict (phone_e164) where lifted_at is null do nothing;
end $$;

revoke all on function private.note_failures(), private.obey_failures() from public, anon, authenticated, service_role;
