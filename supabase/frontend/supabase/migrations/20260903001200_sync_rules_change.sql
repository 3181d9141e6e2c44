-- Changed rules: a campaign whose rules_version moved is derived anew, some recipients at a time, until
-- its registers stand at the new version. Each tick does a part; the bridge's slices may do more.

alter table public.campaigns
  add column derived_version integer not null default 1, -- the rules its recipients' statuses follow
  add column derived_after uuid; -- how far the change to a new version got
create index campaigns_to_derive on public.campaigns (id) where rules_version <> derived_version;

-- The next recipients of a campaign who have, or had, evidence, in the order of their ids.
create function private.derivable_recipients(p_campaign uuid, p_after uuid, p_limit integer) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array(
    select r.id from public.campaign_candidates r
    where r.campaign_id = p_campaign and (p_after is null or r.id > p_after)
      and (r.status_trace is not null or exists (select from public.session_evidence e where e.recipient_id = r.id))
    order by r.id limit p_limit)
$$;

-- Derives at most p_limit recipients: {"statuses", "cards", "next": null at the end}. Halving finds one who can't be
-- derived: they are told about and passed over, so that they stop neither the others nor the ticks.
create function private.rederive_part(p_campaign public.campaigns, p_limit integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  part constant uuid[] := private.derivable_recipients(p_campaign.id, p_campaign.derived_after, p_limit);
  reason text;
begin
  return private.rederive_recipients(part) || jsonb_build_object('next', case when cardinality(part) = p_limit then part[p_limit] end);
exception when data_exception or integrity_constraint_violation or program_limit_exceeded then
  get stacked diagnostics reason = returned_sqlstate;
  if cardinality(part) > 1 then return private.rederive_part(p_campaign, cardinality(part) / 2); end if;
  insert into public.sync_issues (kind, item, office_id, summary, details)
  values ('poison', 'rules ' || p_campaign.id, p_campaign.office_id,
    'Some recipients could not follow the changed rules of their campaign. Save the rules again to repeat it.',
    jsonb_build_object('campaignId', p_campaign.id, 'sqlstate', reason))
  on conflict (kind, coalesce(session_id, ''), item) do update set state = 'open', details = excluded.details, last_seen_at = now();
  return jsonb_build_object('statuses', 0, 'cards', 0, 'next', part[1]);
end $$;

-- Does one part of one campaign: {"campaignId", "next", "statuses", "cards"}, or null when nothing is left to do.
create function public.sync_rederive(p_limit integer default 1000) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  g public.campaigns;
  answer jsonb;
begin
  select * into g from public.campaigns where rules_version <> derived_version order by id limit 1 for update skip locked;
  if g.id is null then return null; end if;
  answer := private.rederive_part(g, p_limit);
  update public.campaigns set derived_after = (answer ->> 'next')::uuid,
    derived_version = case when answer ->> 'next' is null then g.rules_version else derived_version end
  where id = g.id;
  return answer || jsonb_build_object('campaignId', g.id);
end $$;

revoke all on function private.derivable_recipients(uuid, uuid, integer), private.rederive_part(public.campaigns, integer),
  public.sync_rederive(integer) from public, anon, authenticated, service_role;
grant execute on function public.sync_rederive(integer) to service_role;
