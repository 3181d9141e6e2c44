-- Looking up and walking the sessions of the agents' tables. Not in a numbered file, because
-- 'concurrently', which keeps the agents writing meanwhile, works outside transactions only.
-- Collation "C": the walk's order must mean the same in every database.
create index concurrently if not exists rollcall_session_info_session
  on public.session_info (session_id collate "C");
create index concurrently if not exists rollcall_chat_history_session
  on public.chat_history
  (regexp_replace(session_id::text, '__Postgres_Chat_Memory$'::text, ''::text) collate "C", id);
create index concurrently if not exists rollcall_call_info_session
  on public.call_info (session_id collate "C");
create index concurrently if not exists rollcall_campaigns_session
  on public.campaigns (session_id collate "C");
create index concurrently if not exists rollcall_numbers_session
  on public.numbers (session_id collate "C");
create index concurrently if not exists rollcall_session_objective_events_session
  on public.session_objective_events (session_id collate "C", id);
