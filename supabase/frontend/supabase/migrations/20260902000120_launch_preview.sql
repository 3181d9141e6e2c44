-- What a launch would do, and what stands in its way. The preview's hash names exactly this audience
-- and this content, so that a launch contacts who was looked at with the words that were looked at.

-- What the payload and the rules of a launch are made from (src/launch). `rules` are the campaign's own, else the agency's, if there are any.
create function private.launch_source(p_campaign uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('campaignId', c.id, 'slug', c.slug, 'uid', c.uid, 'channels', to_jsonb(c.channels),
    'job', jsonb_build_object('title', j.title, 'company', j.company, 'location', j.location, 'employmentType', j.employment_type,
      'salaryRange', j.salary_range, 'openPositions', j.open_positions, 'description', j.description),
    'targets', coalesce((select jsonb_agg(jsonb_build_object('objectiveKey', t.objective_key, 'name', t.name,
        'goalType', t.goal_type, 'description', t.description, 'columnKey', k.key) order by t.position, t.id)
      from public.campaign_targets t left join public.kanban_columns k on t.kind = 'column' and k.id = t.column_id and k.job_id = c.job_id
      where t.campaign_id = c.id), '[]'),
    'matrices', coalesce((select jsonb_agg(jsonb_build_object('objectiveKey', m.objective_key, 'name', m.name,
        'whatsappMessage', m.whatsapp_message, 'callScript', m.call_script) order by m.position, m.id)
      from public.campaign_matrices m where m.campaign_id = c.id), '[]'),
    'columns', (select jsonb_agg(jsonb_build_object('key', k.key, 'position', k.position) order by k.position)
      from public.kanban_columns k where k.job_id = c.job_id),
    'rules', coalesce((select jsonb_agg(jsonb_build_object('position', r.position, 'objectiveKey', r.objective_key, 'status', r.status,
        'rank', r.rank, 'isRefusal', r.is_refusal) order by r.position)
      from public.status_rules r where r.campaign_id = c.id and r.rules_version = c.rules_version),
      (select s.value -> 'rules' from public.settings s where s.key = 'status_rules'), '[]'))
  from public.campaigns c join public.jobs j on j.id = c.job_id where c.id = p_campaign
$$;

-- Names what the payload is made from; the rules are the campaign's own from its launch on.
create function private.content_digest(p_campaign uuid) returns text
language sql stable security definer set search_path = '' as $$
  select md5((private.launch_source(p_campaign) - 'rules')::text)
$$;

create function private.plain_words(p_text text) returns text
language sql immutable set search_path = '' as $$
  select lower(trim(regexp_replace(p_text, '\s+', ' ', 'g')))
$$;

-- What must be put right before the launch: [{"code", "message", "hint"}].
create function private.launch_problems(p_campaign uuid, p_planned bigint, p_ready bigint) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('code', x.code, 'message', x.message, 'hint', x.hint) order by x.nth), '[]')
  from public.campaigns c
  cross join lateral (select c.ai_disclosure_waived_by is null as asked, private.plain_words(c.ai_disclosure) as line) d
  cross join lateral (values
    (1, p_planned = 0, 'empty_audience', 'Nobody is in the audience.', 'Pick a pool, a column of a board, or people.'),
    (2, p_planned > 0 and p_ready = 0, 'nobody_ready', 'Nobody in the audience can be contacted.', 'Look at the reasons below, then change the audience.'),
    (3, not exists (select from public.campaign_targets t where t.campaign_id = c.id), 'no_target',
      'There is nothing to find out.', 'Add at least one target.'),
    (4, not c.channels && '{whatsapp,call}'::text[], 'no_channel', 'No channel is chosen that the agents use.', 'Choose WhatsApp, calls, or both.'),
    (5, trim(c.purpose) = '', 'no_purpose', 'The purpose of contacting these people is missing.', 'Write down what they are contacted for.'),
    (6, c.consent_basis = '', 'no_consent_basis', 'The ground for contacting these people is missing.', 'Choose consent, legitimate interest or contract.'),
    (7, d.asked and d.line = '', 'no_ai_disclosure', 'The sentence that says an AI is writing or calling is missing.',
      'Write it and put it into the first message, or have an admin record why it is not needed.'),
    (8, d.asked and d.line <> '' and 'whatsapp' = any (c.channels) and position(d.line in private.plain_words(c.first_message_chat)) = 0,
      'ai_disclosure_not_in_chat', 'The first WhatsApp message does not say that an AI is writing.', 'Put the disclosure sentence into it, word for word.'),
    (9, d.asked and d.line <> '' and 'call' = any (c.channels) and position(d.line in private.plain_words(c.first_message_call)) = 0,
      'ai_disclosure_not_in_call', 'The opening of the call does not say that an AI is calling.', 'Put the disclosure sentence into it, word for word.'),
    (10, c.ends_at <= coalesce(c.starts_at, now()) or c.ends_at <= now(), 'window_over', 'The campaign would end before it starts.', 'Choose a later end.'),
    (11, private.misses_segment(private.audience_ids(c.audience, 'segmentIds'), c.office_id), 'segment_gone',
      'A segment of the audience is not there any more.', 'Take it out of the audience, or choose another.')
  ) as x(nth, applies, code, message, hint)
  where c.id = p_campaign and x.applies
