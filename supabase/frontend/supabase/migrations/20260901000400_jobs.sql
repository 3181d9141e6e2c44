-- Jobs, their boards, and the cards on them.

create table public.jobs (
  id uuid primary key default gen_random_uuid(),
  office_id uuid not null references public.offices,
  title text not null check (length(title) between 1 and 200),
  company text not null default '',
  location text not null default '',
  employment_type text not null default '',
  salary_range text not null default '',
  open_positions integer not null default 1 check (open_positions >= 0),
  target integer not null default 0 check (target >= 0), -- how many to hire by this search
  description text not null default '',
  tags text[] not null default '{}',
  state text not null default 'open' check (state in ('open', 'on-hold', 'closed')),
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
create index jobs_office on public.jobs (office_id, created_at desc);
create index jobs_tags on public.jobs using gin (tags);

-- A board's columns. Each is a status, named by `key`, which stays when the column is renamed.
create table public.kanban_columns (
  id uuid primary key default gen_random_uuid(),
  job_id uuid not null references public.jobs on delete cascade,
  office_id uuid not null references public.offices,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 60),
  name text not null check (length(name) between 1 and 60),
  colour text not null default 'gray',
  position integer not null,
  is_post_hire boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  unique (job_id, key),
  unique (job_id, position) deferrable initially deferred
);
create index kanban_columns_office on public.kanban_columns (office_id);

create table public.candidates (
  id uuid primary key default gen_random_uuid(),
  job_id uuid not null references public.jobs on delete cascade,
  office_id uuid not null references public.offices,
  person_id uuid references public.people,
  name text not null check (length(name) between 1 and 200),
  phone_given text not null default '',
  email text not null default '',
  status text not null default 'not-contacted',
  status_set_by text not null default 'automation' check (status_set_by in ('person', 'automation')),
  status_changed_at timestamptz not null default now(),
  -- What the evidence says now, as a status of this board; null without evidence.
  proposed_status text,
  -- The proposal a person's decision was made against, or dismissed.
  decided_against text,
  -- A suggestion exists exactly while the proposal differs from both.
  suggested_status text generated always as (
    case when proposed_status is not null and proposed_status <> status
          and proposed_status is distinct from decided_against then proposed_status end) stored,
  deciding_recipient_id uuid, -- the recipient whose evidence decides
  rejection_reason text not null default '',
  position double precision not null default extract(epoch from clock_timestamp()),
  tags text[] not null default '{}',
  assigned_to uuid references public.profiles on delete set null,
  follow_up_on date,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (job_id, status) references public.kanban_columns (job_id, key)
    on update cascade deferrable initially deferred
);
create unique index candidates_person_once on public.candidates (job_id, person_id) where person_id is not null;
create index candidates_column on public.candidates (job_id, status, position, id);
create index candidates_office on public.candidates (office_id);
create index candidates_person on public.candidates (person_id);
create index candidates_recipient on public.candidates (deciding_recipient_id);
create index candidates_assigned on public.candidates (assigned_to) where assigned_to is not null;
create index candidates_suggested on public.candidates (office_id) where suggested_status is not null;
create index candidates_name_trgm on public.candidates using gin (name extensions.gin_trgm_ops);

