-- The roles of a hosted Supabase project, once per cluster. Run by supabase_admin in every start;
-- it changes nothing that is there already. Passwords come in as settings stack.*_password.

do $$
declare
  wanted record;
begin
  for wanted in select * from (values
    -- Migrations run as postgres: owner of the databases, not a superuser.
    ('postgres', 'login createdb createrole bypassrls'),
    ('anon', 'nologin noinherit'),
    ('authenticated', 'nologin noinherit'),
    ('service_role', 'nologin noinherit bypassrls'),
    -- PostgREST signs in as authenticator and becomes the role of the request's token.
    ('authenticator', 'login noinherit'),
    -- The auth service owns what is in schema auth, and nothing else.
    ('auth_admin', 'login noinherit')
  ) as roles (name, attributes)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      execute format('create role %I %s', wanted.name, wanted.attributes);
    end if;
  end loop;

  execute format('alter role postgres password %L', current_setting('stack.postgres_password'));
  execute format('alter role authenticator password %L', current_setting('stack.authenticator_password'));
  execute format('alter role auth_admin password %L', current_setting('stack.auth_admin_password'));
end $$;

grant anon, authenticated, service_role to authenticator;
grant anon, authenticated, service_role to postgres with admin option;

-- The limits of hosted Supabase: a request that would fail there fails here.
alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
alter role authenticator set statement_timeout = '8s';
alter role authenticator set lock_timeout = '8s';
alter role auth_admin set idle_in_transaction_session_timeout = '60s';
alter role auth_admin set search_path = auth;
alter role postgres set search_path = "$user", public, extensions;
alter role supabase_admin set search_path = "$user", public, auth, extensions;
