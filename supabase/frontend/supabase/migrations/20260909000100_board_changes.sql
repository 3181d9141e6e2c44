-- Changes of many cards of a board at once, each in one transaction and undone in one.

-- What a change did, so that it can be taken back: the job's, and of each card before and after.
create table private.board_changes (
  id uuid primary key, -- made by the asker: sending it again changes nothing twice
  job_id uuid not null references public.jobs on delete cascade,
  office_id uuid not null references public.offices,
  actor_id uuid,
  change jsonb not null,
  column_row jsonb, -- a deleted column with the targets that named it
  answer jsonb not null default '{}',
  undone_at timestamptz,
  created_at timestamptz not null default now()
);
create index board_changes_job on private.board_changes (job_id);
create index board_changes_office on private.board_changes (office_id);
create index board_changes_time on private.board_changes (created_at);
create table private.board_change_cards (
  change_id uuid not null references private.board_changes on delete cascade,
  candidate_id uuid not null references public.candidates on delete cascade,
  before jsonb not null,
  after jsonb not null,
  primary key (change_id, candidate_id)
);
create index board_change_cards_candidate on private.board_change_cards (candidate_id);
revoke all on private.board_changes, private.board_change_cards from public, anon, authenticated, service_role;

-- Begins a change; nobody undoes what is older than a week.
create function private.begin_board_change(p_id uuid, p_job uuid, p_change jsonb) returns void
language sql security definer set search_path = '' as $$
  delete from private.board_changes where created_at < now() - interval '7 days';
  insert into private.board_changes (id, job_id, office_id, actor_id, change)
  select p_id, j.id, j.office_id, auth.uid(), p_change from public.jobs j where j.id = p_job;
$$;

create function private.require_column(p_job uuid, p_key text) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (select from public.kanban_columns where job_id = p_job and key = p_key) then
    perform private.fail('invalid', 'no_such_column', 'That column is not on this board any more.', 'Reload the board and pick another column.');
  end if;
end $$;

-- The one field a change sets, as it is now: what conflicts are judged by. Null for tags, which add up.
create function private.card_field(p_card public.candidates, p_change jsonb) returns text
language sql stable parallel safe
return case when p_change ? 'status' then p_card.status when p_change ? 'assignedTo' then p_card.assigned_to::text
  when p_change ? 'followUpOn' then to_char(p_card.follow_up_on, 'YYYY-MM-DD') end;

-- What a change touches of a card.
create function private.card_part(p_card public.candidates, p_change jsonb) returns jsonb
language sql stable parallel safe
return case when p_change ? 'status' then private.card_standing(p_card)
  when p_change ? 'assignedTo' then jsonb_build_object('assignedTo', p_card.assigned_to)
  when p_change ? 'followUpOn' then jsonb_build_object('followUpOn', p_card.follow_up_on)
  else jsonb_build_object('tags', p_card.tags) end;

-- Carries a begun change out on these cards, which lie at the top of a new column in the given order.
-- Answers how many it changed; those that are so already are left as they are.
create function private.apply_board_change(p_id uuid, p_cards uuid[], p_action text) returns integer
language plpgsql security definer set search_path = '' set jit = off set client_min_messages = warning as $$
declare
  b private.board_changes := (select b from private.board_changes b where b.id = p_id);
  c jsonb := b.change;
  changed integer;
begin
  drop table if exists pg_temp.board_card;
  create temporary table board_card on commit drop as
  select k.id, a.nth, k as card from unnest(p_cards) with ordinality as a(id, nth)
  join public.candidates k on k.id = a.id and k.job_id = b.job_id
  where case when c ? 'status' then k.status <> c ->> 'status'
    when c ? 'assignedTo' then k.assigned_to is distinct from (c ->> 'assignedTo')::uuid
    when c ? 'followUpOn' then k.follow_up_on is distinct from (c ->> 'followUpOn')::date
    else not k.tags @> coalesce((select array_agg(t) from jsonb_array_elements_text(c -> 'addTags') t), '{}')
      or k.tags && coalesce((select array_agg(t) from jsonb_array_elements_text(c -> 'removeTags') t), '{}') end
  order by k.id for no key update of k;
  get diagnostics changed = row_count;
  analyze pg_temp.board_card;

  if c ? 'status' then
    insert into public.status_events (office_id, candidate_id, from_status, to_status, set_by, actor_id, trace)
    select (w.card).office_id, w.id, (w.card).status, c ->> 'status', 'person', auth.uid(), jsonb_strip_nulls(jsonb_build_object(
      'action', p_action, 'reason', c ->> 'reason', 'column', b.column_row ->> 'name', 'changeId', p_id, 'together', changed))
      || jsonb_build_object('before', private.card_standing(w.card))
    from pg_temp.board_card w order by w.id;
    update public.candidates k set status = c ->> 'status', status_set_by = 'person', decided_against = proposed_status,
      status_changed_at = now(), position = top.position - changed + w.nth,
      rejection_reason = case when c ->> 'status' = 'rejected' then coalesce(c ->> 'reason', k.rejection_reason) else k.rejection_reason end
    from (select id, row_number() over (order by nth) - 1 as nth from pg_temp.board_card) w,
      (select coalesce(min(position), extract(epoch from clock_timestamp())) as position
       from public.candidates where job_id = b.job_id and status = c ->> 'status') top
    where k.id = w.id;
  elsif c ? 'assignedTo' then
    update public.candidates k set assigned_to = (c ->> 'assignedTo')::uuid from pg_temp.board_card w where k.id = w.id;
  elsif c ? 'followUpOn' then
    update public.candidates k set follow_up_on = (c ->> 'followUpOn')::date from pg_temp.board_card w where k.id = w.id;
  else
    update public.candidates k set tags = (
      select coalesce(array_agg(distinct t order by t), '{}') from (
        select unnest(k.tags) as t union select jsonb_array_elements_text(coalesce(c -> 'addTags', '[]'))
      ) s where not coalesce(c -> 'removeTags', '[]') ? t)
    from pg_temp.board_card w where k.id = w.id;
  end if;

  insert into private.board_change_cards (change_id, candidate_id, before, after)
  select p_id, w.id, private.card_part(w.card, c), private.card_part(k, c) from pg_temp.board_card w join public.candidates k using (id);
  return changed;
