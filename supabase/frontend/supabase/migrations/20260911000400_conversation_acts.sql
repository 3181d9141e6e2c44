-- What people do with a conversation. Reading marks are one's own, so whoever may look may set them.

-- The conversation's office; fails where the asker doesn't see it or nothing was said yet.
create function private.visible_conversation(p_id uuid) returns public.conversations
language plpgsql stable security definer set search_path = '' as $$
declare c public.conversations;
begin
  select * into c from public.conversations where id = p_id and office_id = any (private.my_offices());
  if c.id is null then
    perform private.fail('not_found', 'not_visible', 'This conversation is not there, or not yours to see.', 'Ask an admin whether you belong to its office.');
  end if;
  return c;
end $$;

-- Locks a conversation the asker may act upon.
create function private.lock_conversation(p_id uuid) returns public.conversations
language plpgsql security definer set search_path = '' as $$
declare c public.conversations;
begin
  select * into c from public.conversations where id = p_id for update;
  perform private.require_office(c.office_id);
  return c;
end $$;

-- Other browsers of the office show it at once.
create function private.note_conversation(p_id uuid, p_office uuid) returns void
language sql security definer set search_path = '' as $$
  insert into public.data_changes (entity_type, entity_id, parent_id, change_type, office_id) values ('conversation', p_id, p_id, 'update', p_office)
$$;

-- Read: everything so far. Unread: from the last message of theirs, or the last call, on.
create function public.mark_conversation(p_id uuid, p_read boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  c public.conversations := private.visible_conversation(p_id);
  by_call constant boolean := c.known_calls > 0 and (c.inbound_count = 0 or coalesce(c.last_call_at > c.last_inbound_at, false));
begin
  insert into public.conversation_reads as r (user_id, conversation_id, read_inbound, read_calls)
  values (auth.uid(), p_id, case when p_read or by_call then c.inbound_count else greatest(0, c.inbound_count - 1) end,
    case when p_read or not by_call then c.known_calls else c.known_calls - 1 end)
  on conflict (user_id, conversation_id) do update set read_inbound = excluded.read_inbound, read_calls = excluded.read_calls;
end $$;

-- Everything that is there now counts as read by the asker.
create function public.mark_inbox_read() returns void
language plpgsql security definer set search_path = '' as $$
begin
  if private.my_role() is null then perform private.fail('not_found', 'not_visible', 'You have no access yet.', 'Ask an admin of your agency.'); end if;
  delete from public.conversation_reads where user_id = auth.uid();
  insert into public.inbox_marks (user_id, read_until) values (auth.uid(), now())
  on conflict (user_id) do update set read_until = excluded.read_until;
end $$;

-- Gives a conversation to who may act upon it, or to nobody.
create function public.assign_conversation(p_id uuid, p_to uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare c public.conversations := private.lock_conversation(p_id);
begin
  if p_to is not null and not exists (select from public.profiles p where p.id = p_to and p.active and (p.role = 'admin'
      or p.role = 'recruiter' and exists (select from public.profile_offices o where o.profile_id = p.id and o.office_id = c.office_id))) then
    perform private.fail('invalid', 'not_a_colleague', 'They can''t look after conversations of this office.', 'Pick a recruiter of the office, or an admin.');
  end if;
  update public.conversations set assigned_to = p_to where id = p_id;
  perform private.note_conversation(p_id, c.office_id);
end $$;

-- From here on a person talks to them: the agent's sessions are completed, and stay so (command_sessions).
create function public.take_over_conversation(p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare c public.conversations := private.lock_conversation(p_id);
begin
  if c.taken_over_at is null then
    insert into public.backend_commands (kind, session_id, recipient_id, campaign_id, reason)
    select 'complete-session', s.session_id, c.id, c.campaign_id, 'taken-over'
    from (select session_id from public.session_evidence where recipient_id = c.id and not gone
          union select session_id from public.campaign_candidates
          where id = c.id and session_id is not null and delivery_state in ('sending', 'unconfirmed', 'confirmed')) s
    on conflict (kind, session_id) where state = 'waiting' do nothing;
    insert into public.campaign_candidate_notes (campaign_candidate_id, author_id, action_type, body)
    values (c.id, auth.uid(), 'status', 'Took the conversation over from the agent.');
  end if;
  update public.conversations set taken_over_at = coalesce(taken_over_at, now()), taken_over_by = coalesce(taken_over_by, auth.uid()),
    assigned_to = auth.uid(), settled_inbound = null
  where id = p_id;
  perform private.audit(auth.uid(), 'take-over', 'recipient', c.id::text, c.office_id);
  perform private.note_conversation(p_id, c.office_id);
end $$;

-- Nothing is left to do for a person until they write again; or take that back.
create function public.settle_conversation(p_id uuid, p_settled boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare c public.conversations := private.lock_conversation(p_id);
begin
  update public.conversations set settled_inbound = case when p_settled then inbound_count end where id = p_id;
  perform private.note_conversation(p_id, c.office_id);
end $$;

revoke all on function private.visible_conversation(uuid), private.lock_conversation(uuid), private.note_conversation(uuid, uuid),
  public.mark_conversation(uuid, boolean), public.mark_inbox_read(), public.assign_conversation(uuid, uuid),
  public.take_over_conversation(uuid), public.settle_conversation(uuid, boolean) from public, anon, authenticated, service_role;
grant execute on function public.mark_conversation(uuid, boolean), public.mark_inbox_read(), public.assign_conversation(uuid, uuid),
  public.take_over_conversation(uuid), public.settle_conversation(uuid, boolean) to authenticated;
