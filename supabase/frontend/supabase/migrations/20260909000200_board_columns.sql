-- A board's columns: added, put in order, deleted with their cards going elsewhere, and undone.

-- Adds a column right of another one, or left of Rejected where that is last. Its key comes from its name.
create function public.add_column(p_id uuid, p_job uuid, p_name text, p_colour text, p_is_post_hire boolean, p_after text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  office uuid := (select office_id from public.jobs where id = p_job);
  -- A name in another script, or of signs alone, leaves nothing to make a key of.
  slug text := coalesce(nullif(trim(both '-' from left(regexp_replace(regexp_replace(normalize(lower(p_name), NFKD), '[\u0300-\u036f]', '', 'g'), '[^a-z0-9]+', '-', 'g'), 50)), ''), 'column');
  place integer;
begin
  perform private.require_office(office);
  perform from public.jobs where id = p_job for update;
  if exists (select from public.kanban_columns where id = p_id and job_id = p_job) then
    return (select to_jsonb(k) from public.kanban_columns k where id = p_id);
  end if;
  if (select count(*) from public.kanban_columns where job_id = p_job) >= 40 then
    perform private.fail('invalid', 'too_many_columns', 'A board has at most 40 columns.', 'Delete one that is not used.');
  end if;
  place := coalesce(
    (select position + 1 from public.kanban_columns where job_id = p_job and key = p_after),
    (select case when k.key = 'rejected' then k.position else k.position + 1 end
     from public.kanban_columns k where k.job_id = p_job order by k.position desc limit 1), 1);
  update public.kanban_columns set position = position + 1 where job_id = p_job and position >= place;
  insert into public.kanban_columns (id, job_id, office_id, key, name, colour, position, is_post_hire)
  select p_id, p_job, office, free.key, trim(p_name), p_colour, place, p_is_post_hire
  from (select case when n = 1 then slug else slug || '-' || n end as key, n from generate_series(1, 50) n) free
  where not exists (select from public.kanban_columns k where k.job_id = p_job and k.key = free.key)
    -- The key of a standard status means that status to the sync.
    and free.key <> all (array['not-contacted', 'contacted', 'interested', 'interview', 'hired', 'started-work', 'rejected'])
  order by free.n limit 1;
  return (select to_jsonb(k) from public.kanban_columns k where id = p_id);
end $$;

-- Puts the columns into an order. Where the order is not the one seen any more, nothing changes:
-- {"result": "ok" | "conflict", "keys": the present order}.
create function public.order_columns(p_job uuid, p_keys text[], p_seen text[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare present text[];
begin
  perform private.require_office((select office_id from public.jobs where id = p_job));
  perform from public.jobs where id = p_job for update;
  select array_agg(key order by position) into present from public.kanban_columns where job_id = p_job;
  if present <> p_seen or not (present @> p_keys and p_keys @> present and cardinality(present) = cardinality(p_keys)) then
    return jsonb_build_object('result', case when present = p_keys then 'ok' else 'conflict' end, 'keys', to_jsonb(present));
  end if;
  update public.kanban_columns k set position = o.nth from unnest(p_keys) with ordinality o(key, nth)
  where k.job_id = p_job and k.key = o.key and k.position <> o.nth;
  return jsonb_build_object('result', 'ok', 'keys', to_jsonb(p_keys));
end $$;

-- What automation proposes names columns: after one came or went, proposals of it follow the board.
create function private.follow_columns(p_job uuid, p_key text, p_cards uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.rederive_cards((select array_agg(id) from public.candidates
    where job_id = p_job and (proposed_status = p_key or id = any (p_cards))));
  update public.candidates set proposed_status = private.board_status(p_job, p_key) where job_id = p_job and proposed_status = p_key;
  update public.candidates set decided_against = case when id = any (p_cards) then proposed_status else private.board_status(p_job, p_key) end
  where job_id = p_job and (decided_against = p_key or id = any (p_cards))
    and decided_against is distinct from case when id = any (p_cards) then proposed_status else private.board_status(p_job, p_key) end;
end $$;

-- Takes a column out of the audiences of drafts; answers their ids. What was launched keeps its audience as it was.
create function private.leave_audiences(p_column public.kanban_columns) returns jsonb
language sql security definer set search_path = '' as $$
  with left_by as (
    update public.campaigns c set audience = jsonb_set(c.audience, '{columns}', (
      select coalesce(jsonb_agg(x order by nth), '[]') from jsonb_array_elements(c.audience -> 'columns') with ordinality as e(x, nth)
      where not (x ->> 'jobId' = p_column.job_id::text and x ->> 'key' = p_column.key)))
    where c.state = 'draft' and c.office_id = p_column.office_id
      and c.audience -> 'columns' @> jsonb_build_array(jsonb_build_object('jobId', p_column.job_id, 'key', p_column.key))
    returning c.id)
  select coalesce(jsonb_agg(id), '[]') from left_by
$$;

-- Deletes a column; its cards go to another one, as the decision of who deletes it. Answers
-- {"result": "ok", "changeId", "changed"} for undo_board_change, or {"result": "conflict", "column"}.
create function public.delete_column(p_id uuid, p_column uuid, p_version integer, p_to text) returns jsonb
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  job uuid := coalesce((select job_id from public.kanban_columns where id = p_column), (select job_id from private.board_changes where id = p_id));
  col public.kanban_columns;
  cards uuid[];
  given jsonb;
begin
  perform private.require_office((select office_id from public.jobs where id = job));
  select answer into given from private.board_changes where id = p_id and job_id = job;
  if given is not null then return given; end if;
  perform from public.jobs where id = job for update;
  select * into col from public.kanban_columns where id = p_column for update;
  if col.version is distinct from p_version then
    return jsonb_build_object('result', 'conflict', 'column', to_jsonb(col));
  end if;
  if col.key in ('not-contacted', 'rejected') then
    perform private.fail('invalid', 'column_needed', 'This column can’t be deleted: new cards and refusals need a place.', 'Rename it instead.');
  end if;
  if p_to = col.key then perform private.fail('invalid', 'same_column', 'The cards need another column to go to.', 'Pick another one.'); end if;
  perform private.require_column(job, p_to);
  select array_agg(id order by position, id) into cards from public.candidates where job_id = job and status = col.key;
  perform private.begin_board_change(p_id, job, jsonb_build_object('status', p_to));
  update private.board_changes set column_row = to_jsonb(col) || jsonb_build_object('targets',
    (select coalesce(jsonb_agg(id), '[]') from public.campaign_targets where column_id = col.id),
    'drafts', private.leave_audiences(col)) where id = p_id;
  given := jsonb_build_object('result', 'ok', 'changeId', p_id, 'changed', private.apply_board_change(p_id, coalesce(cards, '{}'), 'column-deleted'));
  delete from public.kanban_columns where id = col.id;
  perform private.follow_columns(job, col.key, coalesce(cards, '{}'));
  perform private.audit(auth.uid(), 'delete', 'column', col.id::text, col.office_id, jsonb_build_object('jobId', job, 'name', col.name, 'to', p_to));
  update private.board_changes set answer = given where id = p_id;
  return given;
end $$;

-- Puts a deleted column back where it was, with the campaign targets and the drafts' audiences that named it.
create function private.restore_column(p_column jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare c public.kanban_columns := jsonb_populate_record(null::public.kanban_columns, p_column);
begin
  perform from public.jobs where id = c.job_id for update;
  if exists (select from public.kanban_columns where job_id = c.job_id and key = c.key) then
    perform private.fail('conflict', 'column_back', 'A column of that kind is on the board again.', 'Move the cards there by hand.');
  end if;
  update public.kanban_columns set position = position + 1 where job_id = c.job_id and position >= c.position;
  insert into public.kanban_columns select c.*;
  update public.campaign_targets set column_id = c.id where id in (select t::uuid from jsonb_array_elements_text(p_column -> 'targets') t);
  update public.campaigns set audience = jsonb_set(audience, '{columns}',
    coalesce(audience -> 'columns', '[]') || jsonb_build_object('jobId', c.job_id, 'key', c.key))
  where state = 'draft' and id in (select d::uuid from jsonb_array_elements_text(p_column -> 'drafts') d);
end $$;

-- Takes a change of cards, or a column's deletion, back. Cards that changed since are left as they
-- are: {"restored", "left"}. Only who made the change may, once.
create function public.undo_board_change(p_change uuid) returns jsonb
language plpgsql security definer set search_path = '' set jit = off set client_min_messages = warning as $$
declare
  b private.board_changes;
  total integer;
  restored uuid[];
begin
  select * into b from private.board_changes where id = p_change for update;
  perform private.require_office(b.office_id);
  if b.actor_id is distinct from auth.uid() or b.undone_at is not null then
    perform private.fail('conflict', 'not_undoable', 'This can’t be taken back any more.', 'Change it by hand.');
  end if;
  if b.column_row is not null then perform private.restore_column(b.column_row); end if;

  drop table if exists pg_temp.undone;
  create temporary table undone on commit drop as
  select c.id, c as card, h.before from private.board_change_cards h join public.candidates c on c.id = h.candidate_id
  where h.change_id = p_change
    -- A card that was put elsewhere in its column, or decided anew, is not as the change left it.
    and case when b.change ? 'status' then c.status = h.after ->> 'status' and c.status_set_by = h.after ->> 'setBy'
        and exists (select from public.kanban_columns k where k.job_id = b.job_id and k.key = h.before ->> 'status')
      else private.card_part(c, b.change) = h.after end
  order by c.id for no key update of c;
  select array_agg(id order by id) into restored from pg_temp.undone;
  select count(*) into total from private.board_change_cards where change_id = p_change;

  if b.change ? 'status' then
    insert into public.status_events (office_id, candidate_id, from_status, to_status, set_by, actor_id, trace)
    select (u.card).office_id, u.id, (u.card).status, u.before ->> 'status', 'person', auth.uid(),
      jsonb_build_object('action', 'undo', 'undoesChange', p_change, 'before', private.card_standing(u.card))
    from pg_temp.undone u order by u.id;
    update public.candidates c set status = u.before ->> 'status', status_set_by = u.before ->> 'setBy',
      decided_against = u.before ->> 'decidedAgainst', position = (u.before ->> 'position')::double precision,
      rejection_reason = coalesce(u.before ->> 'rejectionReason', ''), status_changed_at = now()
    from pg_temp.undone u where c.id = u.id;
  elsif b.change ? 'assignedTo' then
    update public.candidates c set assigned_to = (u.before ->> 'assignedTo')::uuid from pg_temp.undone u where c.id = u.id;
  elsif b.change ? 'followUpOn' then
    update public.candidates c set follow_up_on = (u.before ->> 'followUpOn')::date from pg_temp.undone u where c.id = u.id;
  else
    update public.candidates c set tags = (select coalesce(array_agg(t), '{}') from jsonb_array_elements_text(u.before -> 'tags') t)
    from pg_temp.undone u where c.id = u.id;
  end if;
  if b.column_row is not null then perform private.rederive_cards(restored); end if;
  update private.board_changes set undone_at = now() where id = p_change;
  return jsonb_build_object('restored', coalesce(cardinality(restored), 0), 'left', total - coalesce(cardinality(restored), 0));
end $$;

revoke all on function public.add_column(uuid, uuid, text, text, boolean, text), public.order_columns(uuid, text[], text[]),
  private.follow_columns(uuid, text, uuid[]), private.leave_audiences(public.kanban_columns), public.delete_column(uuid, uuid, integer, text), private.restore_column(jsonb),
  public.undo_board_change(uuid) from public, anon, authenticated, service_role;
grant execute on function public.add_column(uuid, uuid, text, text, boolean, text), public.order_columns(uuid, text[], text[]),
  public.delete_column(uuid, uuid, integer, text), public.undo_board_change(uuid) to authenticated;
