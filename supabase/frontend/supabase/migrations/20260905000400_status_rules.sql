-- Rules from objectives to statuses, edited by people after the launch. What they would change is worked out on the real
-- registers by the functions that will do it, and taken back; saved rules are a new version, which the ticks carry out.

-- Checks rules and gives them the form they are kept in: [{"position", "objectiveKey", "status", "rank", "isRefusal"}]. The rank follows
-- from the status: src/domain/status/column-rank.ts made those that the campaign's rules have, the standard ones are fixed.
create function private.checked_rules(p_campaign uuid, p_rules jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  rule record;
  checked jsonb := '[]';
  known jsonb := '{"contacted": 1, "interested": 2, "interview": 3, "hired": 4, "started-work": 5, "rejected": 1}';
begin
  if jsonb_typeof(p_rules) is distinct from 'array' or jsonb_array_length(p_rules) not between 1 and 100 then
    perform private.fail('invalid', 'rules_count', 'A campaign has between 1 and 100 rules.', 'Add a rule, or take some out.');
  end if;
  for rule in
    select nth, x ->> 'objectiveKey' as key, x ->> 'status' as status, coalesce((x ->> 'isRefusal')::boolean, false) as is_refusal,
      case when jsonb_typeof(x -> 'rank') = 'number' then (x ->> 'rank')::double precision end as rank
    from jsonb_array_elements(p_rules) with ordinality as r(x, nth) order by nth
  loop
    if coalesce(rule.key, '') !~ '^[a-z0-9_]{1,120}$' then
      perform private.fail('invalid', 'bad_objective', format('Rule %s names no objective.', rule.nth), 'Choose one of the campaign''s objectives.');
    end if;
    if exists (select from jsonb_array_elements(checked) c where c ->> 'objectiveKey' = rule.key) then
      perform private.fail('invalid', 'objective_twice', format('The objective "%s" has two rules.', rule.key), 'Keep one of them.');
    end if;
    if not known ? coalesce(rule.status, '') and not exists (
        select from public.campaigns g join public.kanban_columns k on k.job_id = g.job_id and k.key = rule.status where g.id = p_campaign)
       or rule.status = 'not-contacted' then
      perform private.fail('invalid', 'bad_status', format('Rule %s names no status of this board.', rule.nth), 'Choose one of the board''s columns.');
    end if;
    if not known ? rule.status and coalesce(rule.rank not between 0 and 6, true) then
      perform private.fail('invalid', 'bad_rank', format('Rule %s has no place among the statuses.', rule.nth), 'Reload the page and try again.');
    end if;
    checked := checked || jsonb_build_object('position', rule.nth, 'objectiveKey', rule.key, 'status', rule.status,
      'rank', coalesce((known ->> rule.status)::double precision, rule.rank), 'isRefusal', rule.is_refusal or rule.status = 'rejected');
  end loop;
  return checked;
end $$;

-- Writes rules as the campaign's next version.
create function private.add_rules_version(p_campaign uuid, p_rules jsonb) returns integer
language plpgsql security definer set search_path = '' as $$
declare made integer;
begin
  -- Launched campaigns without rules of their own follow the default ones, as version 1.
  update public.campaigns set rules_version = 1 + greatest(rules_version, coalesce(
    (select max(s.rules_version) from public.status_rules s where s.campaign_id = p_campaign), 0)), derived_after = null
  where id = p_campaign returning rules_version into made;
  perform private.write_status_rules(p_campaign, p_rules);
  return made;
end $$;

-- The campaign's rules now: {"version", "isDefault", "rules", "derived"}; derived is false while the ticks still carry a change out.
create function public.status_rules_of(p_campaign uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_visible_campaign(p_campaign);
  return (
    with own as (select s.* from public.campaigns g join public.status_rules s on s.campaign_id = g.id and s.rules_version = g.rules_version where g.id = p_campaign),
    -- What a draft would be launched with.
    agency as (select x.* from public.campaigns g join public.settings s on s.key = 'status_rules' and g.launched_at is null
      cross join jsonb_to_recordset(s.value -> 'rules') as x("position" integer, "objectiveKey" text, status text, rank double precision, "isRefusal" boolean)
      where g.id = p_campaign)
    select jsonb_build_object('version', g.rules_version, 'derived', g.rules_version = g.derived_version, 'isDefault', not exists (select from own),
      'rules', (select jsonb_agg(jsonb_build_object('position', r.position, 'objectiveKey', r.objective_key, 'status', r.status, 'rank', r.rank,
        'isRefusal', r.is_refusal) order by r.position)
        from (select o.position, o.objective_key, o.status, o.rank, o.is_refusal from own o
          union all select a.position, a."objectiveKey", a.status, a.rank, a."isRefusal" from agency a where not exists (select from own)
          union all select d.position, d.objective_key, d.status, d.rank, d.is_refusal from private.default_status_rules() d
            where not exists (select from own) and not exists (select from agency)) r))
    from public.campaigns g where g.id = p_campaign);
end $$;

-- What these rules would change, on the registers as they are; nothing is kept of it: {"looked", "more", "recipients": [{"from", "to",
-- "count", "examples": [{"recipientId", "name"}]}], "cards": {"moved", "suggested"}}. Looks at up to 2,000 recipients with evidence.
create function public.preview_status_rules(p_campaign uuid, p_rules jsonb) returns jsonb
language plpgsql security definer set search_path = '' set jit = off set client_min_messages = warning as $$
declare
  checked jsonb;
  chunk uuid[];
  answer jsonb;
begin
  perform private.require_office((select office_id from public.campaigns where id = p_campaign));
  checked := private.checked_rules(p_campaign, p_rules);
  -- Not beside an apply: what both would lock, in the order that holds everywhere.
  perform from public.sync_cursors where id = 'backend' for update;
  select array_agg(id order by id) into chunk from (
    select r.id from public.campaign_candidates r where r.campaign_id = p_campaign
      and (r.status_trace is not null or exists (select from public.session_evidence e where e.recipient_id = r.id))
    order by r.id limit 2001) s;
  begin
    create temporary table before_rules on commit drop as
    select r.id, r.status, c.id as card_id, c.status as card_status, c.suggested_status
    from public.campaign_candidates r left join public.candidates c on c.id = r.candidate_id where r.id = any (chunk[1:2000]);
    perform private.add_rules_version(p_campaign, checked);
    perform private.rederive_recipients(chunk[1:2000]);
    with changed as (
      select b.status as was, r.status as now, r.id, trim(r.forename || ' ' || r.surname) as name,
        row_number() over (partition by b.status, r.status order by r.id) as nth
      from pg_temp.before_rules b join public.campaign_candidates r using (id) where b.status <> r.status),
    kinds as (select was, now, count(*) as n,
        jsonb_agg(jsonb_build_object('recipientId', id, 'name', name) order by nth) filter (where nth <= 5) as examples from changed group by was, now)
    select jsonb_build_object('looked', least(coalesce(cardinality(chunk), 0), 2000), 'more', coalesce(cardinality(chunk), 0) > 2000,
      'recipients', (select coalesce(jsonb_agg(jsonb_build_object('from', was, 'to', now, 'count', n, 'examples', examples) order by n desc, was, now), '[]') from kinds),
      'cards', (select jsonb_build_object('moved', count(distinct c.id) filter (where c.status is distinct from b.card_status),
          'suggested', count(distinct c.id) filter (where c.suggested_status is not null and c.suggested_status is distinct from b.suggested_status))
        from pg_temp.before_rules b join public.campaign_candidates r using (id) join public.candidates c on c.id = r.candidate_id))
    into answer;
    raise exception using errcode = 'RC001', message = answer::text;
  exception when sqlstate 'RC001' then
    -- Everything since begin is undone but what the variable says.
    null;
  end;
  return answer;
end $$;

-- Saves rules as a new version, which the next ticks carry out. p_version is the one that was seen; at another one nothing
-- changes: {"result": "ok" | "conflict", "rules": as status_rules_of says}.
create function public.save_status_rules(p_campaign uuid, p_rules jsonb, p_version integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  campaign public.campaigns;
  made integer;
begin
  perform private.require_office((select office_id from public.campaigns where id = p_campaign));
  select * into campaign from public.campaigns where id = p_campaign for no key update;
  if campaign.rules_version <> p_version then
    return jsonb_build_object('result', 'conflict', 'rules', public.status_rules_of(p_campaign));
  end if;
  made := private.add_rules_version(p_campaign, private.checked_rules(p_campaign, p_rules));
  perform private.audit(auth.uid(), 'save-status-rules', 'campaign', p_campaign::text, campaign.office_id,
    jsonb_build_object('from', p_version, 'to', made, 'rules', jsonb_array_length(p_rules)));
  return jsonb_build_object('result', 'ok', 'rules', public.status_rules_of(p_campaign));
end $$;

revoke all on function private.checked_rules(uuid, jsonb), private.add_rules_version(uuid, jsonb), public.status_rules_of(uuid),
  public.preview_status_rules(uuid, jsonb), public.save_status_rules(uuid, jsonb, integer) from public, anon, authenticated, service_role;
grant execute on function public.status_rules_of(uuid), public.preview_status_rules(uuid, jsonb), public.save_status_rules(uuid, jsonb, integer) to authenticated;
