-- What people do to pools: add a member, take members out, and import files.
-- An import is sent in calls of up to 1,000 rows, idempotent by (import, row number): a repeated call answers
-- the first one's outcomes. created + linked + updated + duplicate + rejected = rows read, always.

create function private.import_answer(p_import uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('importId', i.id, 'datasetId', i.dataset_id, 'state', i.state, 'total', i.total_rows,
    'read', count(r.*), 'created', count(*) filter (where r.outcome = 'created'), 'linked', count(*) filter (where r.outcome = 'linked'),
    'updated', count(*) filter (where r.outcome = 'updated'), 'duplicate', count(*) filter (where r.outcome = 'duplicate'),
    'rejected', count(*) filter (where r.outcome = 'rejected'))
  from public.imports i left join public.import_rows r on r.import_id = i.id where i.id = p_import group by i.id
$$;

create function public.start_import(p_id uuid, p_dataset uuid, p_file_name text, p_total_rows integer, p_mapping jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare office uuid := (select office_id from public.datasets where id = p_dataset);
begin
  perform private.require_office(office);
  insert into public.imports (id, office_id, dataset_id, file_name, total_rows, mapping)
  values (p_id, office, p_dataset, p_file_name, p_total_rows, coalesce(p_mapping, '{}')) on conflict (id) do nothing;
  if not exists (select from public.imports where id = p_id and dataset_id = p_dataset) then
    perform private.fail('conflict', 'import_id_taken', 'This import belongs to another pool.', 'Start the import again.');
  end if;
  return private.import_answer(p_id);
end $$;

-- p_rows: [{"row", "name", "phone_e164", "phone_given", "phone_valid", "email", "postcode", "location", "trade",
-- "tags": [...], "blue_card", "green_card", "notes"} | {"row", "faults": [...], "given": {...}}].
create function public.import_rows(p_import uuid, p_rows jsonb) returns jsonb
language plpgsql security definer set search_path = '' set jit = off as $$
declare job public.imports;
begin
  select * into job from public.imports where id = p_import for update;
  perform private.require_office(job.office_id);
  if jsonb_array_length(p_rows) > 1000 then
    perform private.fail('invalid', 'too_many_rows', 'At most 1,000 rows go into one call.', 'Send the file in smaller parts.');
  end if;
  if job.state <> 'running' then
    perform private.fail('conflict', 'import_closed', 'This import is finished.', 'Start a new import.');
  end if;

  create temp table if not exists incoming (row_number integer primary key, faults jsonb, given jsonb, name text, phone_e164 text,
    phone_given text, phone_valid boolean, email text, postcode text, location text, trade text, blue_card boolean, green_card boolean,
    notes text, tags text[], person_id uuid, known boolean, member_id uuid, outcome text, filled jsonb not null default '{}') on commit drop;
  truncate pg_temp.incoming;
  insert into pg_temp.incoming
  select x."row", x.faults, x.given, trim(x.name), x.phone_e164, x.phone_given, x.phone_valid, x.email, x.postcode, x.location, x.trade,
    x.blue_card, x.green_card, x.notes, array(select left(trim(t), 60) from unnest(x.tags) with ordinality as y(t, at) where trim(t) <> '' group by 1 order by min(at)), null, false, null, case when x.faults is not null then 'rejected' end
  from jsonb_to_recordset(p_rows) as x("row" integer, faults jsonb, given jsonb, name text, phone_e164 text, phone_given text,
    phone_valid boolean, email text, postcode text, location text, trade text, blue_card boolean, green_card boolean, notes text, tags text[])
  where not exists (select from public.import_rows r where r.import_id = p_import and r.row_number = x."row");

  -- The first row of a number in this file stands, later ones are duplicates of it.
  update pg_temp.incoming i set outcome = 'duplicate'
  where i.outcome is null and i.phone_e164 is not null and (
    exists (select from pg_temp.incoming e where e.phone_e164 = i.phone_e164 and e.row_number < i.row_number and e.faults is null)
    or exists (select from public.dataset_candidates d join public.people p on p.id = d.person_id
               where d.dataset_id = job.dataset_id and p.id = (
                   select coalesce(o.merged_into, o.id) from public.people o where o.phone_e164 = i.phone_e164)
                 and exists (select from public.import_rows r where r.import_id = p_import and r.member_id = d.id)));

  -- Known is who these offices know: that another office knows a number is not told.
  update pg_temp.incoming i set person_id = coalesce(p.merged_into, p.id), known = exists (
    select from public.person_offices o where o.person_id = coalesce(p.merged_into, p.id) and o.office_id = any ((select private.my_offices())::uuid[]))
  from public.people p where i.outcome is null and p.phone_e164 = i.phone_e164;
  -- Two numbers of one person in one call: the first row stands.
  update pg_temp.incoming i set outcome = 'duplicate' where i.outcome is null and exists (
    select from pg_temp.incoming e where e.person_id = i.person_id and e.row_number < i.row_number and e.outcome is null);
  insert into public.people (phone_e164, phone_given, phone_valid)
  select phone_e164, phone_given, coalesce(phone_valid, true) from pg_temp.incoming
  where outcome is null and person_id is null and phone_e164 is not null order by phone_e164
  on conflict (phone_e164) do nothing;
  update pg_temp.incoming i set person_id = coalesce(p.merged_into, p.id) from public.people p where i.outcome is null and i.person_id is null and p.phone_e164 = i.phone_e164;

  -- Who is in the pool already: empty fields are filled and tags added, what is there stays.
  update pg_temp.incoming i set outcome = 'updated', member_id = d.id
  from public.dataset_candidates d where i.outcome is null and d.dataset_id = job.dataset_id and d.person_id = i.person_id;
  update pg_temp.incoming i set filled = jsonb_strip_nulls(jsonb_build_object(
    'email', case when d.email = '' then nullif(i.email, '') end, 'postcode', case when d.postcode = '' then nullif(i.postcode, '') end,
    'location', case when d.location = '' then nullif(i.location, '') end, 'trade', case when d.trade = '' then nullif(i.trade, '') end,
    'blue_card', case when d.blue_card is null then i.blue_card end, 'green_card', case when d.green_card is null then i.green_card end,
    'notes', case when d.notes = '' then nullif(i.notes, '') end,
    'tags', case when not i.tags <@ d.tags then to_jsonb(array(select t from unnest(i.tags) as t where not t = any (d.tags))) end))
  from public.dataset_candidates d where i.outcome = 'updated' and d.id = i.member_id;
  update public.dataset_candidates d set
    email = coalesce(nullif(d.email, ''), i.email, ''), postcode = coalesce(nullif(d.postcode, ''), i.postcode, ''),
    location = coalesce(nullif(d.location, ''), i.location, ''), trade = coalesce(nullif(d.trade, ''), i.trade, ''),
    blue_card = coalesce(d.blue_card, i.blue_card), green_card = coalesce(d.green_card, i.green_card), notes = coalesce(nullif(d.notes, ''), i.notes, ''),
    tags = private.union_tags(d.tags, i.tags)
  from pg_temp.incoming i where i.outcome = 'updated' and i.filled <> '{}' and d.id = i.member_id;

  update pg_temp.incoming set outcome = case when known then 'linked' else 'created' end, member_id = gen_random_uuid() where outcome is null;
  insert into public.dataset_candidates (id, dataset_id, office_id, person_id, name, phone_given, email, postcode, location, trade, blue_card, green_card, notes, tags, import_id, file_row, created_at)
  select member_id, job.dataset_id, job.office_id, person_id, name, coalesce(phone_given, ''), coalesce(email, ''), coalesce(postcode, ''),
    coalesce(location, ''), coalesce(trade, ''), blue_card, green_card, coalesce(notes, ''), tags, p_import, row_number, job.created_at
  from pg_temp.incoming where outcome in ('created', 'linked');
  insert into public.import_rows (import_id, row_number, outcome, faults, given, member_id, filled)
  select p_import, row_number, outcome, coalesce(faults, '[]'), coalesce(given, '{}'), member_id, filled from pg_temp.incoming;
  return private.import_answer(p_import);
end $$;

create function public.finish_import(p_import uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare job public.imports;
begin
  select * into job from public.imports where id = p_import for update;
  perform private.require_office(job.office_id);
  update public.imports set state = 'finished', finished_at = now() where id = p_import and state = 'running';
  if job.state = 'running' then
    perform private.audit(auth.uid(), 'import', 'dataset', job.dataset_id::text, job.office_id, private.import_answer(p_import));
  end if;
  return private.import_answer(p_import);
end $$;

create function public.add_member(p_id uuid, p_dataset uuid, p_name text, p_phone_e164 text, p_phone_given text, p_phone_valid boolean, p_fields jsonb default '{}')
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  office uuid := (select office_id from public.datasets where id = p_dataset);
  person uuid;
  existing public.dataset_candidates;
begin
  perform private.require_office(office);
  select * into existing from public.dataset_candidates where id = p_id and dataset_id = p_dataset;
  if existing.id is not null then return jsonb_build_object('result', 'ok', 'member', to_jsonb(existing)); end if;
  person := private.person_of(p_phone_e164, p_phone_given, p_phone_valid);
  select * into existing from public.dataset_candidates where dataset_id = p_dataset and person_id = person;
  if existing.id is not null then return jsonb_build_object('result', 'exists', 'member', to_jsonb(existing)); end if;
  insert into public.dataset_candidates (id, dataset_id, office_id, person_id, name, phone_given, email, postcode, location, trade, blue_card, green_card, notes)
  select p_id, p_dataset, office, person, p_name, coalesce(p_phone_given, ''), coalesce(f.email, ''), coalesce(f.postcode, ''), coalesce(f.location, ''),
    coalesce(f.trade, ''), f.blue_card, f.green_card, coalesce(f.notes, '')
  from jsonb_to_record(p_fields) as f(email text, postcode text, location text, trade text, blue_card boolean, green_card boolean, notes text)
  returning * into existing;
  return jsonb_build_object('result', 'ok', 'member', to_jsonb(existing));
end $$;

-- Takes members out of their pool; the people stay wherever else they are. Answers how many went.
create function public.remove_members(p_members uuid[]) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  pool record;
  gone integer;
begin
  for pool in select dataset_id, office_id, count(*) as members from public.dataset_candidates where id = any (p_members) group by 1, 2 loop
    perform private.require_office(pool.office_id);
    perform private.audit(auth.uid(), 'remove-members', 'dataset', pool.dataset_id::text, pool.office_id, jsonb_build_object('count', pool.members));
  end loop;
  delete from public.dataset_candidates where id = any (p_members);
  get diagnostics gone = row_count;
  return gone;
end $$;

create function public.delete_dataset(p_dataset uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare pool public.datasets;
begin
  select * into pool from public.datasets where id = p_dataset for update;
  perform private.require_office(pool.office_id);
  perform private.audit(auth.uid(), 'delete', 'dataset', pool.id::text, pool.office_id);
  delete from public.datasets where id = p_dataset;
end $$;

revoke all on function private.import_answer(uuid), public.start_import(uuid, uuid, text, integer, jsonb), public.import_rows(uuid, jsonb),
  public.finish_import(uuid), public.add_member(uuid, uuid, text, text, text, boolean, jsonb), public.remove_members(uuid[]),
  public.delete_dataset(uuid) from public, anon, authenticated, service_role;
grant execute on function public.start_import(uuid, uuid, text, integer, jsonb), public.import_rows(uuid, jsonb), public.finish_import(uuid),
  public.add_member(uuid, uuid, text, text, text, boolean, jsonb), public.remove_members(uuid[]), public.delete_dataset(uuid) to authenticated;
