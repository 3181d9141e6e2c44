-- What launching adds to the ledger, and the two ways in which a phone is looked at.

alter table public.launch_batches
  -- Set by the step right before a POST, null again once it is certain that none was taken.
  add column posting_since timestamptz,
  -- 1: holds what a receiver did not take the first time, or what a person chose to send again.
  add column resends integer not null default 0,
  -- Posted before the backend was restored from a backup: that it lacks a session proves nothing.
  add column in_doubt boolean not null default false;
alter table public.campaign_candidates
  -- When a POST that names this recipient may first have gone out; caps and cool-down count from it.
  add column contacted_at timestamptz;
-- Moves when targets or matrices are saved, so that a draft's version counts them too.
alter table public.campaigns add column parts_version integer not null default 1;
-- The launch writes the ledger from its campaign's own row, so these two say nothing that the
-- reference to the campaign doesn't; checking them took a fifth of a launch of 100,000.
alter table public.campaign_candidates
  drop constraint campaign_candidates_office_id_fkey, drop constraint campaign_candidates_launch_id_fkey;
grant select (posting_since, resends) on public.launch_batches to authenticated;

-- One text for all the ways in which one line is written in Brazil, Mexico and Argentina
-- (src/domain/phone/national-variants.ts has the rules), else the number itself.
-- `contact_slots` and suppressions are compared by it, so that a second spelling is no second person.
-- A body of this form is bound when it is made, so no search_path is needed and it can be inlined.
create function private.phone_key(p_phone text) returns text
language sql immutable parallel safe
return case
  when p_phone !~ '^\+5[245]' then p_phone
  when p_phone ~ '^\+55[0-9]{2}9[6-9][0-9]{7}$' then substr(p_phone, 1, 5) || substr(p_phone, 7)
  when p_phone ~ '^\+521[0-9]{10}$' then '+52' || substr(p_phone, 5)
  when p_phone ~ '^\+549[0-9]{10}$' then '+54' || substr(p_phone, 5)
  else p_phone end;
-- The ways in which the number of one line may be written: those that `phone_key` makes alike, and no other.
create function private.phone_spellings(p_phone text) returns text[]
language sql immutable parallel safe
return case
  when p_phone !~ '^\+5[245]' then array[p_phone]
  when private.phone_key(p_phone) ~ '^\+55[0-9]{2}[6-9][0-9]{7}$'
    then array[private.phone_key(p_phone), overlay(private.phone_key(p_phone) placing '9' from 6 for 0)]
  when private.phone_key(p_phone) ~ '^\+52[0-9]{10}$'
    then array[private.phone_key(p_phone), overlay(private.phone_key(p_phone) placing '1' from 4 for 0)]
  when private.phone_key(p_phone) ~ '^\+54[0-9]{10}$'
    then array[private.phone_key(p_phone), overlay(private.phone_key(p_phone) placing '9' from 4 for 0)]
  else array[p_phone] end;
revoke all on function private.phone_spellings(text) from public, anon, authenticated, service_role;
revoke all on function private.phone_key(text) from public, anon, authenticated, service_role;
-- An index on it is filled with the writer's rights.
grant execute on function private.phone_key(text) to authenticated, service_role;
create index suppressions_phone_key on public.suppressions (private.phone_key(phone_e164)) where lifted_at is null;

-- Ids in a list of an audience; what is no id is passed over, since browsers write audiences.
create function private.audience_ids(p_audience jsonb, p_list text) returns uuid[]
language sql immutable set search_path = '' as $$
  select coalesce(array_agg(distinct value::uuid), '{}')
  from jsonb_array_elements_text(case when jsonb_typeof(p_audience -> p_list) = 'array' then p_audience -> p_list else '[]' end) as value
  where value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
$$;

-- A planned recipient; `place` counts all of them in a fixed order, no reason means they will be contacted.
create type private.audience_row as (
  place bigint, row_key uuid, person_id uuid, candidate_id uuid,
  name text, email text, phone_given text, phone_e164 text, source jsonb, reason text
);

-- A number of the settings, or what holds without one.
create function private.number_setting(p_key text, p_field text, p_default integer) returns integer
language sql stable security definer set search_path = '' as $$
  select coalesce((select (value ->> p_field)::integer from public.settings
                   where key = p_key and jsonb_typeof(value -> p_field) = 'number'), p_default)
$$;

-- Where this database was when something was sent last: another place means that it came back from a backup or is a copy.
create table private.home (
  only_one boolean primary key default true check (only_one),
  place text not null
);
revoke all on private.home from public, anon, authenticated, service_role;

-- The cluster, its line of history and the database in it. A restart changes none of them; a backup that was played back
-- begins a new line of history, a dump that was read in is another database.
create function private.here() returns text
language plpgsql stable security definer set search_path = '' as $$
declare cluster text := '';
begin
  if has_function_privilege('pg_catalog.pg_control_system()', 'execute') then
    select system_identifier::text into cluster from pg_catalog.pg_control_system();
  end if;
  return cluster || ':' || left(pg_walfile_name(pg_current_wal_lsn()), 8) || ':'
    || (select oid from pg_catalog.pg_database where datname = current_database());
end $$;

create function private.moved_reason() returns text
language sql immutable
return 'This database came back from a backup, or is a copy of another, so it may not know whom Rollcall wrote to since. '
  'Do what docs/operations.md says under "Backups and restore", then resume.';

-- Why nothing may be sent at present, in words; null when sending is on.
create function private.sending_paused() returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(nullif((select value ->> 'pausedReason' from public.settings where key = 'sending'), ''),
    (select private.moved_reason() from private.home where place <> private.here()))
$$;

-- Pauses all sending, once, in a database that is somewhere else than when it sent last. It says so where sending is switched
-- off; whoever resumes has seen to it. Asked by every claim.
create function private.notice_move() returns void
language plpgsql security definer set search_path = '' as $$
declare known text := (select place from private.home);
begin
  if known = private.here() then return; end if;
  insert into private.home (place) values (private.here()) on conflict (only_one) do update set place = excluded.place;
  if known is null then return; end if;
  insert into public.settings (key, value) values ('sending', jsonb_build_object('pausedReason', private.moved_reason()))
  on conflict (key) do update set value = public.settings.value || excluded.value, updated_at = now();
  perform private.audit(null, 'pause-sending', 'service', 'sending', null, jsonb_build_object('reason', private.moved_reason()));
end $$;

-- A worker's claim is good while it is named and its lease lasts.
create function private.holds_claim(p_batch public.launch_batches, p_claim text) returns boolean
language sql stable set search_path = '' as $$
  select p_batch.id is not null and p_batch.state = 'sending' and p_batch.claimed_by = p_claim and p_batch.lease_until > now()
$$;

revoke all on function private.audience_ids(jsonb, text), private.number_setting(text, text, integer), private.sending_paused(),
  private.here(), private.moved_reason(), private.notice_move(), private.holds_claim(public.launch_batches, text) from public, anon, authenticated, service_role;
