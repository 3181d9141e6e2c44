-- The switch for all sending. Claims look at it, so what is under way ends and nothing new begins.
create function public.set_sending_paused(p_actor uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.settings (key, value, updated_by) values ('sending', jsonb_build_object('pausedReason', coalesce(p_reason, '')), p_actor)
  on conflict (key) do update set value = public.settings.value || excluded.value, updated_by = p_actor, updated_at = now();
  perform private.audit(p_actor, case when p_reason is null then 'resume-sending' else 'pause-sending' end, 'service', 'sending', null,
    jsonb_strip_nulls(jsonb_build_object('reason', p_reason)));
end $$;
revoke all on function public.set_sending_paused(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.set_sending_paused(uuid, text) to service_role;
