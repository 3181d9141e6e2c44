-- For a backend without a change log: what the sweep must look at again, and what it needn't ask
-- about; what is gone may come back, and counts as unknown. src/data/backend/sweep/discover.ts.

-- {"held": the next p_limit sessions of ours after p_after (null: from the start), "unknown": those
-- of p_ids that we don't hold}.
create function public.sync_held_sessions(p_after text, p_limit integer, p_ids text[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'held', (
      select coalesce(jsonb_agg(h.session_id order by h.session_id), '[]') from (
        select e.session_id from public.session_evidence e
        where (p_after is null or e.session_id > p_after) and not e.gone
        order by e.session_id limit p_limit) h),
    'unknown', (
      select coalesce(jsonb_agg(distinct u.id), '[]') from unnest(p_ids) as u (id)
      where not exists (select from public.session_evidence e where e.session_id = u.id and not e.gone)))
$$;

revoke all on function public.sync_held_sessions(text, integer, text[]) from public, anon, authenticated, service_role;
grant execute on function public.sync_held_sessions(text, integer, text[]) to service_role;
