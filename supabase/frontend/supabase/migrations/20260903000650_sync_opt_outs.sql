-- STOP and START, by the last such message of a number, in whatever spelling, over all its sessions (chat ids are
-- one sequence). Each is acted upon once a number, so what a person lifts or sets later stays; a session that only now is
-- known to be of a number speaks for that one too. START lifts opt-outs only, and of what
-- a person had put on the list it takes back that they asked for it too. A STOP that was deleted stays obeyed.
create function private.obey_opt_outs() returns void
language plpgsql security definer set search_path = '' set client_min_messages = warning as $$
begin
  drop table if exists pg_temp.page_opt, pg_temp.page_opt_word;
  perform private.obey_calls();
  create temporary table page_opt on commit drop as
  select distinct on (private.phone_key(p.phone)) p.phone
  from pg_temp.page_session s join public.session_evidence e on e.session_id = s.session cross join lateral unnest(e.phones) as p(phone)
  where s.last_part and (e.opt_chat_id is distinct from s.was_opt_chat_id
    or (e.opt_chat_id is not null
      and (e.opt_acted_chat_id is distinct from e.opt_chat_id or not s.was_phones && private.phone_spellings(p.phone))))
  order by private.phone_key(p.phone), p.phone;
  if not exists (select from pg_temp.page_opt) then return; end if;

  create temporary table page_opt_word on commit drop as
  select t.phone, e.session_id, e.opt_chat_id, e.opt_intent,
    e.opt_acted_chat_id is distinct from e.opt_chat_id or not s.was_phones && private.phone_spellings(t.phone) as is_new,
    row_number() over (partition by t.phone order by e.opt_chat_id desc, e.session_id) = 1 as last_word
  from pg_temp.page_opt t
  join public.session_evidence e on e.phones && private.phone_spellings(t.phone) and e.opt_chat_id is not null
  left join pg_temp.page_session s on s.session = e.session_id;

  insert into public.suppressions (phone_e164, reason, source, session_id)
  select phone, 'opted_out', 'whatsapp', session_id from pg_temp.page_opt_word
  where last_word and opt_intent = 'stop' and is_new
  order by phone
  on conflict (phone_e164) where lifted_at is null do update set said_too = true where suppressions.reason <> 'opted_out';
  update public.suppressions p set said_too = false,
    lifted_at = case when p.reason = 'opted_out' then now() end, lifted_reason = case when p.reason = 'opted_out' then 'start-message' end
  from pg_temp.page_opt_word w join public.whatsapp_messages m on m.session_id = w.session_id and m.chat_id = w.opt_chat_id
  where w.last_word and w.opt_intent = 'start' and w.is_new
    and p.phone_e164 = any (private.phone_spellings(w.phone)) and p.lifted_at is null and (p.reason = 'opted_out' or p.said_too)
    and (p.said_at is null or m.sent_at >= p.said_at);
  -- A word that was overtaken counts again if the one that overtook it is deleted.
  update public.session_evidence e set opt_acted_chat_id = case when w.last_word then e.opt_chat_id end
  from (select session_id, bool_or(last_word) as last_word from pg_temp.page_opt_word group by session_id) w
  where e.session_id = w.session_id and e.opt_acted_chat_id is distinct from case when w.last_word then e.opt_chat_id end;
end $$;

-- A call in which the candidate's whole line asked to stop suppresses once a number, on every channel, unless they wrote
-- START after it. A call never lifts: what was heard may be wrong, and only a written word undoes an opt-out.
create function private.obey_calls() returns void
language plpgsql security definer set search_path = '' as $$
begin
  drop table if exists pg_temp.page_said;
  create temporary table page_said on commit drop as
  select c.id, c.session_id, c.called_at, p.phone
  from pg_temp.page_session s join public.call_records c on c.session_id = s.session
  join public.session_evidence e on e.session_id = s.session cross join lateral unnest(e.phones) as p(phone)
  where s.last_part and c.opt_intent = 'stop' and (not c.opt_acted or not s.was_phones && private.phone_spellings(p.phone));
  if not exists (select from pg_temp.page_said) then return; end if;
  with said as (
    select distinct on (c.phone) c.phone, c.session_id, c.called_at from pg_temp.page_said c
    where not exists (
      select from public.session_evidence o join public.whatsapp_messages m on m.session_id = o.session_id and m.chat_id = o.opt_chat_id
      where o.phones && private.phone_spellings(c.phone) and o.opt_intent = 'start' and m.sent_at >= c.called_at)
    order by c.phone, c.called_at desc nulls last)
  insert into public.suppressions as p (phone_e164, reason, source, session_id, said_at)
  select phone, 'opted_out', 'call', session_id, called_at from said order by phone
  on conflict (phone_e164) where lifted_at is null do update set said_at = greatest(p.said_at, excluded.said_at),
    said_too = p.reason <> 'opted_out';
  update public.call_records set opt_acted = true where id in (select id from pg_temp.page_said) and not opt_acted;
end $$;

-- Stop, suppression and a person's taking over are standing intents: whoever sees an active session against
-- them says so again. (Whoever is suppressed anew is seen to by the trigger on suppressions.)
create function private.command_sessions() returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.backend_commands (kind, session_id, recipient_id, campaign_id, reason)
  select 'complete-session', e.session_id, r.id, r.campaign_id,
    case when c.state = 'stopped' then 'campaign-stopped' when v.id is not null then 'taken-over' else 'suppressed' end
  from pg_temp.page_session s join public.session_evidence e on e.session_id = s.session
  left join public.campaign_candidates r on r.id = s.recipient_id
  left join public.campaigns c on c.id = r.campaign_id
  left join public.conversations v on v.id = r.id and v.taken_over_at is not null
  where s.last_part and s.is_active
    and (c.state = 'stopped' or v.id is not null or exists (
      select from unnest(e.phones) as mine(phone) join public.suppressions p
        on private.phone_key(p.phone_e164) = private.phone_key(mine.phone) and p.lifted_at is null))
  order by e.session_id
  on conflict (kind, session_id) where state = 'waiting' do nothing;
end $$;

revoke all on function private.obey_opt_outs(), private.obey_calls(), private.command_sessions() from public, anon, authenticated, service_role;
