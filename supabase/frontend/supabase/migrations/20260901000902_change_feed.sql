-- The change feed: what changed in an office's rows, so that open browsers refresh what is on screen.
-- The cursor is a pg_snapshot, not a sequence number: rows of a transaction that commits late are not skipped.

create table public.data_changes (
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  entity_type text not null, -- a noun: job, candidate, recipient, conversation, ...
  entity_id uuid, -- null for 'reload'
  parent_id uuid, -- the job, campaign or dataset it belongs to
  change_type text not null check (change_type in ('insert', 'update', 'delete', 'reload')),
  office_id uuid, -- null: for admins only
  changed_at timestamptz not null default clock_timestamp()
);
create index data_changes_xid on public.data_changes (xid);
create index data_changes_time on public.data_changes (changed_at);

alter table public.data_changes enable row level security;
create policy data_changes_read on public.data_changes for select to authenticated
  using (office_id = any ((select private.my_offices())::uuid[]) or (office_id is null and (select private.my_role()) = 'admin'));
revoke all on public.data_changes from public, anon, authenticated, service_role;
grant select on public.data_changes to authenticated;
grant select, delete on public.data_changes to service_role;

-- Arguments: the noun, the id column, the parent column. Over 500 rows in a statement become one
-- 'reload' an office and parent. A row that moves office is a delete for the old, an insert for the new.
create function private.note_changes() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  source text := case tg_op
    when 'INSERT' then format('select ''insert'' as change, %1$I as id, %2$I as parent, office_id from added', tg_argv[1], tg_argv[2])
    when 'DELETE' then format('select ''delete'' as change, %1$I as id, %2$I as parent, office_id from removed', tg_argv[1], tg_argv[2])
    else format('select case when o.office_id is distinct from n.office_id then ''insert'' else ''update'' end as change,
                   n.%1$I as id, n.%2$I as parent, n.office_id from added n join removed o using (id)
                 union all
                 select ''delete'', o.%1$I, o.%2$I, o.office_id from added n join removed o using (id)
                 where o.office_id is distinct from n.office_id', tg_argv[1], tg_argv[2]) end;
begin
  execute format('
    with changed as materialized (select distinct * from (%s) s),
         size as (select count(*) as n from changed)
    insert into public.data_changes (entity_type, entity_id, parent_id, change_type, office_id)
    select $1, id, parent, change, office_id from changed, size where n <= 500
    union all
    select distinct $1, null::uuid, parent, ''reload'', office_id from changed, size where n > 500', source)
  using tg_argv[0];
  return null;
end $$;
revoke all on function private.note_changes() from public, anon, authenticated, service_role;

do $$
declare
  w record;
begin
  for w in
    select * from (values
      ('jobs', 'job', 'id', 'id'), ('kanban_columns', 'column', 'id', 'job_id'),
      ('candidates', 'candidate', 'id', 'job_id'), ('candidate_notes', 'candidate-note', 'id', 'candidate_id'),
      ('datasets', 'dataset', 'id', 'id'), ('dataset_candidates', 'member', 'id', 'dataset_id'),
      ('campaigns', 'campaign', 'id', 'id'), ('campaign_targets', 'campaign', 'campaign_id', 'campaign_id'),
      ('campaign_matrices', 'campaign', 'campaign_id', 'campaign_id'),
      ('campaign_candidates', 'recipient', 'id', 'campaign_id'),
      ('campaign_candidate_notes', 'conversation', 'campaign_candidate_id', 'campaign_candidate_id'),
      ('whatsapp_messages', 'conversation', 'campaign_candidate_id', 'campaign_candidate_id'),
      ('call_records', 'conversation', 'campaign_candidate_id', 'campaign_candidate_id'),
      ('sync_issues', 'sync-issue', 'id', 'recipient_id')) as v(tbl, noun, id_column, parent_column)
  loop
    execute format('create trigger %1$s_change_added after insert on public.%1$s referencing new table as added
      for each statement execute function private.note_changes(%2$L, %3$L, %4$L)', w.tbl, w.noun, w.id_column, w.parent_column);
    execute format('create trigger %1$s_change_updated after update on public.%1$s referencing old table as removed new table as added
      for each statement execute function private.note_changes(%2$L, %3$L, %4$L)', w.tbl, w.noun, w.id_column, w.parent_column);
    execute format('create trigger %1$s_change_removed after delete on public.%1$s referencing old table as removed
      for each statement execute function private.note_changes(%2$L, %3$L, %4$L)', w.tbl, w.noun, w.id_column, w.parent_column);
  end loop;
end $$;

-- What changed since the cursor, for the asker's offices: {"cursor", "reload", "changes": [{"entity", "id", "parent", "change"}]}.
-- A null cursor answers the present one. `reload` says: refresh everything on screen, because the
-- cursor is too old, the database was restarted (transaction ids may be reused), or too much changed.
create function public.poll_changes(p_cursor jsonb default null) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  present pg_snapshot := pg_current_snapshot();
  seen pg_snapshot := (p_cursor ->> 'snapshot')::pg_snapshot;
  next_cursor jsonb := jsonb_build_object('snapshot', present::text, 'startedAt', pg_postmaster_start_time(), 'at', now());
  found jsonb;
begin
  if seen is null then
    return jsonb_build_object('cursor', next_cursor, 'reload', false, 'changes', '[]'::jsonb);
  end if;
  if (p_cursor ->> 'startedAt')::timestamptz is distinct from pg_postmaster_start_time()
     or (p_cursor ->> 'at')::timestamptz < now() - interval '23 hours' then
    return jsonb_build_object('cursor', next_cursor, 'reload', true, 'changes', '[]'::jsonb);
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('entity', entity_type, 'id', entity_id, 'parent', parent_id, 'change', change_type)), '[]')
  into found
  from (select distinct entity_type, entity_id, parent_id, change_type from public.data_changes
        where xid >= pg_snapshot_xmin(seen)
          and pg_visible_in_snapshot(xid, present) and not pg_visible_in_snapshot(xid, seen)
        limit 1001) c;
  if jsonb_array_length(found) > 1000 then
    return jsonb_build_object('cursor', next_cursor, 'reload', true, 'changes', '[]'::jsonb);
  end if;
  return jsonb_build_object('cursor', next_cursor, 'reload', false, 'changes', found);
end $$;

-- Drops what is older than p_keep, at most p_limit rows a call; returns how many went.
create function public.prune_changes(p_keep interval default '24 hours', p_limit integer default 10000) returns integer
language sql security definer set search_path = '' as $$
  with old as (select seq from public.data_changes where changed_at < now() - p_keep order by changed_at limit p_limit),
       gone as (delete from public.data_changes d using old where d.seq = old.seq returning 1)
  select count(*)::integer from gone
$$;

revoke all on function public.poll_changes(jsonb), public.prune_changes(interval, integer) from public, anon, authenticated, service_role;
grant execute on function public.poll_changes(jsonb) to authenticated;
grant execute on function public.prune_changes(interval, integer) to service_role;
