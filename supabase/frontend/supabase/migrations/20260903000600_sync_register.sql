-- One register a session: what it says now. Written with a session's last part, when its mirror is whole.

create function private.write_registers() returns integer
language plpgsql security definer set search_path = '' as $$
declare written integer;
begin
  insert into public.session_evidence as e (session_id, recipient_id, office_id, matched_by, backend_campaign, phones,
    session_status, next_reminder_at, last_contact_at, objectives, inbound_count, outbound_count, last_inbound_chat_id,
    last_inbound_at, call_count, answered_calls, gone, match_keys, campaign_slugs, opt_chat_id, opt_intent)
  select s.session, s.recipient_id, s.office_id, s.matched_by, s.backend_campaign,
    array(select distinct p from unnest(s.phones || r.phone_e164) p where p is not null order by p),
    s.session_status, s.next_reminder_at, greatest(s.last_contact_at, m.last_at, k.last_at), s.objectives,
    m.inbound, m.outbound, m.last_inbound, m.last_inbound_at, k.calls, k.answered, s.gone,
    jsonb_build_object('aliases', s.aliases, 'phones', s.phones, 'variants', s.variants, 'campaigns', s.campaigns, 'parsed', s.parsed),
    s.campaign_slugs, m.opt_chat_id, m.opt_intent
  from pg_temp.page_session s
  left join public.campaign_candidates r on r.id = s.recipient_id
  cross join lateral (
    select count(*) filter (where direction = 'inbound') as inbound, count(*) filter (where direction = 'outbound') as outbound,
      max(chat_id) filter (where direction = 'inbound') as last_inbound,
      max(sent_at) filter (where direction = 'inbound') as last_inbound_at, max(sent_at) as last_at,
      max(chat_id) filter (where direction = 'inbound' and intent is not null) as opt_chat_id,
      (array_agg(intent order by chat_id desc) filter (where direction = 'inbound' and intent is not null))[1] as opt_intent
    from public.whatsapp_messages where session_id = s.session and not hidden and direction <> 'internal'
  ) m
  cross join lateral (
    select count(*) as calls, count(*) filter (where private.person_answered(answered_by, disposition)) as answered, max(called_at) as last_at
    from public.call_records where session_id = s.session
  ) k
  where s.last_part
  on conflict (session_id) do update set recipient_id = excluded.recipient_id, office_id = excluded.office_id,
    matched_by = excluded.matched_by, backend_campaign = excluded.backend_campaign, phones = excluded.phones,
    session_status = excluded.session_status, next_reminder_at = excluded.next_reminder_at,
    last_contact_at = excluded.last_contact_at, objectives = excluded.objectives, inbound_count = excluded.inbound_count,
    outbound_count = excluded.outbound_count, last_inbound_chat_id = excluded.last_inbound_chat_id,
    last_inbound_at = excluded.last_inbound_at, call_count = excluded.call_count, answered_calls = excluded.answered_calls,
    gone = excluded.gone, match_keys = excluded.match_keys, campaign_slugs = excluded.campaign_slugs, rematch = false,
    opt_chat_id = excluded.opt_chat_id, opt_intent = excluded.opt_intent, updated_at = now()
  where (e.recipient_id, e.office_id, e.matched_by, e.backend_campaign, e.phones, e.session_status, e.next_reminder_at,
         e.last_contact_at, e.objectives, e.inbound_count, e.outbound_count, e.last_inbound_chat_id, e.last_inbound_at,
         e.call_count, e.answered_calls, e.gone, e.match_keys, e.campaign_slugs, e.rematch, e.opt_chat_id, e.opt_intent)
    is distinct from (excluded.recipient_id, excluded.office_id, excluded.matched_by, excluded.backend_campaign, excluded.phones,
      excluded.session_status, excluded.next_reminder_at, excluded.last_contact_at, excluded.objectives, excluded.inbound_count,
      excluded.outbound_count, excluded.last_inbound_chat_id, excluded.last_inbound_at, excluded.call_count,
      excluded.answered_calls, excluded.gone, excluded.match_keys, excluded.campaign_slugs, false, excluded.opt_chat_id,
      excluded.opt_intent);
  get diagnostics written = row_count;
  perform private.confirm_deliveries();
  perform private.follow_register((
    select array_agg(session) from pg_temp.page_session
    where last_part and was_recipient_id is distinct from recipient_id));
  return written;
end $$;

-- A session that is there proves that its task arrived, whatever the POST was answered; one that has
-- ended leaves its phone free for other campaigns.
create function private.confirm_deliveries() returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.lock_batches_of((select array_agg(r) from pg_temp.page_session s, unnest(array[s.recipient_id, s.was_recipient_id]) r));
  perform private.release_slots((
    select array_agg(s.recipient_id) from pg_temp.page_session s join public.session_evidence e on e.session_id = s.session
    where s.last_part and s.matched_by = 'session' and (e.gone or (e.session_status not in ('', 'active') and e.next_reminder_at is null))));
  perform private.confirm_recipients((
    select array_agg(recipient_id) from pg_temp.page_session where matched_by = 'session' and not gone));
end $$;

revoke all on function private.write_registers(), private.confirm_deliveries() from public, anon, authenticated, service_role;
