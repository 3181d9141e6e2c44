-- Numbers that nobody may contact, as people keep them. What a person said themselves only they can take back.

alter table public.suppressions add column note text not null default '';

-- Numbers by any form of theirs: {"total", "items": [{"id", "phone", "reason", "source", "note", "said", "createdBy", "createdAt",
-- "liftedAt", "liftedBy", "liftedReason"}]}, the latest first. p_state: 'active', 'lifted' or ''. For admins.
create function public.list_opt_outs(p_search text default '', p_reason text default '', p_state text default 'active', p_offset integer default 0)
returns jsonb language plpgsql stable security definer set search_path = '' set jit = off as $$
declare digits constant text := private.searched_digits(p_search);
begin
  perform private.require_admin();
  return (
    with found as materialized (
      select s.* from public.suppressions s
      where (trim(p_search) = '' or s.phone_e164 like '%' || digits || '%'
          or private.phone_key(s.phone_e164) = private.phone_key('+' || digits))
        and (p_reason = '' or s.reason = p_reason)
        and case p_state when 'active' then s.lifted_at is null when 'lifted' then s.lifted_at is not null else true end)
    select jsonb_build_object('total', (select count(*) from found), 'items', coalesce(jsonb_agg(jsonb_build_object('id', id, 'phone', phone_e164,
      'reason', reason, 'source', source, 'note', note, 'said', reason = 'opted_out' or said_too, 'createdBy', created_by, 'createdAt', created_at,
      'liftedAt', lifted_at, 'liftedBy', lifted_by, 'liftedReason', lifted_reason) order by created_at desc, id), '[]'))
    from (select * from found order by created_at desc, id offset p_offset limit 100) page);
end $$;

-- Nobody contacts this number any more, whichever office. p_reason: 'opted_out' (they said so to a person), 'wrong_number' or 'manual'.
create function public.add_opt_out(p_phone text, p_reason text, p_note text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare made uuid;
begin
  if private.my_role() is null then
    perform private.fail('not_found', 'not_visible', 'This is not there, or not yours to see.', 'Ask an admin for access.');
  end if;
  if private.my_role() = 'viewer' then
    perform private.fail('forbidden', 'read_only', 'You can look at this but not change it.', 'Ask an admin for the role "recruiter".');
  end if;
  if p_phone !~ '^\+[1-9][0-9]{5,14}$' or p_reason not in ('opted_out', 'wrong_number', 'manual') then
    perform private.fail('invalid', 'bad_opt_out', 'This is not a phone number that can be kept.', 'Write it with its country code.');
  end if;
  insert into public.suppressions as s (phone_e164, reason, source, note, said_at, created_by)
  values (p_phone, p_reason, 'person', left(trim(p_note), 500), case when p_reason = 'opted_out' then now() end, auth.uid())
  on conflict (phone_e164) where lifted_at is null do update set said_too = true, said_at = excluded.said_at
    where excluded.reason = 'opted_out' and s.reason <> 'opted_out' and not s.said_too
  returning id into made;
  if made is null then
    perform private.fail('invalid', 'already_opted_out', 'This number is on the list already.', 'There is nothing left to do.');
  end if;
  perform private.audit(auth.uid(), 'add-opt-out', 'suppression', made::text, null, jsonb_build_object('reason', p_reason));
  return jsonb_build_object('id', made);
end $$;

-- Takes a number off the list that a person had put on it, with the reason why. For admins.
create function public.lift_opt_out(p_id uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare was public.suppressions;
begin
  perform private.require_admin();
  select * into was from public.suppressions where id = p_id and lifted_at is null for update;
  if was.id is null then
    perform private.fail('not_found', 'opt_out_not_found', 'This number is not on the list any more.', 'Reload the page.');
  end if;
  if was.said_too or was.reason not in ('manual', 'wrong_number') then
    perform private.fail('invalid', 'said_themselves', 'They asked not to be contacted.', 'Only they can take it back, by writing START.');
  end if;
  if trim(coalesce(p_reason, '')) = '' then
    perform private.fail('invalid', 'reason_missing', 'A reason is missing.', 'Write why this number may be contacted again.');
  end if;
  update public.suppressions set lifted_at = now(), lifted_by = auth.uid(), lifted_reason = left(trim(p_reason), 500) where id = p_id;
  perform private.audit(auth.uid(), 'lift-opt-out', 'suppression', p_id::text, null, jsonb_build_object('was', was.reason));
end $$;

revoke all on function public.list_opt_outs(text, text, text, integer), public.add_opt_out(text, text, text), public.lift_opt_out(uuid, text)
  from public, anon, authenticated, service_role;
grant execute on function public.list_opt_outs(text, text, text, integer), public.add_opt_out(text, text, text), public.lift_opt_out(uuid, text)
  to authenticated;
