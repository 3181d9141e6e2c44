-- Taking a whole import back: whom it brought goes, what it filled in is emptied again. Who has been launched, put on a
-- board, noted or changed by somebody since stays, and is listed with the reason.

-- The members that an import brought, p_limit (null: all) after p_after in the order of their ids, each with why it stays;
-- null where it may go. Set-based: an import has a hundred thousand of them.
create function private.judged_members(p_import uuid, p_after uuid, p_limit integer) returns table (id uuid, person_id uuid, name text, reason text)
language sql stable security definer set search_path = '' set jit = off set work_mem = '64MB' as $$
  with members as materialized (
    select d.id, d.person_id, d.office_id, d.name, d.version, d.created_at from public.dataset_candidates d
    where d.import_id = p_import and (p_after is null or d.id > p_after) order by d.id limit p_limit),
  lines as (
    select r.person_id, r.office_id, max(r.created_at) as made_at, max(n.created_at) as noted_at
    from public.campaign_candidates r left join public.campaign_candidate_notes n on n.campaign_candidate_id = r.id
    where r.person_id in (select m.person_id from members m) group by r.person_id, r.office_id),
  cards as (
    select c.person_id, c.office_id, max(c.created_at) as made_at, max(n.created_at) as noted_at
    from public.candidates c left join public.candidate_notes n on n.candidate_id = c.id
    where c.person_id in (select m.person_id from members m) group by c.person_id, c.office_id)
  select m.id, m.person_id, m.name, case
    when l.made_at >= m.created_at then 'launched'
    when c.made_at >= m.created_at then 'board'
    when greatest(l.noted_at, c.noted_at) >= m.created_at then 'noted'
    when m.version > 1 then 'changed' end
  from members m left join lines l on l.person_id = m.person_id and l.office_id = m.office_id
  left join cards c on c.person_id = m.person_id and c.office_id = m.office_id
$$;

-- What an undo would take away and keep: {"remove", "restore", "keep": {reason: count}, "kept": [{"memberId", "personId", "name",
-- "reason"}] (the first 200)}.
create function public.preview_undo_import(p_import uuid) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare answer jsonb;
begin
  perform private.require_office((select office_id from public.imports where id = p_import));
  with members as materialized (
    select * from private.judged_members(p_import, null, null))
  select jsonb_build_object('remove', (select count(*) from members where reason is null),
    'restore', (select count(*) from public.import_rows r where r.import_id = p_import and r.filled <> '{}'),
    'keep', (select coalesce(jsonb_object_agg(k.reason, k.n), '{}') from (
      select m.reason, count(*) as n from members m where m.reason is not null group by m.reason) k),
    'kept', (select coalesce(jsonb_agg(jsonb_build_object('memberId', k.id, 'personId', k.person_id, 'name', k.name, 'reason', k.reason) order by k.name, k.id), '[]')
      from (select * from members where reason is not null order by name, id limit 200) k)) into answer;
  return answer;
end $$;

-- Undoes p_limit rows at most; call it while there are `more`. From the first call on the import takes no more rows.
-- {"removed", "restored", "more"}.
create function public.undo_import(p_import uuid, p_limit integer default 2000) returns jsonb
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  size constant integer := least(greatest(p_limit, 1), 5000);
  job public.imports;
  seen_to uuid;
  judged record;
  going uuid[] := '{}';
  people uuid[];
  removed integer;
  restored integer;
begin
  select * into job from public.imports where id = p_import for update;
  perform private.require_office(job.office_id);
  update public.imports set state = 'undone', finished_at = coalesce(finished_at, now()) where id = p_import and state <> 'undone';
  if job.state <> 'undone' then
    perform private.audit(auth.uid(), 'undo-import', 'dataset', job.dataset_id::text, job.office_id, jsonb_build_object('importId', p_import) || private.import_answer(p_import));
  end if;

  with filled as (
    select r.row_number, r.member_id, r.filled from public.import_rows r
    where r.import_id = p_import and r.filled <> '{}' order by r.row_number limit size for update),
  emptied as (
    -- Only what is still as the import wrote it.
    update public.dataset_candidates d set
      email = case when d.email = f.filled ->> 'email' then '' else d.email end, postcode = case when d.postcode = f.filled ->> 'postcode' then '' else d.postcode end,
      location = case when d.location = f.filled ->> 'location' then '' else d.location end, trade = case when d.trade = f.filled ->> 'trade' then '' else d.trade end,
      blue_card = case when d.blue_card = (f.filled ->> 'blue_card')::boolean then null else d.blue_card end,
      green_card = case when d.green_card = (f.filled ->> 'green_card')::boolean then null else d.green_card end,
      notes = case when d.notes = f.filled ->> 'notes' then '' else d.notes end,
      tags = case when f.filled ? 'tags' then array(select t from unnest(d.tags) with ordinality as x(t, at) where not f.filled -> 'tags' ? t order by at) else d.tags end
    from filled f where d.id = f.member_id returning d.id),
  seen as (
    update public.import_rows r set filled = '{}' from filled f where r.import_id = p_import and r.row_number = f.row_number returning 1)
  select count(*) into restored from emptied;

  loop
    select array_agg(j.id order by j.id) filter (where j.reason is null) as free, (array_agg(j.id order by j.id desc))[1] as last into judged
    from private.judged_members(p_import, seen_to, size) j;
    exit when judged.last is null;
    going := going || coalesce(judged.free, '{}');
    seen_to := judged.last;
    exit when cardinality(going) >= size;
  end loop;
  with gone as (delete from public.dataset_candidates where id = any (going) returning person_id)
  select count(*), array_agg(person_id) into removed, people from gone;
  -- Who is nowhere else is not held at all any more.
  delete from public.people p where p.id = any (people) and p.merged_into is null
    and not exists (select from public.person_offices o where o.person_id = p.id)
    and not exists (select from public.people a where a.merged_into = p.id);
  return jsonb_build_object('removed', removed, 'restored', restored,
    'more', cardinality(going) >= size or exists (select from public.import_rows r where r.import_id = p_import and r.filled <> '{}'));
end $$;

-- The rejected rows of an import as the file had them: [{"row", "faults", "given"}], p_limit at most after row p_after.
create function public.rejected_rows(p_import uuid, p_after integer default 0, p_limit integer default 1000) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('row', r.row_number, 'faults', r.faults, 'given', r.given) order by r.row_number), '[]')
  from (select * from public.import_rows where import_id = p_import and outcome = 'rejected' and row_number > p_after
        order by row_number limit least(greatest(p_limit, 1), 5000)) r
$$;

-- The imports of a pool, newest first, each with its account.
create function public.pool_imports(p_dataset uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(private.import_answer(i.id) || jsonb_build_object('fileName', i.file_name,
    'headers', coalesce(i.mapping -> 'headers', '[]'), 'startedAt', i.created_at,
    'finishedAt', i.finished_at, 'by', f.full_name) order by i.created_at desc), '[]')
  from (select * from public.imports x where x.dataset_id = p_dataset and x.office_id = any (private.my_offices()) order by x.created_at desc limit 50) i
  left join public.profiles f on f.id = i.created_by
$$;

revoke all on function private.judged_members(uuid, uuid, integer), public.preview_undo_import(uuid), public.undo_import(uuid, integer),
  public.rejected_rows(uuid, integer, integer), public.pool_imports(uuid) from public, anon, authenticated, service_role;
grant execute on function public.preview_undo_import(uuid), public.undo_import(uuid, integer), public.rejected_rows(uuid, integer, integer),
  public.pool_imports(uuid) to authenticated;
