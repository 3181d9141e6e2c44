-- The change log: one line per statement and session, written by the triggers of 0002.
--
-- A cursor over ids or times loses rows that commit out of order, so every line carries the
-- transaction that wrote it, and the feed takes what one snapshot sees and an earlier one didn't.
-- Everything of ours is in schema rollcall (never exposed) and in functions public.rollcall_*.

create schema if not exists rollcall;

-- Functions are made anew by every installation, so that their signatures can change; those of
-- the triggers are replaced, so that no change goes unlogged.
do $$
declare
  v_function text;
begin
  for v_function in
    select p.oid::regprocedure::text from pg_catalog.pg_proc p
    where p.prorettype <> 'trigger'::regtype and (
      p.pronamespace = 'rollcall'::regnamespace
      or p.pronamespace = 'public'::regnamespace and p.proname like 'rollcall\_%')
  loop
    execute 'drop function ' || v_function;
  end loop;
end
$$;

-- One line per file of this folder that was applied.
create table if not exists rollcall.versions (
  number int primary key,
  name text not null,
  checksum text not null,
  installed_at timestamptz not null default now()
);

create table if not exists rollcall.change_log (
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  -- A restored backup hands out the same seq again, but never with the same nonce.
  nonce uuid not null default gen_random_uuid(),
  -- What the feed groups by; null in 'resync' and 'erased' lines.
  session_key text collate "C",
  -- The table, or 'resync' (a table was truncated, triggers were attached), or 'erased'.
  source text not null,
  -- chat_history only: the smallest id the statement touched in this session.
  chat_from bigint,
  occurred_at timestamptz not null default clock_timestamp()
);
create index if not exists change_log_window on rollcall.change_log (xid, seq);
create index if not exists change_log_session on rollcall.change_log (session_key, xid, seq);
create index if not exists change_log_resync on rollcall.change_log (xid) where source = 'resync';

-- chat_history has no timestamp. What is here outlives the log; messages older than the
-- installation have no line and no time.
create table if not exists rollcall.chat_seen (
  chat_id bigint primary key,
  seen_at timestamptz not null
);

-- Up to where the log was pruned: every line with seq up to this is gone, and none of those
-- gone was written by a transaction later than xid.
create table if not exists rollcall.prune_mark (
  only_row boolean primary key default true check (only_row),
  seq bigint not null,
  xid xid8 not null
);
insert into rollcall.prune_mark (seq, xid) values (0, '0') on conflict do nothing;

-- n8n's memory node, when a chat trigger is connected, writes '<session>__Postgres_Chat_Memory'.
-- Plain SQL without settings, so that the planner inlines it and finds the index of
-- indexes.sql, which is built on the same expression.
create or replace function rollcall.session_key(p_chat_session_id text) returns text
language sql immutable parallel safe
return regexp_replace(p_chat_session_id, '__Postgres_Chat_Memory$', '');
