-- Whoever is suppressed is in no conversation any more, however that came about: a tick sees only the
-- sessions that changed, so the others of the same number, in whatever spelling, are told to end here.

create function private.end_suppressed() returns trigger
language plpgsql security definer set search_path = '' set jit = off as $$
begin
  insert into public.backend_commands (kind, session_id, recipient_id, campaign_id, reason)
  select distinct on (session_id) 'complete-session', session_id, recipient_id, campaign_id, 'suppressed'
  from (
    select r.session_id, r.id as recipient_id, r.campaign_id
    from added s
    join public.campaign_candidates r on r.phone_e164 = any (private.phone_spellings(s.phone_e164))
    where r.session_id is not null and r.delivery_state in ('sending', 'unconfirmed', 'confirmed')
    union all
    select e.session_id, r.id, r.campaign_id
    from added s
    join public.session_evidence e on e.phones && private.phone_spellings(s.phone_e164)
    left join public.campaign_candidates r on r.id = e.recipient_id
  ) as spoken
  where not exists (select from public.session_evidence e
    where e.session_id = spoken.session_id and (e.gone or e.session_status = 'completed'))
  order by session_id, recipient_id
  on conflict (kind, session_id) where state = 'waiting' do nothing;
  return null;
end $$;
create trigger suppressions_end_conversations after insert on public.suppressions
  referencing new table as added for each statement execute function private.end_suppressed();

revoke all on function private.end_suppressed() from public, anon, authenticated, service_role;
