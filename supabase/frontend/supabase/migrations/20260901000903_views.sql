-- Views for reading, security_invoker: the asker's policies apply. Counts are derived, never kept by hand.

-- A recipient with what happened in its conversation.
create view public.campaign_candidates_with_stats with (security_invoker = true) as
select r.*,
  trim(r.forename || ' ' || r.surname) as full_name,
  coalesce(m.message_count, 0) as message_count,
  coalesce(m.inbound_count, 0) as inbound_count,
  m.last_message, m.last_direction, m.last_message_at, m.last_inbound_at,
  coalesce(k.call_count, 0) as call_count,
  coalesce(k.answered_calls, 0) as answered_calls
from public.campaign_candidates r
left join lateral (
  select count(*) as message_count, count(*) filter (where direction = 'inbound') as inbound_count,
    (array_agg(body order by chat_id desc nulls last, created_at desc))[1] as last_message,
    (array_agg(direction order by chat_id desc nulls last, created_at desc))[1] as last_direction,
    max(sent_at) as last_message_at, max(sent_at) filter (where direction = 'inbound') as last_inbound_at
  from public.whatsapp_messages where campaign_candidate_id = r.id and not hidden
) m on true
left join lateral (
  select count(*) as call_count, count(*) filter (where disposition = 'conversation') as answered_calls
  from public.call_records where campaign_candidate_id = r.id
) k on true;

-- A card with its column, its latest words and the recipient that decides.
create view public.candidates_with_columns with (security_invoker = true) as
select c.*,
  k.id as column_id, k.name as column_name, k.colour as column_colour, k.position as column_position, k.is_post_hire,
  p.full_name as assigned_name,
  e.phone_e164, e.phone_valid,
  s.campaign_id, s.last_message, s.last_direction, s.last_message_at, s.message_count, s.call_count,
  s.interested, s.available_to_work, s.status_trace
from public.candidates c
join public.kanban_columns k on k.job_id = c.job_id and k.key = c.status
left join public.profiles p on p.id = c.assigned_to
left join public.people e on e.id = c.person_id
left join public.campaign_candidates_with_stats s on s.id = c.deciding_recipient_id;

-- A campaign's numbers from one snapshot:
-- planned = sent + held + excluded + failed + waiting, and sent = confirmed + unconfirmed.
create view public.campaign_summary_stats with (security_invoker = true) as
select c.id as campaign_id, c.office_id, c.job_id, c.name, c.state, c.state_reason, c.channels, c.starts_at, c.ends_at, c.launched_at, c.created_at,
  n.planned, n.confirmed + n.unconfirmed as sent, n.confirmed, n.unconfirmed, n.held, n.excluded, n.failed, n.waiting,
  n.contacted, n.interested, n.interview, n.hired, n.rejected, n.other_statuses, n.last_contact_at,
  -- As a funnel counts them: whoever got further was interested, too.
  n.interested + n.interview + n.hired as interested_or_further
from public.campaigns c
cross join lateral (
  select count(*) as planned,
    count(*) filter (where delivery_state = 'confirmed') as confirmed,
    count(*) filter (where delivery_state = 'unconfirmed') as unconfirmed,
    count(*) filter (where delivery_state = 'held') as held,
    count(*) filter (where delivery_state = 'excluded') as excluded,
    count(*) filter (where delivery_state = 'failed') as failed,
    count(*) filter (where delivery_state in ('waiting', 'sending')) as waiting,
    count(*) filter (where status = 'contacted') as contacted,
    count(*) filter (where status = 'interested') as interested,
    count(*) filter (where status = 'interview') as interview,
    count(*) filter (where status in ('hired', 'started-work')) as hired,
    count(*) filter (where status = 'rejected') as rejected,
    count(*) filter (where status not in ('not-contacted', 'contacted', 'interested', 'interview', 'hired', 'started-work', 'rejected')) as other_statuses,
    max(r.last_contact_at) as last_contact_at
  from public.campaign_candidates r where r.campaign_id = c.id
) n;

-- A job with its board's counts.
create view public.jobs_with_counts with (security_invoker = true) as
select j.*, n.candidates, n.hired, n.suggestions, g.campaigns, g.running_campaigns
from public.jobs j
cross join lateral (
  select count(*) as candidates,
    count(*) filter (where c.status = 'hired' or k.is_post_hire) as hired,
    count(*) filter (where c.suggested_status is not null) as suggestions
  from public.candidates c join public.kanban_columns k on k.job_id = c.job_id and k.key = c.status
  where c.job_id = j.id
) n
cross join lateral (
  select count(*) as campaigns, count(*) filter (where state = 'running') as running_campaigns
  from public.campaigns where job_id = j.id
) g;

-- A pool with how many are in it.
create view public.datasets_with_counts with (security_invoker = true) as
select d.*, n.members, n.without_phone
from public.datasets d
cross join lateral (
  select count(*) as members, count(*) filter (where person_id is null) as without_phone
  from public.dataset_candidates where dataset_id = d.id
) n;

revoke all on public.campaign_candidates_with_stats, public.candidates_with_columns, public.campaign_summary_stats,
  public.jobs_with_counts, public.datasets_with_counts from public, anon, authenticated, service_role;
grant select on public.campaign_candidates_with_stats, public.candidates_with_columns, public.campaign_summary_stats,
  public.jobs_with_counts, public.datasets_with_counts to authenticated, service_role;
