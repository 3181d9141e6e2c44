-- Foundation: extensions, the private schema, and no privileges but those granted by name.
-- Hosted Supabase used to grant everything in `public` to anon and authenticated by default;
-- every migration therefore revokes first, and grants tables, columns and functions by name.

create schema if not exists extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists pg_trgm with schema extensions;

create schema private;
revoke all on schema private from public, anon, authenticated, service_role;
grant usage on schema private to authenticated, service_role;
grant usage on schema public to anon, authenticated, service_role;

alter default privileges in schema public revoke all on tables from public, anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from public, anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from public, anon, authenticated, service_role;
alter default privileges revoke all on functions from public;
alter default privileges in schema private revoke all on tables from public, anon, authenticated, service_role;
alter default privileges in schema private revoke all on functions from public, anon, authenticated, service_role;

-- An editable row's `version` counts people's changes only, so that automation never makes a
-- person's save look stale. `updated_at` moves with every change.
create function private.touch() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  if auth.uid() is not null
     and to_jsonb(new) - '{version,updated_at}'::text[] is distinct from to_jsonb(old) - '{version,updated_at}'::text[] then
    new.version := old.version + 1;
  else
    new.version := old.version;
  end if;
  return new;
end $$;

-- Raises an error that the clients understand: `detail` is '<kind>:<code>', where kind is one of
-- conflict, forbidden, not_found, invalid; `hint` says what to do.
create function private.fail(p_kind text, p_code text, p_message text, p_hint text default null) returns void
language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = 'P0001', message = p_message,
    detail = p_kind || ':' || p_code, hint = coalesce(p_hint, '');
end $$;
revoke all on function private.touch(), private.fail(text, text, text, text) from public, anon, authenticated, service_role;
