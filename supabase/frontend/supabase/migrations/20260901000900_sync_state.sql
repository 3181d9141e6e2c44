-- The sync's own state: where it is, what each tick did, and what it had to set aside.

create table public.sync_cursors (
  id text primary key, -- 'backend'
  cursor jsonb, -- as rollcall_feed gave it; null: everything is still to be read
  version bigint not null default 0, -- moves with every apply; an apply that names another one changes nothing
  paused_reason text,
  lease_owner text,
  lease_until timestamptz,
  checked_at timestamptz, -- the last tick that reached the backend, changes or not
  applied_at timestamptz, -- the last tick that changed something
  last_error text, -- a stable code; null after a success
  last_error_detail text, -- what the code is about: names of tables and columns, nothing personal
  last_error_at timestamptz
);
insert into public.sync_cursors (id) values ('backend');

create table public.sync_runs (
  id uuid primary key default gen_random_uuid(),
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  trigger text not null default 'timer' check (trigger in ('timer', 'button', 'event', 'command', 'recipient')),
  mode text not null default 'log' check (mode in ('log', 'full', 'sweep', 'idle', 'sessions')),
  state text not null default 'running' check (state in ('running', 'done', 'failed')),
  pages integer not null default 0,
  requests integer not null default 0,
  sessions_read integer not null default 0,
  matched integer not null default 0,
  unmatched integer not null default 0,
  statuses_changed integer not null default 0,
  cards_changed integer not null default 0,
  messages_written integer not null default 0,
  calls_written integer not null default 0,
  set_aside integer not null default 0,
  error_code text
);
create index sync_runs_time on public.sync_runs (started_at desc);

create table public.sync_issues (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('unmatched', 'ambiguous', 'poison', 'objective', 'message', 'restored')),
  session_id text, -- holds a phone: shown to those who may see the row, never logged
  item text not null default '', -- which objective, message or row of the session
  recipient_id uuid references public.campaign_candidates on delete cascade,
  office_id uuid references public.offices,
  summary text not null, -- what is wrong and what to do, in words
  details jsonb not null default '{}',
  -- What others of its kind have in common with it; null where each is a case of its own.
  alike text generated always as (case kind when 'message' then coalesce(details ->> 'form', '') when 'objective' then summary
    when 'poison' then coalesce(details ->> 'reason', '') end) stored,
  raw text,
  state text not null default 'open' check (state in ('open', 'resolved', 'dismissed')),
  resolution jsonb,
  resolved_by uuid,
  resolved_at timestamptz,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now()
);
create unique index sync_issues_once on public.sync_issues (kind, coalesce(session_id, ''), item);
create index sync_issues_open on public.sync_issues (kind, last_seen_at desc) where state = 'open';
create index sync_issues_recipient on public.sync_issues (recipient_id);
create index sync_issues_office on public.sync_issues (office_id);

-- Which recipient a person said a session belongs to; remembered for every later tick.
create table public.session_links (
  session_id text primary key,
  recipient_id uuid not null references public.campaign_candidates on delete cascade,
  linked_by uuid,
  linked_at timestamptz not null default now()
);
create index session_links_recipient on public.session_links (recipient_id);

-- What was erased must not come back: keyed hashes of phones and session ids, never the values.
create table public.erasures (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('phone', 'session')),
  hmac bytea not null,
  requested_by uuid,
  requested_at timestamptz not null default now(),
  finished_at timestamptz, -- when both sides read empty
  unique (kind, hmac)
);
create table private.secrets (name text primary key, value bytea not null);
insert into private.secrets values ('erasure-key', extensions.gen_random_bytes(32));

create function private.erasure_hmac(p_value text) returns bytea
language sql stable security definer set search_path = '' as $$
  select extensions.hmac(convert_to(p_value, 'utf8'), value, 'sha256') from private.secrets where name = 'erasure-key'
$$;
revoke all on function private.erasure_hmac(text) from public, anon, authenticated, service_role;

alter table public.sync_cursors enable row level security;
alter table public.sync_runs enable row level security;
alter table public.sync_issues enable row level security;
alter table public.session_links enable row level security;
alter table public.erasures enable row level security;
alter table private.secrets enable row level security;

create policy sync_runs_read on public.sync_runs for select to authenticated using ((select private.my_role()) is not null);
create policy sync_issues_read on public.sync_issues for select to authenticated
  using (office_id = any ((select private.my_offices())::uuid[]) or (select private.my_role()) = 'admin');

revoke all on public.sync_cursors, public.sync_runs, public.sync_issues, public.session_links, public.erasures
  from public, anon, authenticated, service_role;
revoke all on private.secrets from public, anon, authenticated, service_role;
grant select on public.sync_runs, public.sync_issues to authenticated;
grant select, insert, update, delete on public.sync_cursors, public.sync_runs, public.sync_issues, public.session_links, public.erasures to service_role;
