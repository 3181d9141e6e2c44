-- The ledger of a launch: one recipient a line, the outbox of batches, and commands to the backend.
-- Written by the bridge only.

create table public.launches (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references public.campaigns on delete cascade,
  office_id uuid not null references public.offices,
  requested_by uuid,
  preview_hash text not null,
  -- What every POST of this launch carries besides its tasks: campaign, job_description, objectives. Not jsonb, which
  -- would reorder the objectives: the agents ask in the recruiter's order.
  payload json not null,
  content_digest text not null default '', -- of what the payload was made from; a start to come compares it
  created_at timestamptz not null default now(),
  unique (campaign_id)
);
create index launches_office on public.launches (office_id);

create table public.launch_batches (
  id uuid primary key default gen_random_uuid(), -- also the webhook-id, the same over retries
  launch_id uuid not null references public.launches on delete cascade,
  campaign_id uuid not null references public.campaigns on delete cascade,
  position integer not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'unconfirmed', 'confirmed', 'failed', 'closed')),
  tasks jsonb, -- frozen at the first claim: [{"recipient_id", "session", "phone_number"}]
  payload_hash text,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  claimed_by text,
  lease_until timestamptz,
  first_posted_at timestamptz,
  last_status integer,
  last_code text, -- the stable code of the last answer; src/launch turns it into words
  last_answer text, -- the answer's beginning, for the operator
  answer_code text, -- of the last POST's outcome; last_code goes on to what became of it
  answered_at timestamptz,
  acknowledgement jsonb,
  reconcile_at timestamptz,
  reconciles integer not null default 0,
  moved_from uuid references public.launch_batches on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index launch_batches_due on public.launch_batches (next_attempt_at) where state = 'waiting';
create index launch_batches_reconcile on public.launch_batches (reconcile_at) where state in ('sending', 'unconfirmed');
create index launch_batches_launch on public.launch_batches (launch_id, position);
create index launch_batches_campaign on public.launch_batches (campaign_id, state);
create index launch_batches_moved on public.launch_batches (moved_from);

