-- The start of a scheduled campaign. Its list was frozen when Launch was pressed, and is the most that is ever
-- sent to: who joined the audience since is told, not contacted; who left it is taken out; who opted out
-- or reached a limit is taken out by the claim. Changed content is not sent without a word: the campaign pauses.

-- Starts one campaign whose time has come: {"campaignId", "state", "joined", "left"}, or null when there is none
-- or all sending is paused. Call again until null; a late worker starts late, within hours and expiry.
create function public.start_campaign() returns jsonb
language plpgsql security definer set search_path = '' set jit = off set work_mem = '64MB' as $$
declare
  due public.campaigns;
  people uuid[];
  departed uuid[];
  joined integer;
  said text := '';
  changed boolean;
begin
  if private.sending_paused() is not null then return null; end if;
  select * into due from public.campaigns
  where state = 'scheduled' and (starts_at is null or starts_at <= now()) and (ends_at is null or ends_at > now())
  order by starts_at, id limit 1 for no key update skip locked;
  if due.id is null then return null; end if;

  drop table if exists pg_temp.present_audience;
  create temporary table present_audience on commit drop as
  select distinct a.person_id, a.reason from private.campaign_audience(due.id) a where a.person_id is not null;
  analyze pg_temp.present_audience;
  departed := (select array_agg(r.id) from public.campaign_candidates r
    where r.campaign_id = due.id and r.delivery_state = 'waiting'
      and not exists (select from pg_temp.present_audience a where a.person_id = r.person_id and a.reason is distinct from 'removed'));
  people := (select array_agg(person_id) from public.campaign_candidates where campaign_id = due.id and person_id is not null);
  joined := (select count(*) from pg_temp.present_audience a left join unnest(people) as known(id) on known.id = a.person_id
    where a.reason is null and known.id is null);
  perform private.lock_batches_of(departed);
  perform private.exclude_recipients(departed, 'removed');
  if joined > 0 then
    said := format('%s joined the audience after it was scheduled and will not be contacted. ', case joined when 1 then '1 person' else joined || ' people' end);
  end if;
  if departed is not null then
    said := said || format('%s left it and will not be contacted either.', case cardinality(departed) when 1 then '1 person' else cardinality(departed) || ' people' end);
  end if;
  changed := private.content_digest(due.id) is distinct from (select content_digest from public.launches where campaign_id = due.id);
  if changed then
    said := 'The job or the questions were changed after the campaign was scheduled. Resume to send what was scheduled, or make it a draft again to send what is so now. ' || said;
  end if;
  perform private.move_campaign(due.id, case when changed then 'paused' else 'running' end, null, 'start', trim(said));
  return jsonb_build_object('campaignId', due.id, 'state', case when changed then 'paused' else 'running' end,
    'joined', joined, 'left', coalesce(cardinality(departed), 0));
end $$;

revoke all on function public.start_campaign() from public, anon, authenticated, service_role;
grant execute on function public.start_campaign() to service_role;
