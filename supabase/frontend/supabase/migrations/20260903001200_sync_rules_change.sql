-- Changed rules: a campaign whose rules_version moved is derived anew, some recipients at a time, until
-- its registers stand at the new version. Each tick does a part; the bridge's slices may do more.

alter table public.campaigns
  add column derived_version integer not null default 1, -- the rules its recipients' statuses follow
  add column derived_after uuid; -- how far the change to a new version got
create index campaigns_to_derive on public.campaigns (id) where rules_version <> derived_version;

-- Does one part: {"campaignId", "next", "statuses", "cards"}, or null when nothing is left to do. A part
-- that can't be derived is told about and passed over, so that it never stops the ticks.
create function public.sync_rederive(p_limit integer default 1000) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  g public.campaigns;
  answer jsonb;
  reason text;
begin
  select * into g from public.campaigns where rules_version <> derived_version order by id limit 1 for update skip locked;
  if g.id is null then return null; end if;
  begin
    answer := private.rederive_campaign(g.id, g.derived_after, p_limit);
  exception when data_exception or integrity_constraint_violation or program_limit_exceeded then
    get stacked diagnostics reason = returned_sqlstate;
    insert into public.sync_issues (kind, item, office_id, summary, details)
    values ('poison', 'rules ' || g.id, g.office_id, 'Some recipients could not follow the changed rules of their campaign. Save the rules again to repeat it.',
      jsonb_build_object('campaignId', g.id, 'sqlstate', reason))
    on conflict (kind, coalesce(session_id, ''), item) do update set state = 'open', details = excluded.details, last_seen_at = now();
    answer := '{"statuses": 0, "cards": 0, "next": null}';
  end;
  update public.campaigns set derived_after = (answer ->> 'next')::uuid,
    derived_version = case when answer ->> 'next' is null then g.rules_version else derived_version end
  where id = g.id;
  return answer || jsonb_build_object('campaignId', g.id);
end $$;

revoke all on function public.sync_rederive(integer) from public, anon, authenticated, service_role;
grant execute on function public.sync_rederive(integer) to service_role;
