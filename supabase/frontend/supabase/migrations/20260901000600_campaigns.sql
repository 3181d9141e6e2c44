-- Campaigns as recruiters write them: what is asked, of whom, how, and on what ground.
-- State, key and rules change through functions only; the rest may be edited while the state is draft.

create table public.campaigns (
  id uuid primary key default gen_random_uuid(),
  office_id uuid not null references public.offices,
  job_id uuid not null references public.jobs,
  name text not null check (length(name) between 1 and 120),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
  uid text not null check (uid ~ '^[a-z0-9]{9}$'),
  campaign_key text not null generated always as (slug || '_' || uid) stored,
  state text not null default 'draft'
    check (state in ('draft', 'scheduled', 'running', 'paused', 'completed', 'stopped', 'failed')),
  state_reason text not null default '', -- why it is paused, stopped or failed, in words
  channels text[] not null default '{whatsapp}' check (channels <@ '{whatsapp,call,email}'::text[] and cardinality(channels) > 0),
  starts_at timestamptz,
  ends_at timestamptz,
  time_zone text, -- IANA, of those whose own zone nobody knows; null: the office's
  calling_hours jsonb, -- {"days": [1..7], "from": "09:00", "to": "19:00"}; null: those of the agency's settings
  task_expiry_hours integer check (task_expiry_hours between 1 and 2160), -- from its start; null: as the settings say
  error_percent integer check (error_percent between 1 and 100), -- pauses itself above it; null: as the settings say
  -- The errors, and all who were sent to, when a person last resumed or retried: only what came since counts.
  errors_accepted integer not null default 0,
  sent_accepted integer not null default 0,
  audience jsonb not null default '{"datasetIds": [], "columns": [], "personIds": []}',
  purpose text not null default '',
  consent_basis text not null default '' check (consent_basis in ('', 'consent', 'legitimate-interest', 'contract')),
  ai_disclosure text not null default '', -- the sentence that must stand in the first message
  ai_disclosure_waived_by uuid,
  ai_disclosure_waived_reason text not null default '',
  contact_active_elsewhere boolean not null default false, -- an admin's override
  card_policy text not null default 'interested' check (card_policy in ('launch', 'contacted', 'interested', 'never')),
  prompt_chat text not null default '',
  prompt_call text not null default '',
  first_message_chat text not null default '',
  first_message_call text not null default '',
  rules_version integer not null default 1,
  copied_from uuid references public.campaigns on delete set null,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  launched_at timestamptz,
  finished_at timestamptz,
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  unique (campaign_key)
);
create index campaigns_office on public.campaigns (office_id, created_at desc);
create index campaigns_job on public.campaigns (job_id);
create index campaigns_copied_from on public.campaigns (copied_from);
create index campaigns_slug on public.campaigns (slug);
create index campaigns_state on public.campaigns (state) where state in ('scheduled', 'running', 'paused');

create table public.campaign_targets (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references public.campaigns on delete cascade,
  office_id uuid not null references public.offices,
  name text not null check (length(name) between 1 and 120),
  objective_key text not null check (objective_key ~ '^[a-z0-9_]+$' and length(objective_key) <= 120),
  description text not null default '',
  goal_type text not null default 'boolean' check (goal_type in ('text', 'number', 'boolean')),
  kind text not null default 'custom' check (kind in ('column', 'custom')),
  column_id uuid references public.kanban_columns on delete set null,
  position integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  unique (campaign_id, objective_key)
);
create index campaign_targets_office on public.campaign_targets (office_id);
create index campaign_targets_column on public.campaign_targets (column_id);

create table public.campaign_matrices (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references public.campaigns on delete cascade,
  office_id uuid not null references public.offices,
  name text not null check (length(name) between 1 and 120),
  objective_key text not null check (objective_key ~ '^matrix_[a-z0-9_]+$' and length(objective_key) <= 120),
  whatsapp_message text not null default '',
  call_script text not null default '',
  position integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  unique (campaign_id, objective_key)
);
create index campaign_matrices_office on public.campaign_matrices (office_id);

-- Objectives → status, in order, by version. The trace of a status names the version it came from.
create table public.status_rules (
  campaign_id uuid not null references public.campaigns on delete cascade,
  rules_version integer not null,
  position integer not null,
  objective_key text not null,
  status text not null, -- a standard status or the key of one of the job's columns
  rank double precision not null, -- orders statuses: not-contacted 0 … started-work 5 (src/domain/status)
  is_refusal boolean not null default false,
  primary key (campaign_id, rules_version, position)
);

-- A child row belongs to its parent's office, whatever the client says.
create function private.inherit_office() returns trigger
language plpgsql security definer set search_path = '' as $$
declare parent_office uuid;
begin
  execute format('select office_id from public.%I where id = ($1).%I', tg_argv[0], tg_argv[1]) into parent_office using new;
  new.office_id := parent_office;
  return new;
end $$;
revoke all on function private.inherit_office() from public, anon, authenticated, service_role;

create trigger campaign_targets_office before insert on public.campaign_targets for each row execute function private.inherit_office('campaigns', 'campaign_id');
create trigger campaign_matrices_office before insert on public.campaign_matrices for each row execute function private.inherit_office('campaigns', 'campaign_id');
create trigger candidate_notes_office before insert on public.candidate_notes for each row execute function private.inherit_office('candidates', 'candidate_id');

create trigger campaigns_touch before update on public.campaigns for each row execute function private.touch();
create trigger campaign_targets_touch before update on public.campaign_targets for each row execute function private.touch();
create trigger campaign_matrices_touch before update on public.campaign_matrices for each row execute function private.touch();

alter table public.campaigns enable row level security;
alter table public.campaign_targets enable row level security;
alter table public.campaign_matrices enable row level security;
alter table public.status_rules enable row level security;

create policy campaigns_read on public.campaigns for select to authenticated using (office_id = any ((select private.my_offices())::uuid[]));
create policy campaigns_change on public.campaigns for update to authenticated
  using (state = 'draft' and office_id = any ((select private.my_writable_offices())::uuid[]))
  with check (office_id = any ((select private.my_writable_offices())::uuid[]));
create policy campaign_targets_read on public.campaign_targets for select to authenticated using (office_id = any ((select private.my_offices())::uuid[]));
create policy campaign_matrices_read on public.campaign_matrices for select to authenticated using (office_id = any ((select private.my_offices())::uuid[]));
create policy status_rules_read on public.status_rules for select to authenticated
  using (exists (select from public.campaigns c where c.id = campaign_id and c.office_id = any ((select private.my_offices())::uuid[])));

revoke all on public.campaigns, public.campaign_targets, public.campaign_matrices, public.status_rules from public, anon, authenticated, service_role;
grant select on public.campaigns, public.campaign_targets, public.campaign_matrices, public.status_rules to authenticated;
grant update (name, channels, starts_at, ends_at, time_zone, calling_hours, task_expiry_hours, error_percent, audience, purpose, consent_basis, ai_disclosure,
  card_policy, prompt_chat, prompt_call, first_message_chat, first_message_call) on public.campaigns to authenticated;
grant select, insert, update, delete on public.campaigns, public.campaign_targets, public.campaign_matrices, public.status_rules to service_role;
