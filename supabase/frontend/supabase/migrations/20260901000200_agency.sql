-- The agency: offices, the people who work there, and what they may do.
-- A role is looked up in `profiles`, never in a token's claims; without an active profile there are no rows.

create table public.offices (
  id uuid primary key default gen_random_uuid(),
  name text not null unique check (length(name) between 1 and 120),
  time_zone text not null default 'Europe/London',
  default_country text not null default 'GB' check (default_country ~ '^[A-Z]{2}$'),
  created_at timestamptz not null default now()
);

create table public.profiles (
  id uuid primary key, -- the auth user's id
  email text not null unique,
  full_name text not null default '',
  role text not null default 'viewer' check (role in ('admin', 'recruiter', 'viewer')),
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table public.profile_offices (
  profile_id uuid not null references public.profiles on delete cascade,
  office_id uuid not null references public.offices on delete cascade,
  primary key (profile_id, office_id)
);
create index profile_offices_office on public.profile_offices (office_id);

create table public.settings (
  key text primary key,
  value jsonb not null,
  updated_by uuid,
  updated_at timestamptz not null default now()
);

create table public.audit_log (
  id bigint generated always as identity primary key,
  actor_id uuid,
  action text not null,
  entity_type text not null,
  entity_id text,
  office_id uuid,
  details jsonb not null default '{}',
  occurred_at timestamptz not null default now()
);
create index audit_log_entity on public.audit_log (entity_type, entity_id);
create index audit_log_time on public.audit_log (occurred_at desc);

-- The role of who asks, or null without an active profile.
create function private.my_role() returns text
language sql stable security definer set search_path = '' as $$
  select role from public.profiles where id = auth.uid() and active
$$;

-- The offices whose rows the asker sees: an admin all, others their own.
create function private.my_offices() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(o.id), '{}')
  from public.offices o
  where private.my_role() = 'admin'
     or exists (select from public.profile_offices po join public.profiles p on p.id = po.profile_id
                where po.profile_id = auth.uid() and po.office_id = o.id and p.active)
$$;

-- The offices whose rows the asker may change: none for a viewer.
create function private.my_writable_offices() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select case when private.my_role() in ('admin', 'recruiter') then private.my_offices() else '{}'::uuid[] end
$$;

-- Called first in every function that acts for a person: fails unless they may change the office's rows.
create function private.require_office(p_office uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_office is null or not (p_office = any (private.my_offices())) then
    perform private.fail('not_found', 'not_visible', 'This is not there, or not yours to see.', 'Ask an admin whether you belong to its office.');
  end if;
  if not (p_office = any (private.my_writable_offices())) then
    perform private.fail('forbidden', 'read_only', 'You can look at this but not change it.', 'Ask an admin for the role "recruiter".');
  end if;
end $$;

create function private.require_admin() returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if private.my_role() is distinct from 'admin' then
    perform private.fail('forbidden', 'admin_only', 'Only an admin can do this.', 'Ask one of your admins.');
  end if;
end $$;

revoke all on function private.my_role(), private.my_offices(), private.my_writable_offices(),
  private.require_office(uuid), private.require_admin() from public, anon, authenticated, service_role;
grant execute on function private.my_role(), private.my_offices(), private.my_writable_offices() to authenticated;

alter table public.offices enable row level security;
alter table public.profiles enable row level security;
alter table public.profile_offices enable row level security;
alter table public.settings enable row level security;
alter table public.audit_log enable row level security;

create policy offices_read on public.offices for select to authenticated
  using (id = any ((select private.my_offices())::uuid[]));
-- Oneself, even when no longer active; else colleagues: who shares an office, and admins, who have all.
create policy profiles_read on public.profiles for select to authenticated
  using (id = (select auth.uid()) or (select private.my_role()) = 'admin'
    or (role = 'admin' and (select private.my_role()) is not null)
    or exists (select from public.profile_offices po
               where po.profile_id = profiles.id and po.office_id = any ((select private.my_offices())::uuid[])));
create policy profile_offices_read on public.profile_offices for select to authenticated
  using (office_id = any ((select private.my_offices())::uuid[]));
create policy settings_read on public.settings for select to authenticated
  using ((select private.my_role()) is not null);
create policy audit_read on public.audit_log for select to authenticated
  using ((select private.my_role()) = 'admin');

revoke all on public.offices, public.profiles, public.profile_offices, public.settings, public.audit_log
  from public, anon, authenticated, service_role;
grant select on public.offices, public.profiles, public.profile_offices, public.settings, public.audit_log to authenticated;
grant select, insert, update, delete on public.offices, public.profiles, public.profile_offices, public.settings to service_role;
grant select, insert on public.audit_log to service_role;