end $$;

-- Changes cards of a board. p_change is one of {"status", "reason"}, {"assignedTo"}, {"followUpOn"},
-- {"addTags", "removeTags"}; p_cards: [{"id", "seen"}], where seen is what the person saw in the field
-- that is set. A card of which somebody has set that field since is left as it is and answered:
-- {"changeId", "changed", "left": [{"id", "name", "present", "setBy"}], "gone"}.
create function public.change_cards(p_id uuid, p_job uuid, p_change jsonb, p_cards jsonb) returns jsonb
language plpgsql security definer set search_path = '' set jit = off set client_min_messages = warning as $$
declare
  given jsonb;
  free uuid[];
  overtaken jsonb;
  found integer;
begin
  perform private.require_office((select office_id from public.jobs where id = p_job));
  select answer into given from private.board_changes where id = p_id and job_id = p_job;
  if given is not null then return given; end if;
  if p_change ? 'status' then
    perform private.require_column(p_job, p_change ->> 'status');
  elsif p_change ->> 'assignedTo' is not null then
    if not exists (select from public.profiles where id = (p_change ->> 'assignedTo')::uuid and active) then
      perform private.fail('invalid', 'no_such_colleague', 'That colleague has no account any more.', 'Pick somebody else.');
    end if;
  elsif exists (select from jsonb_array_elements_text(coalesce(p_change -> 'addTags', '[]')) t where length(t) not between 1 and 60 or t <> trim(t)) then
    perform private.fail('invalid', 'tag_length', 'A tag has 1 to 60 characters.', 'Shorten it.');
  elsif not p_change ?| array['assignedTo', 'followUpOn', 'addTags', 'removeTags'] then
    perform private.fail('invalid', 'unknown_change', 'A change sets a status, an assignee, a follow-up date or tags.');
  end if;
  perform private.begin_board_change(p_id, p_job, p_change);

  with asked as (
    select (x.value ->> 'id')::uuid as id, x.value ? 'seen' as judged, x.value ->> 'seen' as seen, x.nth
    from jsonb_array_elements(p_cards) with ordinality as x(value, nth)
  ), present as (
    select a.id, a.nth, k.name, private.card_field(k, p_change) as value, k.status_set_by,
      a.judged and private.card_field(k, p_change) is distinct from a.seen
        and private.card_field(k, p_change) is distinct from coalesce(p_change ->> 'status', p_change ->> 'assignedTo', p_change ->> 'followUpOn') as is_overtaken
    from asked a join public.candidates k on k.id = a.id and k.job_id = p_job
  )
  select count(*), array_agg(id order by nth) filter (where not is_overtaken),
    coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'present', value, 'setBy', status_set_by) order by nth) filter (where is_overtaken), '[]')
  into found, free, overtaken from present;

  given := jsonb_build_object('changeId', p_id, 'changed', private.apply_board_change(p_id, coalesce(free, '{}'), 'move'),
    'left', overtaken, 'gone', jsonb_array_length(p_cards) - found);
  update private.board_changes set answer = given where id = p_id;
  return given;
end $$;

-- The tags in use on a board, the most used first: [{"tag", "count"}].
create function public.board_tags(p_job uuid) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('tag', tag, 'count', n) order by n desc, tag), '[]')
  from (select tag, count(*) as n from public.candidates c, unnest(c.tags) tag where c.job_id = p_job group by tag) s
$$;

revoke all on function private.begin_board_change(uuid, uuid, jsonb), private.require_column(uuid, text),
  private.card_field(public.candidates, jsonb), private.card_part(public.candidates, jsonb),
  private.apply_board_change(uuid, uuid[], text), public.change_cards(uuid, uuid, jsonb, jsonb), public.board_tags(uuid)
  from public, anon, authenticated, service_role;
grant execute on function public.change_cards(uuid, uuid, jsonb, jsonb), public.board_tags(uuid) to authenticated;
