-- What the agents did, mirrored from the backend: messages, calls, transcripts, objective events,
-- and one register a session. Rows without a session id were never in the backend; the sync leaves them alone.
-- office_id is null while no recipient is known; such rows are for admins.

create table public.session_evidence (
  session_id text primary key,
  recipient_id uuid references public.campaign_candidates on delete set null,
  office_id uuid references public.offices,
  matched_by text not null check (matched_by in ('session', 'phone', 'variant', 'parsed', 'person', 'unmatched', 'ambiguous')),
  backend_campaign text, -- as the backend names it
  phones text[] not null default '{}', -- E.164, from numbers and from the id
  session_status text not null default '',
  next_reminder_at timestamptz,
  -- {"<key>": {"value": ..., "affirmed": bool, "at": iso|null, "eventId": n|null}}
  objectives jsonb not null default '{}',
  inbound_count integer not null default 0,
  outbound_count integer not null default 0,
  last_inbound_chat_id bigint,
  last_inbound_at timestamptz,
  call_count integer not null default 0,
  answered_calls integer not null default 0,
  gone boolean not null default false, -- no table of the backend names it any more
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
) with (fillfactor = 80); -- room on the page: a register that changes touches no index
create index session_evidence_recipient on public.session_evidence (recipient_id);
create index session_evidence_office on public.session_evidence (office_id);
create index session_evidence_unmatched on public.session_evidence (matched_by) where recipient_id is null;

create table public.whatsapp_messages (
  id uuid primary key default gen_random_uuid(),
  campaign_candidate_id uuid references public.campaign_candidates on delete cascade,
  office_id uuid references public.offices,
  session_id text,
  chat_id bigint, -- the backend's id; orders a conversation
  direction text not null check (direction in ('inbound', 'outbound', 'internal')),
  kind text not null default 'text' check (kind in ('text', 'tool', 'system', 'media', 'unreadable')),
  hidden boolean not null default false,
  body text not null default '',
  sent_at timestamptz,
  time_certainty text not null default 'none' check (time_certainty in ('exact', 'about', 'none')),
  delivery_status text check (delivery_status in ('sent', 'delivered', 'read', 'failed')),
  failure_reason text,
  intent text check (intent in ('stop', 'start')), -- the message as a whole is an opt-out word, or its opposite
  raw jsonb, -- of an unreadable message only
  created_at timestamptz not null default now(),
  unique (session_id, chat_id),
  check ((session_id is null) = (chat_id is null))
);
create index whatsapp_messages_recipient on public.whatsapp_messages (campaign_candidate_id, chat_id);
create index whatsapp_messages_office on public.whatsapp_messages (office_id);
create index whatsapp_messages_body_trgm on public.whatsapp_messages using gin (body extensions.gin_trgm_ops);

create table public.call_records (
  id uuid primary key default gen_random_uuid(),
  campaign_candidate_id uuid references public.campaign_candidates on delete cascade,
  office_id uuid references public.offices,
  session_id text,
  call_id text unique, -- the backend's id
  called_at timestamptz,
  duration_seconds integer,
  transport text not null default 'pending' check (transport in ('pending', 'in-progress', 'ended', 'failed')),
  answered_by text not null default 'unknown' check (answered_by in ('person', 'machine', 'nobody', 'unknown')),
  disposition text not null default 'pending',
  reason text not null default '',
  ended_by text,
  recording_url text,
  analysis jsonb,
  summary text not null default '',
  opt_intent text check (opt_intent = 'stop'), -- a line of theirs that as a whole asks to stop
  opt_acted boolean not null default false, -- which is obeyed once
  overdue_at timestamptz, -- since when a result should have come; set once, when none had
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((session_id is null) = (call_id is null))
);
create index call_records_recipient on public.call_records (campaign_candidate_id, called_at);
create index call_records_session on public.call_records (session_id);
create index call_records_office on public.call_records (office_id, called_at desc);
create index call_records_analysis on public.call_records using gin (analysis jsonb_path_ops);

create table public.call_transcript_messages (
  call_record_id uuid not null references public.call_records on delete cascade,
  position integer not null,
  office_id uuid references public.offices,
  speaker text not null check (speaker in ('agent', 'candidate', 'unknown')),
  body text not null,
  start_ms integer,
  primary key (call_record_id, position)
);
create index call_transcript_messages_office on public.call_transcript_messages (office_id);

create table public.objective_events (
  session_id text not null,
  event_id bigint not null,
  campaign_candidate_id uuid references public.campaign_candidates on delete cascade,
  office_id uuid references public.offices,
  objective_key text not null,
  old_value jsonb,
  new_value jsonb,
  source text not null default '',
  occurred_at timestamptz,
  primary key (session_id, event_id)
);
create index objective_events_recipient on public.objective_events (campaign_candidate_id, occurred_at);
create index objective_events_office on public.objective_events (office_id);

-- Every change of a status, with what it rests on. Exactly one row a real change.
create table public.status_events (
  id bigint generated always as identity primary key,
  office_id uuid references public.offices,
  candidate_id uuid references public.candidates on delete cascade,
  recipient_id uuid references public.campaign_candidates on delete cascade,
  from_status text,
  to_status text not null,
  set_by text not null check (set_by in ('person', 'automation')),
  actor_id uuid,
  -- {"action", "objectiveKey", "value", "ruleKind", "rulesVersion", "certainty": "exact"|"inferred",
  --  "evidence": {"kind": "message"|"call"|"event", "id", "at"}}
  trace jsonb not null default '{}',
  occurred_at timestamptz not null default clock_timestamp(),
  check (candidate_id is not null or recipient_id is not null)
);
create index status_events_candidate on public.status_events (candidate_id, id);
create index status_events_recipient on public.status_events (recipient_id, id);
create index status_events_office on public.status_events (office_id, id desc);

alter table public.session_evidence enable row level security;
alter table public.whatsapp_messages enable row level security;
alter table public.call_records enable row level security;
alter table public.call_transcript_messages enable row level security;
alter table public.objective_events enable row level security;
alter table public.status_events enable row level security;

create policy session_evidence_read on public.session_evidence for select to authenticated
  using (office_id = any ((select private.my_offices())::uuid[]) or (office_id is null and (select private.my_role()) = 'admin'));
create policy whatsapp_messages_read on public.whatsapp_messages for select to authenticated
  using (office_id = any ((select private.my_offices())::uuid[]) or (office_id is null and (select private.my_role()) = 'admin'));
create policy call_records_read on public.call_records for select to authenticated
  using (office_id = any ((select private.my_offices())::uuid[]) or (office_id is null and (select private.my_role()) = 'admin'));
create policy call_transcript_messages_read on public.call_transcript_messages for select to authenticated
  using (office_id = any ((select private.my_offices())::uuid[]) or (office_id is null and (select private.my_role()) = 'admin'));
create policy objective_events_read on public.objective_events for select to authenticated
  using (office_id = any ((select private.my_offices())::uuid[]) or (office_id is null and (select private.my_role()) = 'admin'));
create policy status_events_read on public.status_events for select to authenticated
  using (office_id = any ((select private.my_offices())::uuid[]));

revoke all on public.session_evidence, public.whatsapp_messages, public.call_records, public.call_transcript_messages,
  public.objective_events, public.status_events from public, anon, authenticated, service_role;
grant select on public.session_evidence, public.whatsapp_messages, public.call_records, public.call_transcript_messages,
  public.objective_events, public.status_events to authenticated;
grant select, insert, update, delete on public.session_evidence, public.whatsapp_messages, public.call_records,
  public.call_transcript_messages, public.objective_events to service_role;
grant select, insert on public.status_events to service_role;
