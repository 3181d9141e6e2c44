-- Takes everything of ours out again. The agents' tables stay as they were: the triggers go with
-- their functions, the indexes by name.
do $$
declare
  v_object text;
begin
  for v_object in
    select p.oid::regprocedure::text from pg_catalog.pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.proname like 'rollcall\_%'
  loop
    execute 'drop function ' || v_object;
  end loop;
  for v_object in
    select c.oid::regclass::text from pg_catalog.pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relname like 'rollcall\_%'
      and c.relkind = 'i'
  loop
    execute 'drop index ' || v_object;
  end loop;
end
$$;
drop schema if exists rollcall cascade;
notify pgrst, 'reload schema';
