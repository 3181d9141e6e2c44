-- Finding or making the one row of a person. A phone that another office knows is linked:
-- nothing of theirs is shown or changed.

-- The person with this E.164 (who they were merged into, if so), made if need be; a new person without a phone when it is null.
create function private.person_of(p_e164 text, p_given text, p_valid boolean) returns uuid
language plpgsql security definer set search_path = '' as $$
declare found_id uuid;
begin
  if p_e164 is null then
    insert into public.people (phone_given, phone_valid) values (nullif(p_given, ''), false) returning id into found_id;
    return found_id;
  end if;
  insert into public.people (phone_e164, phone_given, phone_valid) values (p_e164, p_given, coalesce(p_valid, true))
  on conflict (phone_e164) do nothing returning id into found_id;
  if found_id is null then
    select coalesce(merged_into, id) into found_id from public.people where phone_e164 = p_e164;
  end if;
  return found_id;
end $$;

create function private.audit(p_actor uuid, p_action text, p_entity_type text, p_entity_id text, p_office uuid, p_details jsonb default '{}')
returns void language sql security definer set search_path = '' as $$
  insert into public.audit_log (actor_id, action, entity_type, entity_id, office_id, details)
  values (p_actor, p_action, p_entity_type, p_entity_id, p_office, p_details)
$$;

revoke all on function private.person_of(text, text, boolean), private.audit(uuid, text, text, text, uuid, jsonb)
  from public, anon, authenticated, service_role;
