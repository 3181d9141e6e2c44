-- The rules that campaigns begin with, kept by admins. A launch writes them into the campaign with its targets' own, so a later
-- change of the defaults changes no campaign that runs.

-- {"version", "isDefault", "rules": as status_rules_of says}; version 0: nobody changed them.
create function public.default_rules() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('version', coalesce((s.value ->> 'version')::integer, 0), 'isDefault', s.key is null, 'derived', true,
    'rules', coalesce(s.value -> 'rules', (select jsonb_agg(jsonb_build_object('position', d.position, 'objectiveKey', d.objective_key, 'status', d.status,
      'rank', d.rank, 'isRefusal', d.is_refusal) order by d.position) from private.default_status_rules() d)))
  from (select) as one left join public.settings s on s.key = 'status_rules'
$$;

-- Saves them as a new version; at another one than was seen nothing changes: {"result": "ok" | "conflict", "rules"}.
create function public.save_default_rules(p_rules jsonb, p_version integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare checked jsonb;
begin
  perform private.require_admin();
  checked := private.checked_rules(null, p_rules);
  -- Two who save at once wait for each other here.
  perform pg_advisory_xact_lock(hashtext('rollcall.status_rules'));
  if (public.default_rules() ->> 'version')::integer <> p_version then
    return jsonb_build_object('result', 'conflict', 'rules', public.default_rules());
  end if;
  perform private.save_setting('status_rules', jsonb_build_object('version', p_version + 1, 'rules', checked), 'save-default-rules');
  return jsonb_build_object('result', 'ok', 'rules', public.default_rules());
end $$;

revoke all on function public.default_rules(), public.save_default_rules(jsonb, integer) from public, anon, authenticated, service_role;
grant execute on function public.default_rules(), public.save_default_rules(jsonb, integer) to authenticated;
