-- Whom a session concerns, in this order; the first step that finds anybody decides:
-- a person's word, the session id in the ledger, E.164 inside the campaigns it names, national
-- variants there, an id that parses to exactly one campaign. Two found in one step are ambiguous,
-- and nothing ambiguous is guessed. Excluded recipients are never found by phone, only by the very id.

-- The campaigns of ours that each of p_named means: exact key first; a base name, or an id without
-- uid, is certain only where exactly one launched campaign has it. A key whose uid we don't know is
-- somebody else's campaign.
create function private.named_campaigns(p_named jsonb) returns table (name text, campaign_id uuid, certain boolean)
language sql stable security definer set search_path = '' as $$
  with named as (
    select distinct n.name, n.compact, n.uid from jsonb_to_recordset(p_named) as n(name text, compact text, uid text)
  ), known as (
    select n.name, c.id, c.campaign_key = n.name or (n.uid is not null and c.uid = n.uid) as exact
    from named n join public.campaigns c on replace(c.slug, '-', '') = n.compact and c.state <> 'draft'
    where n.uid is null or c.uid = n.uid
  )
  select k.name, k.id, k.exact or count(*) over (partition by k.name) = 1
  from known k
  where k.exact or not exists (select from known x where x.name = k.name and x.exact)
$$;

-- Adds to pg_temp.page_match the recipients of the page's unmatched sessions that stand in a
-- campaign of pg_temp.page_campaign under one of the numbers of p_numbers.
create function private.find_by_phone(p_step text, p_numbers text, p_certain boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into pg_temp.page_match
  select s.session, p_step, r.id
  from pg_temp.page_session s join pg_temp.page_campaign c using (session)
  join public.campaign_candidates r on r.campaign_id = c.campaign_id and r.delivery_state <> 'excluded'
    and r.phone_e164 = any (case p_numbers when 'phones' then s.phones when 'variants' then s.variants else s.phones || s.variants end)
  where s.matched_by is null and c.certain = p_certain and (p_step = 'parsed') = c.parsed;
  perform private.settle_matches(p_certain);
end $$;

-- Gives each session of pg_temp.page_match its one recipient, or calls it ambiguous and lists them.
create function private.settle_matches(p_certain boolean) returns void
language plpgsql security definer set search_path = '' set client_min_messages = warning as $$
begin
  drop table if exists pg_temp.page_settled;
  create temporary table page_settled on commit drop as
  select session, min(step) as step, array_agg(distinct recipient_id) as recipients from pg_temp.page_match group by session;
  insert into pg_temp.page_issue (session, kind, item, summary, details)
  select session, 'ambiguous', '', 'This conversation could belong to more than one recipient. Choose the right one.',
    jsonb_build_object('recipientIds', recipients)
  from pg_temp.page_settled where cardinality(recipients) > 1 or not p_certain;
  update pg_temp.page_session s
  set matched_by = case when p_certain and cardinality(m.recipients) = 1 then m.step else 'ambiguous' end,
    recipient_id = case when p_certain and cardinality(m.recipients) = 1 then m.recipients[1] end
  from pg_temp.page_settled m where m.session = s.session;
  delete from pg_temp.page_match;
end $$;

-- A session under the very id that a launch gives who was left out by it: an earlier launch, which a restored database has
-- forgotten, did not leave them out. They get their session back.
create function private.find_left_out() returns void
language plpgsql security definer set search_path = '' as $$
begin
  with found as (
    select distinct on (s.session) s.session, r.id
    from pg_temp.page_session s join pg_temp.page_campaign p using (session)
    join public.campaigns c on c.id = p.campaign_id
    join public.campaign_candidates r on r.campaign_id = c.id and r.phone_e164 = any (s.phones)
    where s.matched_by is null and not s.gone and r.delivery_state = 'excluded' and r.session_id is null
      and private.session_id_of(c.slug, c.uid, r.phone_e164) = s.session
    order by s.session, r.exclusion_reason = 'duplicate_number', r.id),
  named as (
    update public.campaign_candidates r set session_id = f.session, updated_at = now()
    from found f where r.id = f.id returning r.id, r.session_id)
  update pg_temp.page_session s set recipient_id = n.id, matched_by = 'session' from named n where s.session = n.session_id;
end $$;

-- Fills recipient_id, office_id and matched_by of pg_temp.page_session.
create function private.match_page() returns void
language plpgsql security definer set search_path = '' set client_min_messages = warning as $$
begin
  update pg_temp.page_session s set was_recipient_id = e.recipient_id, was_opt_chat_id = e.opt_chat_id, was_phones = e.phones
  from public.session_evidence e where e.session_id = s.session;
  update pg_temp.page_session s set recipient_id = l.recipient_id, matched_by = 'person'
  from public.session_links l where l.session_id = s.session;
  update pg_temp.page_session s set recipient_id = r.id, office_id = r.office_id, matched_by = 'session'
  from public.campaign_candidates r where s.matched_by is null and r.session_id = s.session;

  if exists (select from pg_temp.page_session where matched_by is null) then
    drop table if exists pg_temp.page_match, pg_temp.page_campaign;
    create temporary table page_match on commit drop as
    select s.session, 'session' as step, r.id as recipient_id
    from pg_temp.page_session s cross join lateral unnest(s.aliases) as a(name)
    join public.campaign_candidates r on r.session_id = a.name
    where s.matched_by is null;
    perform private.settle_matches(true);

    create temporary table page_campaign on commit drop as
    with named as (
      select s.session, n.name, n.compact, n.uid, false as parsed
      from pg_temp.page_session s cross join lateral jsonb_to_recordset(s.campaigns) as n(name text, compact text, uid text)
      where s.matched_by is null
      union
      select s.session, 'id ' || (p.compact || coalesce('_' || p.uid, '')), p.compact, p.uid, true
      from pg_temp.page_session s cross join lateral jsonb_to_record(s.parsed) as p(compact text, uid text)
      where s.matched_by is null and p.compact is not null
    )
    select distinct n.session, n.parsed, k.campaign_id, k.certain
    from named n
    join private.named_campaigns((
      select jsonb_agg(distinct jsonb_build_object('name', u.name, 'compact', u.compact, 'uid', u.uid)) from named u)) k using (name);
    perform private.find_by_phone('phone', 'phones', true);
    perform private.find_by_phone('variant', 'variants', true);
    perform private.find_by_phone('parsed', 'both', true);
    perform private.find_left_out();
    -- What a base name leaves open is shown to a person with the recipients it could be.
    perform private.find_by_phone('phone', 'both', false);
    perform private.find_by_phone('parsed', 'both', false);
  end if;

  update pg_temp.page_session set matched_by = 'unmatched' where matched_by is null;
  update pg_temp.page_session s set office_id = r.office_id
  from public.campaign_candidates r where r.id = s.recipient_id and s.office_id is null;
end $$;

revoke all on function private.named_campaigns(jsonb), private.find_by_phone(text, text, boolean), private.find_left_out(),
  private.settle_matches(boolean), private.match_page() from public, anon, authenticated, service_role;
