-- What keeps public.conversations as its sources are: messages and calls write a row anew, the others touch
-- the one column that follows them. A page of the sync touches a recipient through several tables: its
-- apply refreshes those it touched once, at its end, and these triggers leave it to that.

create function private.is_applying() returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(current_setting('rollcall.applying', true), '') = 'on'
$$;

-- For messages and calls: whose were added, changed or taken away.
create function private.follow_records() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if private.is_applying() then return null; end if;
  if tg_op = 'INSERT' then
    perform private.refresh_conversations((select array_agg(distinct campaign_candidate_id) from added where campaign_candidate_id is not null));
  elsif tg_op = 'DELETE' then
    perform private.refresh_conversations((select array_agg(distinct campaign_candidate_id) from removed where campaign_candidate_id is not null));
  else
    perform private.refresh_conversations((select array_agg(distinct id) from (
      select campaign_candidate_id as id from added union select campaign_candidate_id from removed) r where id is not null));
  end if;
  return null;
end $$;

do $$
declare
  t text;
begin
  foreach t in array array['whatsapp_messages', 'call_records'] loop
    execute format('create trigger %1$s_conversation_added after insert on public.%1$s referencing new table as added
      for each statement execute function private.follow_records()', t);
    execute format('create trigger %1$s_conversation_updated after update on public.%1$s referencing old table as removed new table as added
      for each statement execute function private.follow_records()', t);
    execute format('create trigger %1$s_conversation_removed after delete on public.%1$s referencing old table as removed
      for each statement execute function private.follow_records()', t);
  end loop;
end $$;

create function private.follow_recipients() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if private.is_applying() then return null; end if;
  update public.conversations c set status = n.status, who = n.who,
    last_at = case when c.is_timed then c.last_at else coalesce(n.last_contact_at, c.last_at) end
  from (select n.id, n.status, n.last_contact_at, trim(concat_ws(' ', n.forename, n.surname, n.phone_e164)) as who
        from added n join removed o using (id)
        where (n.status, n.last_contact_at, n.forename, n.surname, n.phone_e164)
          is distinct from (o.status, o.last_contact_at, o.forename, o.surname, o.phone_e164)) n
  where c.id = n.id;
  return null;
end $$;
create trigger campaign_candidates_conversation after update on public.campaign_candidates
  referencing old table as removed new table as added for each statement execute function private.follow_recipients();

create function private.follow_sessions() returns trigger
language plpgsql security definer set search_path = '' as $$
declare touched uuid[];
begin
  if private.is_applying() then return null; end if;
  if tg_op = 'INSERT' then
    touched := (select array_agg(distinct recipient_id) from added where recipient_id is not null);
  else
    touched := (select array_agg(distinct r) from added n join removed o using (session_id), unnest(array[n.recipient_id, o.recipient_id]) r
      where r is not null and (n.recipient_id, n.session_status, n.gone) is distinct from (o.recipient_id, o.session_status, o.gone));
  end if;
  update public.conversations c set session_over = s.is_over
  from (select r as id, private.session_over(r) as is_over from unnest(touched) r) s
  where c.id = s.id and c.session_over <> s.is_over;
  return null;
end $$;
create trigger session_evidence_conversation_added after insert on public.session_evidence
  referencing new table as added for each statement execute function private.follow_sessions();
create trigger session_evidence_conversation_updated after update on public.session_evidence
  referencing old table as removed new table as added for each statement execute function private.follow_sessions();

create function private.follow_suggestions() returns trigger
language plpgsql security definer set search_path = '' as $$
declare touched uuid[];
begin
  if tg_op = 'INSERT' then
    touched := (select array_agg(deciding_recipient_id) from added where suggested_status is not null);
  elsif tg_op = 'DELETE' then
    touched := (select array_agg(deciding_recipient_id) from removed where suggested_status is not null);
  else
    touched := (select array_agg(r) from added n join removed o using (id), unnest(array[n.deciding_recipient_id, o.deciding_recipient_id]) r
      where r is not null and (n.suggested_status, n.deciding_recipient_id) is distinct from (o.suggested_status, o.deciding_recipient_id));
  end if;
  if touched is null then return null; end if;
  update public.conversations c set suggested = s.suggested
  from (select r as id, exists (select from public.candidates k where k.deciding_recipient_id = r and k.suggested_status is not null) as suggested
        from unnest(touched) r) s
  where c.id = s.id and c.suggested <> s.suggested;
  return null;
end $$;
create trigger candidates_conversation_added after insert on public.candidates
  referencing new table as added for each statement execute function private.follow_suggestions();
create trigger candidates_conversation_updated after update on public.candidates
  referencing old table as removed new table as added for each statement execute function private.follow_suggestions();
create trigger candidates_conversation_removed after delete on public.candidates
  referencing old table as removed for each statement execute function private.follow_suggestions();

create function private.follow_suppression() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.conversations c set opted_out = private.is_suppressed(c.phone_key)
  where c.phone_key in (private.phone_key(new.phone_e164), private.phone_key(old.phone_e164))
    and c.opted_out <> private.is_suppressed(c.phone_key);
  return null;
end $$;
create trigger suppressions_conversation after insert or update or delete on public.suppressions
  for each row execute function private.follow_suppression();

revoke all on function private.is_applying(), private.follow_records(), private.follow_recipients(), private.follow_sessions(), private.follow_suggestions(),
  private.follow_suppression() from public, anon, authenticated, service_role;