create table public.candidate_notes (
  id uuid primary key default gen_random_uuid(),
  candidate_id uuid not null references public.candidates on delete cascade,
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
create index candidate_notes_candidate on public.candidate_notes (candidate_id, action_at desc);
create index candidate_notes_office on public.candidate_notes (office_id);

-- A board starts with the standard statuses of src/domain/status.
create function private.add_standard_columns() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.kanban_columns (job_id, office_id, key, name, colour, position, is_post_hire)
  select n.id, n.office_id, c.key, c.name, c.colour, c.position, c.key = 'started-work'
  from added n, (values
    ('not-contacted', 'Not contacted', 'gray', 1), ('contacted', 'Contacted', 'blue', 2),
    ('interested', 'Interested', 'amber', 3), ('interview', 'Interview', 'violet', 4),
    ('hired', 'Hired', 'teal', 5), ('started-work', 'Started work', 'green', 6),
    ('rejected', 'Rejected', 'red', 7)) as c(key, name, colour, position);
  return null;
end $$;
create trigger jobs_columns after insert on public.jobs
  referencing new table as added for each statement execute function private.add_standard_columns();

create trigger jobs_touch before update on public.jobs for each row execute function private.touch();
create trigger kanban_columns_touch before update on public.kanban_columns for each row execute function private.touch();
create trigger candidates_touch before update on public.candidates for each row execute function private.touch();
create trigger candidate_notes_touch before update on public.candidate_notes for each row execute function private.touch();

-- What a browser may change directly. Status, office and proposal change through functions only.
alter table public.jobs enable row level security;
alter table public.kanban_columns enable row level security;
alter table public.candidates enable row level security;
alter table public.candidate_notes enable row level security;

create policy jobs_read on public.jobs for select to authenticated using (office_id = any ((select private.my_offices())::uuid[]));
create policy jobs_add on public.jobs for insert to authenticated with check (office_id = any ((select private.my_writable_offices())::uuid[]));
create policy jobs_change on public.jobs for update to authenticated
  using (office_id = any ((select private.my_writable_offices())::uuid[])) with check (office_id = any ((select private.my_writable_offices())::uuid[]));
create policy kanban_columns_read on public.kanban_columns for select to authenticated using (office_id = any ((select private.my_offices())::uuid[]));
create policy kanban_columns_change on public.kanban_columns for update to authenticated
  using (office_id = any ((select private.my_writable_offices())::uuid[])) with check (office_id = any ((select private.my_writable_offices())::uuid[]));
create policy candidates_read on public.candidates for select to authenticated using (office_id = any ((select private.my_offices())::uuid[]));
create policy candidates_change on public.candidates for update to authenticated
  using (office_id = any ((select private.my_writable_offices())::uuid[])) with check (office_id = any ((select private.my_writable_offices())::uuid[]));
create policy candidate_notes_read on public.candidate_notes for select to authenticated using (office_id = any ((select private.my_offices())::uuid[]));
create policy candidate_notes_add on public.candidate_notes for insert to authenticated
  with check (author_id = (select auth.uid()) and office_id = any ((select private.my_writable_offices())::uuid[]));
create policy candidate_notes_change on public.candidate_notes for update to authenticated
  using (author_id = (select auth.uid()) and office_id = any ((select private.my_writable_offices())::uuid[]));
create policy candidate_notes_remove on public.candidate_notes for delete to authenticated
  using (author_id = (select auth.uid()) and office_id = any ((select private.my_writable_offices())::uuid[]));

revoke all on public.jobs, public.kanban_columns, public.candidates, public.candidate_notes from public, anon, authenticated, service_role;
grant select on public.jobs, public.kanban_columns, public.candidates, public.candidate_notes to authenticated;
grant insert (id, office_id, title, company, location, employment_type, salary_range, open_positions, target, description, tags, state) on public.jobs to authenticated;
grant update (title, company, location, employment_type, salary_range, open_positions, target, description, tags, state) on public.jobs to authenticated;
grant update (name, colour, is_post_hire) on public.kanban_columns to authenticated;
grant update (name, email, tags, assigned_to, follow_up_on, rejection_reason) on public.candidates to authenticated;
grant insert (id, candidate_id, action_type, body, action_at) on public.candidate_notes to authenticated;
grant update (action_type, body, action_at) on public.candidate_notes to authenticated;
grant delete on public.candidate_notes to authenticated;
grant select, insert, update, delete on public.jobs, public.kanban_columns, public.candidates, public.candidate_notes to service_role;
revoke all on function private.add_standard_columns() from public, anon, authenticated, service_role;
