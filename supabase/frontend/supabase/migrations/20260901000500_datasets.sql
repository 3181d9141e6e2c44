-- Candidate pools, their members, and the imports that filled them.

create table public.datasets (
  id uuid primary key default gen_random_uuid(),
  office_id uuid not null references public.offices,
  name text not null check (length(name) between 1 and 200),
  description text not null default '',
  source text not null default 'manual' check (source in ('csv', 'manual', 'imported')),
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
create index datasets_office on public.datasets (office_id, created_at desc);

create table public.imports (
  id uuid primary key default gen_random_uuid(),
  office_id uuid not null references public.offices,
  dataset_id uuid not null references public.datasets on delete cascade,
  file_name text not null default '',
  total_rows integer not null check (total_rows >= 0),
  mapping jsonb not null default '{}',
  state text not null default 'running' check (state in ('running', 'finished', 'undone')),
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index imports_dataset on public.imports (dataset_id, created_at desc);
create index imports_office on public.imports (office_id);

-- One row for every row of the file, so that a call repeated after a lost answer changes nothing.
create table public.import_rows (
  import_id uuid not null references public.imports on delete cascade,
  row_number integer not null check (row_number > 0),
  outcome text not null check (outcome in ('created', 'linked', 'updated', 'duplicate', 'rejected')),
  faults jsonb not null default '[]', -- of a rejected row: [{"column", "code", "message"}]
  given jsonb not null default '{}', -- of a rejected row: the cells as they were
  member_id uuid,
  filled jsonb not null default '{}', -- of an updated row: the fields that were empty, with what they got
  primary key (import_id, row_number)
);
create index import_rows_member on public.import_rows (member_id);

create table public.dataset_candidates (
  id uuid primary key default gen_random_uuid(),
  dataset_id uuid not null references public.datasets on delete cascade,
  office_id uuid not null references public.offices,
  person_id uuid references public.people,
  name text not null check (length(name) between 1 and 200),
  phone_given text not null default '',
  email text not null default '',
  postcode text not null default '',
  location text not null default '',
  trade text not null default '',
  blue_card boolean,
  green_card boolean,
  notes text not null default '',
  import_id uuid references public.imports on delete set null,
  file_row integer, -- of the file it came from: all members of an import were added when it began, and this orders them
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
create unique index dataset_candidates_person_once on public.dataset_candidates (dataset_id, person_id) where person_id is not null;
create index dataset_candidates_list on public.dataset_candidates (dataset_id, created_at desc, file_row, id);
create index dataset_candidates_oldest on public.dataset_candidates (dataset_id, created_at, file_row, id);
create index dataset_candidates_office on public.dataset_candidates (office_id);
create index dataset_candidates_person on public.dataset_candidates (person_id);
create index dataset_candidates_import on public.dataset_candidates (import_id);
create index dataset_candidates_name_trgm on public.dataset_candidates using gin (name extensions.gin_trgm_ops);

create trigger datasets_touch before update on public.datasets for each row execute function private.touch();
create trigger dataset_candidates_touch before update on public.dataset_candidates for each row execute function private.touch();

alter table public.datasets enable row level security;
alter table public.imports enable row level security;
alter table public.import_rows enable row level security;
alter table public.dataset_candidates enable row level security;

create policy datasets_read on public.datasets for select to authenticated using (office_id = any ((select private.my_offices())::uuid[]));
create policy datasets_add on public.datasets for insert to authenticated with check (office_id = any ((select private.my_writable_offices())::uuid[]));
create policy datasets_change on public.datasets for update to authenticated
  using (office_id = any ((select private.my_writable_offices())::uuid[])) with check (office_id = any ((select private.my_writable_offices())::uuid[]));
create policy imports_read on public.imports for select to authenticated using (office_id = any ((select private.my_offices())::uuid[]));
create policy import_rows_read on public.import_rows for select to authenticated
  using (exists (select from public.imports i where i.id = import_id and i.office_id = any ((select private.my_offices())::uuid[])));
create policy dataset_candidates_read on public.dataset_candidates for select to authenticated using (office_id = any ((select private.my_offices())::uuid[]));
create policy dataset_candidates_change on public.dataset_candidates for update to authenticated
  using (office_id = any ((select private.my_writable_offices())::uuid[])) with check (office_id = any ((select private.my_writable_offices())::uuid[]));

revoke all on public.datasets, public.imports, public.import_rows, public.dataset_candidates from public, anon, authenticated, service_role;
grant select on public.datasets, public.imports, public.import_rows, public.dataset_candidates to authenticated;
grant insert (id, office_id, name, description, source) on public.datasets to authenticated;
grant update (name, description) on public.datasets to authenticated;
grant update (name, email, postcode, location, trade, blue_card, green_card, notes) on public.dataset_candidates to authenticated;
grant select, insert, update, delete on public.datasets, public.imports, public.import_rows, public.dataset_candidates to service_role;