$$;

-- Where a campaign's audience has its people from, each person at the first of the chosen parts:
-- [{"source", "name", "planned", "ready"}], from the same without names. A segment is named by who may see it.
create function private.sources_of(p_campaign uuid, p_counted jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  with chosen as (
    select s.* from public.campaigns c cross join lateral (
      select 1 as rank, jsonb_build_object('kind', 'column', 'jobId', x ->> 'jobId', 'key', x ->> 'key') as source
      from jsonb_array_elements(case when jsonb_typeof(c.audience -> 'columns') = 'array' then c.audience -> 'columns' else '[]' end) x
      union select 2, jsonb_build_object('kind', 'dataset', 'id', id) from unnest(private.audience_ids(c.audience, 'datasetIds')) id
      union select 3, '{"kind": "person"}' from unnest(private.audience_ids(c.audience, 'personIds'))
      union select 4, jsonb_build_object('kind', 'segment', 'id', id) from unnest(private.audience_ids(c.audience, 'segmentIds')) id) s
    where c.id = p_campaign),
  counted as (select * from jsonb_to_recordset(p_counted) as n(source jsonb, planned bigint, ready bigint))
  select coalesce(jsonb_agg(jsonb_build_object('source', s.source, 'planned', coalesce(n.planned, 0), 'ready', coalesce(n.ready, 0), 'name', coalesce(
      (select d.name from public.datasets d where d.id::text = s.source ->> 'id' and s.source ->> 'kind' = 'dataset'),
      (select concat_ws(' · ', j.title, k.name) from public.jobs j left join public.kanban_columns k on k.job_id = j.id and k.key = s.source ->> 'key'
       where j.id::text = s.source ->> 'jobId'), '')) order by s.rank, s.source), '[]')
  from chosen s left join counted n using (source)
$$;

-- The preview of these rows: planned = ready + the sum of `excluded`. The hash carries the counts, so
-- that a launch with an outdated one can be told what has changed.
create function private.preview_of(p_campaign uuid, p_rows private.audience_row[]) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off set work_mem = '64MB' as $$
declare
  planned bigint := coalesce(cardinality(p_rows), 0);
  ready bigint := (select count(*) from unnest(p_rows) r where r.reason is null);
  excluded jsonb := (select coalesce(jsonb_object_agg(s.reason, s.n), '{}')
    from (select reason, count(*) as n from unnest(p_rows) r where reason is not null group by reason) s);
  digest text := (select md5(coalesce(string_agg(concat_ws('|', r.row_key, r.phone_e164, r.reason), ',' order by r.place), '') || private.launch_source(p_campaign))
    from unnest(p_rows) r);
begin
  return jsonb_build_object('planned', planned, 'ready', ready, 'excluded', excluded,
    'hash', digest || (select coalesce(string_agg(';' || key || '=' || value, '' order by key), '')
      from jsonb_each_text(jsonb_build_object('planned', planned, 'ready', ready) || excluded)),
    'excludedPeople', (select coalesce(jsonb_agg(jsonb_build_object('personId', r.person_id, 'name', r.name,
        'phone', coalesce(r.phone_e164, nullif(r.phone_given, '')), 'reason', r.reason) order by r.place), '[]')
      from (select * from unnest(p_rows) a where a.reason is not null order by a.place limit 200) r),
    'sources', private.sources_of(p_campaign, (select coalesce(jsonb_agg(n), '[]') from (
      select r.source, count(*) as planned, count(*) filter (where r.reason is null) as ready from unnest(p_rows) r group by r.source) n)),
    'sampleTasks', (select coalesce(jsonb_agg(private.task_of(c.slug, c.uid, r.phone_e164) order by r.place), '[]')
      from public.campaigns c, (select * from unnest(p_rows) a where a.reason is null order by a.place limit 3) r where c.id = p_campaign),
    'problems', private.launch_problems(p_campaign, planned, ready));
end $$;

-- The id of a recipient's session (src/domain/campaign/session-id.ts); it never changes.
create function private.session_id_of(p_slug text, p_uid text, p_phone text) returns text
language sql immutable
return replace(p_slug, '-', '') || '_' || p_uid || '_' || substr(p_phone, 2);

create function private.task_of(p_slug text, p_uid text, p_phone text) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('session', private.session_id_of(p_slug, p_uid, p_phone), 'phone_number', p_phone)
$$;

-- What changed since the preview with this hash: {"ready": {"seen": 10, "now": 9}, ...}; an empty object
-- when the counts are the same but not the people or the content.
create function private.preview_difference(p_hash text, p_present jsonb) returns jsonb
language sql stable set search_path = '' as $$
  with seen as (
    select split_part(part, '=', 1) as key, split_part(part, '=', 2)::integer as n
    from unnest(string_to_array(p_hash, ';')) as part where part ~ '^[a-z_]+=[0-9]{1,9}$'),
  present as (select key, value::integer as n from jsonb_each_text(p_present -> 'excluded' || jsonb_build_object('planned', p_present -> 'planned', 'ready', p_present -> 'ready')))
  select coalesce(jsonb_object_agg(key, jsonb_build_object('seen', coalesce(s.n, 0), 'now', coalesce(p.n, 0))), '{}')
  from seen s full join present p using (key) where coalesce(s.n, 0) <> coalesce(p.n, 0)
$$;

-- Fails unless the asker may look at the campaign.
create function private.require_visible_campaign(p_campaign uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (select from public.campaigns c where c.id = p_campaign and c.office_id = any (private.my_offices())) then
    perform private.fail('not_found', 'campaign_not_found', 'This campaign is not there, or not yours to see.', 'Ask an admin whether you belong to its office.');
  end if;
end $$;

create function public.preview_campaign(p_campaign uuid) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off set work_mem = '64MB' as $$
begin
  perform private.require_visible_campaign(p_campaign);
  return private.preview_of(p_campaign, (select array_agg(a) from private.campaign_audience(p_campaign) a));
end $$;

-- What the payload is made from, with a digest that the launch hands back.
create function public.campaign_source(p_campaign uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select source || jsonb_build_object('digest', md5(source::text)) from private.launch_source(p_campaign) as source
$$;

revoke all on function private.launch_source(uuid), private.content_digest(uuid), private.plain_words(text), private.launch_problems(uuid, bigint, bigint),
  private.sources_of(uuid, jsonb), private.preview_of(uuid, private.audience_row[]), private.session_id_of(text, text, text), private.task_of(text, text, text),
  private.preview_difference(text, jsonb), private.require_visible_campaign(uuid),
  public.preview_campaign(uuid), public.campaign_source(uuid) from public, anon, authenticated, service_role;
grant execute on function public.preview_campaign(uuid) to authenticated;
grant execute on function public.campaign_source(uuid) to service_role;
