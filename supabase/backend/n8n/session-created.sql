-- What the webhook session-created does with a launch: one statement whose one parameter is the
-- body of the request, set-based and idempotent. Known sessions stay as they are, so the
-- same batch may come any number of times. Answers {accepted, known}: every task that named a
-- session, and how many of these sessions were there already.
with body as (
  select $1::text::jsonb as item
), task as (
  select distinct on (t.item ->> 'session')
    t.item ->> 'session' as session_id, t.item ->> 'phone_number' as phone_number
  from body, jsonb_array_elements(body.item -> 'tasks') as t (item)
  where t.item ->> 'session' <> ''
), campaign as (
  insert into public.campaign_info (campaign, job_info, objectives_template, start)
  select item ->> 'campaign', item ->> 'job_description', item -> 'objectives', now()
  from body where item ->> 'campaign' <> ''
  on conflict (campaign) do nothing
), session as (
  insert into public.session_info
    (session_id, created_at, updated_at, last_action, action_status, session_status, campaign, objectives)
  select session_id, now(), now(), 'session_created', 'done', 'active', item ->> 'campaign', item -> 'objectives'
  from task, body where item ->> 'campaign' <> ''
  on conflict (session_id) do nothing
  returning session_id, campaign
), number as (
  -- Only who made the session adds its rows here: these tables have no keys of their own.
  insert into public.numbers (session_id, phone_number)
  select session_id, phone_number from session join task using (session_id)
), membership as (
  insert into public.campaigns (session_id, campaign)
  select session_id, campaign from session
)
select
  count(*)::int as accepted,
  (count(distinct t.item ->> 'session') - (select count(*) from session))::int as known
from body, jsonb_array_elements(body.item -> 'tasks') as t (item)
where t.item ->> 'session' <> '' and body.item ->> 'campaign' <> ''
