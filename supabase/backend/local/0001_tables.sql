-- The agents' database as they keep it, for the local stack only. Hosted backends belong to the
-- agents' side: this file is never applied there, and Rollcall adds to them only what
-- supabase/backend/bridge holds.

create table if not exists public.campaign_info (
  campaign text primary key,
  job_info text,
  objectives_template jsonb,
  prompt_chat text,
  prompt_call text,
  first_message_chat text,
  first_message_call text,
  start timestamptz,
  "end" timestamptz
);

create table if not exists public.session_info (
  session_id text primary key,
  created_at timestamptz,
  updated_at timestamptz,
  user_updated timestamptz,
  agent_updated timestamptz,
  last_action text,
  action_status text,
  session_status text default 'active',
  last_user_msg_at timestamptz,
  last_agent_msg_at timestamptz,
  last_outbound_at timestamptz,
  next_reminder_at timestamptz,
  reminder_count int default 0,
  tz text default 'Europe/London',
  campaign text references public.campaign_info (campaign),
  objectives jsonb,
  latest_batch_call_id text
);

-- LangChain's Postgres memory: no timestamp, so a conversation's order is the order of ids.
create table if not exists public.chat_history (
  id serial primary key,
  session_id varchar(255),
  message jsonb
);

create table if not exists public.call_info (
  call_id text primary key,
  status text,
  called_at timestamptz,
  duration interval,
  transcript text,
  recording_url text,
  analysis jsonb,
  session_id text,
  batch_call_id text
);

create table if not exists public.campaigns (
  session_id text,
  campaign text
);

create table if not exists public.numbers (
  session_id text,
  phone_number text
);

create table if not exists public.session_objective_events (
  id bigserial primary key,
  session_id text,
  objective text,
  old_value jsonb,
  new_value jsonb,
  source text,
  occurred_at timestamptz
);

-- Conversations and phone numbers: the service role's, nobody else's, whatever default
-- privileges the database was made with.
revoke all on
  public.campaign_info, public.session_info, public.chat_history, public.call_info,
  public.campaigns, public.numbers, public.session_objective_events
from public, anon, authenticated, service_role;
grant select, insert, update, delete on
  public.campaign_info, public.session_info, public.chat_history, public.call_info,
  public.campaigns, public.numbers, public.session_objective_events
to service_role;
revoke all on sequence public.chat_history_id_seq, public.session_objective_events_id_seq
from public, anon, authenticated, service_role;
grant usage, select on sequence public.chat_history_id_seq, public.session_objective_events_id_seq
to service_role;
