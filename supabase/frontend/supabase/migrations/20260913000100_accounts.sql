-- Who works here and in which offices, as admins keep them. What can sign in is the auth service's; without an active
-- profile an account sees nothing, so switching a profile off takes effect with the next request.

alter table public.profiles add column version integer not null default 1;
alter table public.offices add column version integer not null default 1;

-- Fails where this is the only admin who can sign in. Holds the other admins' rows, so that two who step down at once can't both.
create function private.require_another_admin(p_profile uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.profiles where role = 'admin' and active order by id for update;
  if not exists (select from public.profiles where role = 'admin' and active and id <> p_profile) then
    perform private.fail('invalid', 'last_admin', 'This is the only admin.', 'Make somebody else an admin first.');
  end if;
end $$;

create function private.checked_role(p_role text) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_role is null or p_role not in ('admin', 'recruiter', 'viewer') then
    perform private.fail('invalid', 'bad_role', 'There is no such role.', 'Choose admin, recruiter or viewer.');
  end if;
  return p_role;
end $$;

create function private.put_into_offices(p_profile uuid, p_offices uuid[]) returns void
language sql security definer set search_path = '' as $$
  delete from public.profile_offices where profile_id = p_profile and not office_id = any (coalesce(p_offices, '{}'));
  insert into public.profile_offices (profile_id, office_id)
  select p_profile, o.id from public.offices o where o.id = any (p_offices) on conflict do nothing;
$$;

create function private.profile_row(p_profile uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', p.id, 'email', p.email, 'full_name', p.full_name, 'role', p.role, 'active', p.active, 'version', p.version,
    'created_at', p.created_at, 'profile_offices', (select coalesce(jsonb_agg(jsonb_build_object('office_id', po.office_id) order by po.office_id), '[]')
      from public.profile_offices po where po.profile_id = p.id))
  from public.profiles p where p.id = p_profile
$$;

-- Gives an account of the auth service a profile. The bridge made the account, for an admin.
create function public.add_profile(p_actor uuid, p_id uuid, p_email text, p_full_name text, p_role text, p_offices uuid[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.profiles where id = p_id or lower(email) = lower(trim(p_email))) then
    perform private.fail('invalid', 'account_exists', 'This e-mail address has access already.', 'Find it in the list; it may be switched off.');
  end if;
  insert into public.profiles (id, email, full_name, role) values (p_id, lower(trim(p_email)), trim(p_full_name), private.checked_role(p_role));
  perform private.put_into_offices(p_id, p_offices);
  perform private.audit(p_actor, 'add-profile', 'profile', p_id::text, null, jsonb_build_object('role', p_role));
  return private.profile_row(p_id);
end $$;

-- Changes a person's name, role and offices. p_version is the one that was seen: {"result": "ok" | "conflict", "profile"}.
create function public.save_profile(p_profile uuid, p_version integer, p_full_name text, p_role text, p_offices uuid[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare was public.profiles;
begin
  perform private.require_admin();
  -- Admins in one order before the one row, as everywhere in this file.
  if p_role <> 'admin' and exists (select from public.profiles where id = p_profile and role = 'admin' and active) then
    perform private.require_another_admin(p_profile);
  end if;
  select * into was from public.profiles where id = p_profile for update;
  if was.id is null then
    perform private.fail('not_found', 'profile_not_found', 'This person is not there.', 'Reload the page.');
  end if;
  if was.version <> p_version then
    return jsonb_build_object('result', 'conflict', 'profile', private.profile_row(p_profile));
  end if;
  update public.profiles set full_name = trim(p_full_name), role = private.checked_role(p_role), version = version + 1, updated_at = now()
  where id = p_profile;
  perform private.put_into_offices(p_profile, p_offices);
  perform private.audit(auth.uid(), 'save-profile', 'profile', p_profile::text, null, jsonb_build_object('from', was.role, 'to', p_role));
  return jsonb_build_object('result', 'ok', 'profile', private.profile_row(p_profile));
end $$;

-- Switches a person's access off, or on again.
create function public.set_profile_active(p_profile uuid, p_active boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_admin();
  if not p_active then perform private.require_another_admin(p_profile); end if;
  update public.profiles set active = p_active, version = version + 1, updated_at = now() where id = p_profile and active <> p_active;
  if found then
    perform private.audit(auth.uid(), case when p_active then 'reactivate-profile' else 'deactivate-profile' end, 'profile', p_profile::text, null);
  end if;
  return private.profile_row(p_profile);
end $$;

-- Makes an office (p_version null) or changes one: {"result": "ok" | "conflict", "office"}.
create function public.save_office(p_office uuid, p_version integer, p_name text, p_time_zone text, p_default_country text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare present public.offices;
begin
  perform private.require_admin();
  if length(trim(p_name)) not between 1 and 120 then
    perform private.fail('invalid', 'bad_name', 'An office needs a name of at most 120 characters.', 'Write its name.');
  end if;
  if exists (select from public.offices where lower(name) = lower(trim(p_name)) and id <> p_office) then
    perform private.fail('invalid', 'name_taken', 'Another office has this name.', 'Choose another name.');
  end if;
  if not private.is_time_zone(p_time_zone) then
    perform private.fail('invalid', 'bad_time_zone', 'This time zone is not known.', 'Choose one such as Europe/London.');
  end if;
  if p_default_country !~ '^[A-Z]{2}$' then
    perform private.fail('invalid', 'bad_country', 'This country is not known.', 'Choose one from the list.');
  end if;
  if p_version is null then
    insert into public.offices (id, name, time_zone, default_country) values (p_office, trim(p_name), p_time_zone, p_default_country)
    on conflict (id) do nothing;
  else
    update public.offices set name = trim(p_name), time_zone = p_time_zone, default_country = p_default_country, version = version + 1
    where id = p_office and version = p_version;
  end if;
  if found then
    perform private.audit(auth.uid(), case when p_version is null then 'add-office' else 'save-office' end, 'office', p_office::text, p_office,
      jsonb_build_object('timeZone', p_time_zone, 'country', p_default_country));
  end if;
  select * into present from public.offices where id = p_office;
  return jsonb_build_object('result', case when present.name = trim(p_name) and present.time_zone = p_time_zone
      and present.default_country = p_default_country then 'ok' else 'conflict' end, 'office', to_jsonb(present));
end $$;

revoke all on function private.require_another_admin(uuid), private.checked_role(text), private.put_into_offices(uuid, uuid[]),
  private.profile_row(uuid), public.add_profile(uuid, uuid, text, text, text, uuid[]), public.save_profile(uuid, integer, text, text, uuid[]),
  public.set_profile_active(uuid, boolean), public.save_office(uuid, integer, text, text, text) from public, anon, authenticated, service_role;
grant execute on function public.add_profile(uuid, uuid, text, text, text, uuid[]) to service_role;
grant execute on function public.save_profile(uuid, integer, text, text, uuid[]), public.set_profile_active(uuid, boolean),
  public.save_office(uuid, integer, text, text, text) to authenticated;
