-- Nothing of ours is anybody's but the service role's, whatever default privileges the database
-- was made with; the schema itself is not even the service role's.
do $$
declare
  v_role text;
  v_function regprocedure;
begin
  foreach v_role in array array['public', 'anon', 'authenticated', 'service_role'] loop
    continue when v_role <> 'public' and to_regrole(v_role) is null;
    execute format('revoke all on schema rollcall from %s', v_role);
    execute format('revoke all on all tables in schema rollcall from %s', v_role);
    execute format('revoke all on all sequences in schema rollcall from %s', v_role);
    execute format('revoke all on all functions in schema rollcall from %s', v_role);
  end loop;
  for v_function in
    select p.oid from pg_catalog.pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.proname like 'rollcall\_%'
  loop
    foreach v_role in array array['public', 'anon', 'authenticated'] loop
      continue when v_role <> 'public' and to_regrole(v_role) is null;
      execute format('revoke all on function %s from %s', v_function, v_role);
    end loop;
    if to_regrole('service_role') is not null then
      execute format('grant execute on function %s to service_role', v_function);
    end if;
  end loop;
end
$$;

-- PostgREST learns of new functions when told.
notify pgrst, 'reload schema';