create table public.campaign_candidates (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references public.campaigns on delete cascade,
  office_id uuid not null references public.offices,
  launch_id uuid references public.launches on delete set null,
  batch_id uuid references public.launch_batches on delete set null,
  person_id uuid references public.people,
  candidate_id uuid references public.candidates on delete set null,
  forename text not null default '',
  surname text not null default '',
  mobile text not null default '', -- as given
  phone_e164 text,
  email text not null default '',
  source jsonb not null default '{}', -- where the audience had them from
  session_id text unique,
  delivery_state text not null default 'waiting'
    check (delivery_state in ('waiting', 'held', 'sending', 'unconfirmed', 'confirmed', 'failed', 'excluded')),
  exclusion_reason text check ((delivery_state = 'excluded') = (exclusion_reason is not null)),
  delivery_code text, -- why it is held, unconfirmed or failed
  delivery_changed_at timestamptz not null default now(),
  held_until timestamptz check ((delivery_state = 'held') = (held_until is not null)),
  expires_at timestamptz, -- never sent from then on
  -- Derived from the session, never edited.
  status text not null default 'not-contacted',
  contested_status text,
  status_changed_at timestamptz not null default now(),
  status_trace jsonb,
  call_status text not null default '',
  available_to_work text not null default '',
  interested text not null default '',
  knows_referee text not null default '',
  experience text not null default '',
  last_contact_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index campaign_candidates_phone_once on public.campaign_candidates (campaign_id, phone_e164)
  where delivery_state <> 'excluded';
create index campaign_candidates_list on public.campaign_candidates (campaign_id, delivery_state, id);
-- What a campaign's errors are counted by, at every claim.
create index campaign_candidates_errors on public.campaign_candidates (campaign_id)
  where delivery_state = 'failed' or delivery_code = 'needs_decision';
create index campaign_candidates_expiry on public.campaign_candidates (campaign_id, expires_at) where delivery_state in ('waiting', 'held');
create index campaign_candidates_status on public.campaign_candidates (campaign_id, status, id);
create index campaign_candidates_batch on public.campaign_candidates (batch_id);
create index campaign_candidates_person on public.campaign_candidates (person_id);
create index campaign_candidates_candidate on public.campaign_candidates (candidate_id) where candidate_id is not null;
create index campaign_candidates_phone on public.campaign_candidates (phone_e164);
alter table public.candidates add foreign key (deciding_recipient_id) references public.campaign_candidates on delete set null;
alter table public.contact_slots add foreign key (active_recipient_id) references public.campaign_candidates on delete set null,
  add foreign key (active_campaign_id) references public.campaigns on delete set null;

create table public.campaign_candidate_notes (
  id uuid primary key default gen_random_uuid(),
  campaign_candidate_id uuid not null references public.campaign_candidates on delete cascade,
  office_id uuid not null references public.offices,
  author_id uuid default auth.uid(),
  author_name text not null default '',
  action_type text not null default 'note' check (action_type in ('note', 'call', 'whatsapp', 'email', 'meeting', 'status')),
  body text not null check (length(body) between 1 and 20000),
  action_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
create index campaign_candidate_notes_recipient on public.campaign_candidate_notes (campaign_candidate_id, action_at desc);
create index campaign_candidate_notes_office on public.campaign_candidate_notes (office_id);

-- What the backend must be told; sent by the bridge until it is done.
create table public.backend_commands (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('complete-session', 'erase-session')),
  session_id text not null,
  recipient_id uuid references public.campaign_candidates on delete set null,
  campaign_id uuid references public.campaigns on delete set null,
  reason text not null default '',
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_code text,
  created_at timestamptz not null default now(),
  done_at timestamptz
);
create unique index backend_commands_once on public.backend_commands (kind, session_id) where state = 'waiting';
create index backend_commands_due on public.backend_commands (next_attempt_at) where state = 'waiting';
create index backend_commands_recipient on public.backend_commands (recipient_id);
create index backend_commands_campaign on public.backend_commands (campaign_id);

create trigger campaign_candidate_notes_office before insert on public.campaign_candidate_notes
  for each row execute function private.inherit_office('campaign_candidates', 'campaign_candidate_id');
create trigger campaign_candidate_notes_touch before update on public.campaign_candidate_notes for each row execute function private.touch();

alter table public.launches enable row level security;
alter table public.launch_batches enable row level security;
alter table public.campaign_candidates enable row level security;
alter table public.campaign_candidate_notes enable row level security;
alter table public.backend_commands enable row level security;

create policy launches_read on public.launches for select to authenticated using (office_id = any ((select private.my_offices())::uuid[]));
create policy launch_batches_read on public.launch_batches for select to authenticated
  using (exists (select from public.campaigns c where c.id = campaign_id and c.office_id = any ((select private.my_offices())::uuid[])));
create policy campaign_candidates_read on public.campaign_candidates for select to authenticated using (office_id = any ((select private.my_offices())::uuid[]));
create policy campaign_candidate_notes_read on public.campaign_candidate_notes for select to authenticated using (office_id = any ((select private.my_offices())::uuid[]));
create policy campaign_candidate_notes_add on public.campaign_candidate_notes for insert to authenticated
  with check (author_id = (select auth.uid()) and office_id = any ((select private.my_writable_offices())::uuid[]));
create policy campaign_candidate_notes_change on public.campaign_candidate_notes for update to authenticated
  using (author_id = (select auth.uid()) and office_id = any ((select private.my_writable_offices())::uuid[]));
create policy campaign_candidate_notes_remove on public.campaign_candidate_notes for delete to authenticated
  using (author_id = (select auth.uid()) and office_id = any ((select private.my_writable_offices())::uuid[]));

revoke all on public.launches, public.launch_batches, public.campaign_candidates, public.campaign_candidate_notes, public.backend_commands
  from public, anon, authenticated, service_role;
grant select on public.launches, public.campaign_candidates, public.campaign_candidate_notes to authenticated;
grant select (id, launch_id, campaign_id, position, state, attempts, next_attempt_at, first_posted_at, last_status, last_code,
  acknowledgement, reconcile_at, reconciles, moved_from, created_at, updated_at) on public.launch_batches to authenticated;
grant insert (id, campaign_candidate_id, action_type, body, action_at) on public.campaign_candidate_notes to authenticated;
grant update (action_type, body, action_at) on public.campaign_candidate_notes to authenticated;
grant delete on public.campaign_candidate_notes to authenticated;
grant select, insert, update, delete on public.launches, public.launch_batches, public.campaign_candidates,
  public.campaign_candidate_notes, public.backend_commands to service_role;
