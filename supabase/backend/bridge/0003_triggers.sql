-- Triggers on the agents' seven tables. Per statement with transition tables, because a row
-- trigger doubles the cost of a bulk insert; definer, because the agents' roles hold no rights
-- here. A failing line fails the agents' statement: a change that isn't logged would be lost.

create or replace function rollcall.log_sessions() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    insert into rollcall.change_log (session_key, source)
    select distinct session_id, tg_table_name from new_rows where session_id is not null;
  elsif tg_op = 'DELETE' then
    insert into rollcall.change_log (session_key, source)
    select distinct session_id, tg_table_name from old_rows where session_id is not null;
  else
    -- Both sides: a row that moves to another session changes two.
    insert into rollcall.change_log (session_key, source)
    select session_id, tg_table_name from new_rows where session_id is not null
    union
    select session_id, tg_table_name from old_rows where session_id is not null;
  end if;
  return null;
end
$$;

create or replace function rollcall.log_chats() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    insert into rollcall.change_log (session_key, source, chat_from)
    select rollcall.session_key(session_id), tg_table_name, min(id)
    from new_rows where session_id is not null group by 1;
    -- An id comes again only after a truncate or a restore; then it is another message.
    insert into rollcall.chat_seen (chat_id, seen_at)
    select id, clock_timestamp() from new_rows
    on conflict (chat_id) do update set seen_at = excluded.seen_at;
  elsif tg_op = 'DELETE' then
    insert into rollcall.change_log (session_key, source, chat_from)
    select rollcall.session_key(session_id), tg_table_name, min(id)
    from old_rows where session_id is not null group by 1;
    delete from rollcall.chat_seen using old_rows where chat_id = old_rows.id;
  else
    insert into rollcall.change_log (session_key, source, chat_from)
    select rollcall.session_key(session_id), tg_table_name, min(id)
    from (select session_id, id from new_rows union all select session_id, id from old_rows) as r
    where session_id is not null group by 1;
  end if;
  return null;
end
$$;

-- Of a campaign, only the objectives' template belongs to what a session says.
create or replace function rollcall.log_templates() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  v_campaigns text[];
begin
  if tg_op = 'INSERT' then
    select array_agg(campaign) into v_campaigns from new_rows
    where objectives_template is not null;
  elsif tg_op = 'DELETE' then
    select array_agg(campaign) into v_campaigns from old_rows
    where objectives_template is not null;
  else
    select array_agg(campaign) into v_campaigns from (
      (
        select campaign, objectives_template from new_rows
        except select campaign, objectives_template from old_rows
      )
      union all
      (
        select campaign, objectives_template from old_rows
        except select campaign, objectives_template from new_rows
      )
    ) as r;
  end if;
  -- Reads both tables, which have no index for it: only where a template did change.
  if v_campaigns is not null then
    insert into rollcall.change_log (session_key, source)
    select session_id, tg_table_name from public.session_info where campaign = any (v_campaigns)
    union
    select session_id, tg_table_name from public.campaigns
    where campaign = any (v_campaigns) and session_id is not null;
  end if;
  return null;
end
$$;

-- A truncate names no rows, so every session must be read again.
create or replace function rollcall.log_truncate() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into rollcall.change_log (source) values ('resync');
  if tg_table_name = 'chat_history' then
    delete from rollcall.chat_seen;
  end if;
  return null;
end
$$;

-- Which trigger belongs where, and whether it is there. 'Always': also for a writer that plays a replica.
create or replace view rollcall.expected_triggers as
select
  to_regclass('public.' || t.table_name) as table_oid,
  'rollcall_' || lower(e.event) as trigger_name,
  format(
    'create or replace trigger %I after %s on public.%I %s for each statement execute function %s()',
    'rollcall_' || lower(e.event), e.event, t.table_name, e.transition,
    case when e.event = 'TRUNCATE' then 'rollcall.log_truncate' else t.function_name end
  ) as definition,
  exists (
    select from pg_catalog.pg_trigger a
    where a.tgrelid = to_regclass('public.' || t.table_name)
      and a.tgname = 'rollcall_' || lower(e.event) and a.tgenabled = 'A'
  ) as attached
from (values
  ('session_info', 'rollcall.log_sessions'),
  ('chat_history', 'rollcall.log_chats'),
  ('call_info', 'rollcall.log_sessions'),
  ('campaign_info', 'rollcall.log_templates'),
  ('campaigns', 'rollcall.log_sessions'),
  ('numbers', 'rollcall.log_sessions'),
  ('session_objective_events', 'rollcall.log_sessions')
) as t (table_name, function_name)
cross join (values
  ('INSERT', 'referencing new table as new_rows'),
  ('UPDATE', 'referencing old table as old_rows new table as new_rows'),
  ('DELETE', 'referencing old table as old_rows'),
  ('TRUNCATE', '')
) as e (event, transition);

-- Another one after every ALTER TABLE … DISABLE or ENABLE TRIGGER and for every trigger made anew:
-- what a cursor of another mark read from may have been written while nothing was logged, even if
-- all is in order again.
create or replace function rollcall.trigger_mark() returns text
language plpgsql stable
set search_path = ''
as $$
begin
  return (
    select md5(string_agg(format('%s:%s', t.oid, t.xmin), ',' order by t.oid))
    from pg_catalog.pg_trigger t
    where t.tgname like 'rollcall\_%' and not t.tgisinternal
  );
end
$$;

create or replace function rollcall.missing_triggers() returns int
language plpgsql stable
set search_path = ''
as $$
begin
  return (select count(*) from rollcall.expected_triggers where not attached);
end
$$;

do $$
declare
  v_trigger record;
  v_attached int := 0;
begin
  for v_trigger in
    select table_oid, trigger_name, definition from rollcall.expected_triggers where not attached
  loop
    execute v_trigger.definition;
    execute format('alter table %s enable always trigger %I',
      v_trigger.table_oid, v_trigger.trigger_name);
    v_attached := v_attached + 1;
  end loop;
  -- Whatever happened while a trigger was missing is in no line.
  if v_attached > 0 then
    insert into rollcall.change_log (source) values ('resync');
  end if;
end
$$;
