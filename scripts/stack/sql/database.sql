-- What a hosted Supabase project holds before its first migration, for one database.
-- Run by supabase_admin in every start; it changes nothing that is there already.

create schema if not exists extensions authorization postgres;
grant usage on schema extensions to anon, authenticated, service_role, auth_admin;
create extension if not exists pgcrypto with schema extensions;

grant usage on schema public to anon, authenticated, service_role;

create schema if not exists auth authorization auth_admin;
grant usage on schema auth to anon, authenticated, service_role, postgres;
alter default privileges for role auth_admin in schema auth
  grant select, insert, update, delete on tables to postgres;

-- The claims of the request's token, as PostgREST hands them over.
create or replace function auth.jwt() returns jsonb language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb
$$;
create or replace function auth.uid() returns uuid language sql stable as $$
  select (auth.jwt() ->> 'sub')::uuid
$$;
create or replace function auth.role() returns text language sql stable as $$
  select auth.jwt() ->> 'role'
$$;
create or replace function auth.email() returns text language sql stable as $$
  select auth.jwt() ->> 'email'
$$;
