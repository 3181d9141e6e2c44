-- What Rollcall relies on in the agents' seven tables, and what of it isn't there.

create or replace function rollcall.contract_faults() returns text[]
language sql stable
set search_path = ''
as $$
  with expected (table_name, column_name, family) as (
    select t.name, c.name, c.family
    from (values
      ('session_info', 'session_id text, created_at time, updated_at time, user_updated time,'
        ' agent_updated time, last_action text, action_status text, session_status text,'
        ' last_user_msg_at time, last_agent_msg_at time, last_outbound_at time,'
        ' next_reminder_at time, reminder_count int, tz text, campaign text, objectives jsonb,'
        ' latest_batch_call_id text'),
      ('chat_history', 'id int, session_id text, message jsonb'),
      ('call_info', 'call_id text, status text, called_at time, duration interval,'
        ' transcript text, recording_url text, analysis jsonb, session_id text,'
        ' batch_call_id text'),
      ('campaign_info', 'campaign text, job_info text, objectives_template jsonb,'
        ' prompt_chat text, prompt_call text, first_message_chat text, first_message_call text,'
        ' start time, end time'),
      ('campaigns', 'session_id text, campaign text'),
      ('numbers', 'session_id text, phone_number text'),
      ('session_objective_events', 'id int, session_id text, objective text, old_value jsonb,'
        ' new_value jsonb, source text, occurred_at time')
    ) as t (name, columns),
    lateral (
      select split_part(entry, ' ', 1), split_part(entry, ' ', 2)
      from unnest(string_to_array(t.columns, ', ')) as entry
    ) as c (name, family)
  ),
  families (family, types) as (
    values
      ('text', '{text,character varying,character}'::text[]),
      ('int', '{smallint,integer,bigint}'),
      ('time', '{timestamp with time zone}'),
      ('jsonb', '{jsonb}'),
      ('interval', '{interval}')
  ),
  found as (
    select e.table_name, e.column_name, f.types, k.oid as table_oid,
      format_type(a.atttypid, null) as type
    from expected e
    join families f using (family)
    left join pg_catalog.pg_class k
      on k.relname = e.table_name and k.relnamespace = 'public'::regnamespace
      and k.relkind in ('r', 'p')
    left join pg_catalog.pg_attribute a
      on a.attrelid = k.oid and a.attname = e.column_name
      and a.attnum > 0 and not a.attisdropped
  )
  select coalesce(array_agg(fault order by fault), '{}')
  from (
    select distinct case
      when table_oid is null then format('table %s is missing', table_name)
      when type is null then format('column %s.%s is missing', table_name, column_name)
      else format('column %s.%s is %s, not %s', table_name, column_name, type, types[1])
    end as fault
    from found
    where table_oid is null or type is null or not type = any (types)
  ) as faults
$$;

do $$
declare
  v_faults text[] := rollcall.contract_faults();
begin
  if cardinality(v_faults) > 0 then
    raise exception using
      message = 'This is not the agents'' database: ' || array_to_string(v_faults, '; '),
      errcode = 'P0001',
      detail = 'invalid:backend_contract',
      hint = 'Check the connection, or ask the agents'' side what changed.';
  end if;
end
$$;
