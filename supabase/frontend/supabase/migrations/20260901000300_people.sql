-- People: one row a human being, however many jobs, pools and campaigns they are in.
-- Names, e-mail addresses and notes stay on the cards and pool rows of the offices that wrote them.

create table public.people (
  id uuid primary key default gen_random_uuid(),
  -- E.164, computed by src/domain/phone when the row is written.
  phone_e164 text unique check (phone_e164 ~ '^\+[1-9][0-9]{5,14}$'),
  phone_given text,
  phone_valid boolean not null default true,
  -- Ids without a number, such as WhatsApp's @lid: [{"kind": "...", "value": "..."}].
  other_identities jsonb not null default '[]',
  time_zone text, -- IANA, where somebody told it; null: where the campaign is
  -- Whom this row was merged into: it keeps its number for them, and has nothing else of its own any more.
  merged_into uuid references public.people,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index people_identities on public.people using gin (other_identities jsonb_path_ops);
create index people_merged on public.people (merged_into) where merged_into is not null;
create index people_phone_trgm on public.people using gin (phone_e164 extensions.gin_trgm_ops);

-- Which offices know a person; kept by the triggers of cards, pool rows and recipients.
create table public.person_offices (
  person_id uuid not null references public.people on delete cascade,
  office_id uuid not null references public.offices on delete cascade,
  primary key (person_id, office_id)
);
create index person_offices_office on public.person_offices (office_id, person_id);

-- A person's wish not to be contacted: global, on every channel, outliving imports and erasure.
create table public.suppressions (
  id uuid primary key default gen_random_uuid(),
  phone_e164 text not null check (phone_e164 ~ '^\+[1-9][0-9]{5,14}$'),
  reason text not null check (reason in ('opted_out', 'manual', 'wrong_number', 'erased')),
  source text not null default '', -- where it was said: a channel, an import, a person
  session_id text,
  said_at timestamptz, -- of a call: when it was; a written START lifts it only if it is later
  said_too boolean not null default false, -- a person had put it here, and they have asked for it since: not a person's to lift
  created_by uuid,
  created_at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by uuid,
  lifted_reason text
);
create unique index suppressions_active on public.suppressions (phone_e164) where lifted_at is null;
create index suppressions_session on public.suppressions (session_id);

-- One row a phone number: who may contact it now, and when it was contacted last.
-- A claim locks these in sorted order, so two campaigns can't take one person at once.
create table public.contact_slots (
  phone_e164 text primary key,
  active_recipient_id uuid,
  active_campaign_id uuid,
  contact_count integer not null default 0,
  last_contacted_at timestamptz,
  not_before timestamptz, -- WhatsApp wants nothing sent to it until then
  updated_at timestamptz not null default now()
);
create index contact_slots_campaign on public.contact_slots (active_campaign_id);
create index contact_slots_recipient on public.contact_slots (active_recipient_id);

-- Whether a number may not be contacted: yes or no, never who asked for it.
create function public.is_suppressed(p_phone text) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.my_role() is not null
     and exists (select from public.suppressions where phone_e164 = p_phone and lifted_at is null)
$$;

alter table public.people enable row level security;
alter table public.person_offices enable row level security;
alter table public.suppressions enable row level security;
alter table public.contact_slots enable row level security;

create policy people_read on public.people for select to authenticated
  using (exists (select from public.person_offices po
                 where po.person_id = people.id and po.office_id = any ((select private.my_offices())::uuid[])));
create policy person_offices_read on public.person_offices for select to authenticated
  using (office_id = any ((select private.my_offices())::uuid[]));
create policy suppressions_read on public.suppressions for select to authenticated
  using ((select private.my_role()) = 'admin');

revoke all on public.people, public.person_offices, public.suppressions, public.contact_slots
  from public, anon, authenticated, service_role;
revoke all on function public.is_suppressed(text) from public, anon, authenticated, service_role;
grant execute on function public.is_suppressed(text) to authenticated;
grant select on public.people, public.person_offices, public.suppressions to authenticated;
grant select, insert, update, delete on public.people, public.person_offices, public.suppressions, public.contact_slots to service_role;
