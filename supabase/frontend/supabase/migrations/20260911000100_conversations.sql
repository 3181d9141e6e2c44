-- The inbox: a row for every recipient with whom anything was said, kept by triggers from what it is
-- derived from, so that a million messages are listed, filtered and counted by an index. What people do
-- with a conversation (take over, assign, settle, read) is theirs and never derived.

create table public.conversations (
  id uuid primary key references public.campaign_candidates on delete cascade, -- the recipient
  office_id uuid not null references public.offices,
  campaign_id uuid not null references public.campaigns on delete cascade,
  job_id uuid references public.jobs on delete cascade,
  who text not null default '', -- name and phone, to be searched
  phone_key text,
  status text not null,
  -- The last message or call. A time that nobody knows is the recipient's last contact instead.
  last_at timestamptz not null,
  is_timed boolean not null,
  last_channel text not null check (last_channel in ('whatsapp', 'call')),
  last_direction text, -- of a message
  last_text text not null default '', -- its beginning, or the call's summary
  last_outcome text, -- a call's disposition
  last_inbound_at timestamptz,
  message_count integer not null,
  inbound_count integer not null,
  call_count integer not null,
  -- News of calls, as each message of theirs is: what came of one, and before that, where it did, that no result came in time.
  known_calls integer not null default 0,
  last_call_at timestamptz, -- of those
  ends_in_question boolean not null, -- the last message is theirs, and asks something
  session_over boolean not null default false, -- no agent answers any more
  suggested boolean not null default false, -- the agent disagrees with a person about the card
  opted_out boolean not null default false,
  -- What people did.
  assigned_to uuid,
  taken_over_at timestamptz,
  taken_over_by uuid,
  settled_inbound integer, -- how many of their messages there were when a person said that nothing is left to do
  -- What waits for a person, and why; null where nothing does.
  waiting text generated always as (case
    when suggested then 'suggestion'
    when settled_inbound >= inbound_count then null
    when taken_over_at is not null then 'taken-over'
    when opted_out then null
    when ends_in_question then 'asked'
    when last_direction = 'inbound' and session_over then 'unanswered' end) stored
);
create index conversations_list on public.conversations (office_id, last_at desc, id desc);
create index conversations_status on public.conversations (office_id, status, last_at desc, id desc);
create index conversations_waiting on public.conversations (office_id, last_at desc, id desc) where waiting is not null;
create index conversations_opted_out on public.conversations (office_id, last_at desc, id desc) where opted_out;
create index conversations_campaign on public.conversations (campaign_id, last_at desc, id desc);
create index conversations_job on public.conversations (job_id, last_at desc, id desc);
create index conversations_assigned on public.conversations (assigned_to, last_at desc, id desc) where assigned_to is not null;
create index conversations_given on public.conversations (office_id, last_at desc, id desc) where assigned_to is not null;
create index conversations_calls on public.conversations (office_id, last_at desc, id desc) where call_count > 0;
create index conversations_phone on public.conversations (phone_key);
create index conversations_who on public.conversations using gin (who extensions.gin_trgm_ops);

-- How many of a conversation's inbound messages, and of its calls, somebody has seen.
create table public.conversation_reads (
  user_id uuid not null references public.profiles on delete cascade,
  conversation_id uuid not null references public.conversations on delete cascade,
  read_inbound integer not null,
  read_calls integer not null default 0,
  primary key (user_id, conversation_id)
);
create index conversation_reads_conversation on public.conversation_reads (conversation_id);
-- Conversations without a row of their own are read up to here.
create table public.inbox_marks (
  user_id uuid primary key references public.profiles on delete cascade,
  read_until timestamptz not null
);

alter table public.conversations enable row level security;
alter table public.conversation_reads enable row level security;
alter table public.inbox_marks enable row level security;
create policy conversations_read on public.conversations for select to authenticated
  using (office_id = any ((select private.my_offices())::uuid[]));
revoke all on public.conversations, public.conversation_reads, public.inbox_marks from public, anon, authenticated, service_role;
grant select on public.conversations to authenticated, service_role; -- the marks are read and set by functions only

-- What people are told of a call: one of which no result came in time is not called pending any more.
create function private.call_outcome(p_disposition text, p_overdue_at timestamptz) returns text
language sql immutable set search_path = '' return case when p_disposition = 'pending' and p_overdue_at is not null then 'no-result' else p_disposition end;

-- Writes the rows of p_recipients anew from what is known of them; who has nothing left gets none.
create function private.refresh_conversations(p_recipients uuid[]) returns void
language plpgsql security definer set search_path = '' set jit = off as $$
begin
  if p_recipients is null then return; end if;
  delete from public.conversations c where c.id = any (p_recipients)
    and not exists (select from public.whatsapp_messages m where m.campaign_candidate_id = c.id and not m.hidden and m.direction <> 'internal')
    and not exists (select from public.call_records k where k.campaign_candidate_id = c.id);
  insert into public.conversations as c (id, office_id, campaign_id, job_id, who, phone_key, status, last_at, is_timed, last_channel,
    last_direction, last_text, last_outcome, last_inbound_at, message_count, inbound_count, call_count, known_calls, last_call_at,
    ends_in_question, session_over, suggested, opted_out)
  select r.id, r.office_id, r.campaign_id, g.job_id, trim(concat_ws(' ', r.forename, r.surname, r.phone_e164)), private.phone_key(r.phone_e164), r.status,
    coalesce(greatest(m.last_at, k.last_at), r.last_contact_at, r.created_at), greatest(m.last_at, k.last_at) is not null,
    case when by_call then 'call' else 'whatsapp' end,
    case when not by_call then l.direction end, coalesce(left(case when by_call then j.summary else l.body end, 200), ''),
    case when by_call then private.call_outcome(j.disposition, j.overdue_at) end, m.last_inbound_at, m.messages, m.inbound, k.calls, k.known, k.last_known_at,
    coalesce(l.direction = 'inbound' and l.body like '%?%' and not by_call, false),
    -- As session_over and is_suppressed have it, which would be called for each row.
    o.session_over, exists (select from public.candidates x where x.deciding_recipient_id = r.id and x.suggested_status is not null),
    exists (select from public.suppressions x where private.phone_key(x.phone_e164) = private.phone_key(r.phone_e164) and x.lifted_at is null)
  from public.campaign_candidates r
  join public.campaigns g on g.id = r.campaign_id
  cross join lateral (
    select count(*)::integer as messages, (count(*) filter (where direction = 'inbound'))::integer as inbound, max(sent_at) as last_at,
      max(sent_at) filter (where direction = 'inbound') as last_inbound_at
    from public.whatsapp_messages where campaign_candidate_id = r.id and not hidden and direction <> 'internal') m
  cross join lateral (
    select count(*)::integer as calls, max(called_at) as last_at,
      (count(*) filter (where disposition <> 'pending') + count(overdue_at))::integer as known,
      greatest(max(called_at) filter (where disposition <> 'pending'), max(overdue_at)) as last_known_at
    from public.call_records where campaign_candidate_id = r.id) k
  cross join lateral (
    select coalesce(bool_and(gone or session_status not in ('', 'active')), false) as session_over
    from public.session_evidence where recipient_id = r.id) o
  left join lateral (
    select direction, body from public.whatsapp_messages where campaign_candidate_id = r.id and not hidden and direction <> 'internal'
    order by chat_id desc nulls last, sent_at desc nulls last, id limit 1) l on true
  left join lateral (
    select summary, disposition, overdue_at from public.call_records where campaign_candidate_id = r.id
    order by called_at desc nulls last, id limit 1) j on true
  cross join lateral (select m.messages = 0 or coalesce(k.last_at > m.last_at, false) as by_call) b
  where r.id = any (p_recipients) and m.messages + k.calls > 0
  order by r.id -- rows are locked in one order
  on conflict (id) do update set office_id = excluded.office_id, campaign_id = excluded.campaign_id, job_id = excluded.job_id,
    who = excluded.who, phone_key = excluded.phone_key, status = excluded.status, last_at = excluded.last_at, is_timed = excluded.is_timed,
    last_channel = excluded.last_channel, last_direction = excluded.last_direction, last_text = excluded.last_text,
    last_outcome = excluded.last_outcome, last_inbound_at = excluded.last_inbound_at, message_count = excluded.message_count,
    inbound_count = excluded.inbound_count, call_count = excluded.call_count, known_calls = excluded.known_calls,
    last_call_at = excluded.last_call_at, ends_in_question = excluded.ends_in_question,
    session_over = excluded.session_over, suggested = excluded.suggested, opted_out = excluded.opted_out
  where (c.office_id, c.campaign_id, c.job_id, c.who, c.phone_key, c.status, c.last_at, c.is_timed, c.last_channel, c.last_direction,
         c.last_text, c.last_outcome, c.last_inbound_at, c.message_count, c.inbound_count, c.call_count, c.known_calls, c.last_call_at, c.ends_in_question,
         c.session_over, c.suggested, c.opted_out)
    is distinct from (excluded.office_id, excluded.campaign_id, excluded.job_id, excluded.who, excluded.phone_key, excluded.status,
      excluded.last_at, excluded.is_timed, excluded.last_channel, excluded.last_direction, excluded.last_text, excluded.last_outcome,
      excluded.last_inbound_at, excluded.message_count, excluded.inbound_count, excluded.call_count, excluded.known_calls, excluded.last_call_at, excluded.ends_in_question,
      excluded.session_over, excluded.suggested, excluded.opted_out);
end $$;

create function private.session_over(p_recipient uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(bool_and(gone or session_status not in ('', 'active')), false) from public.session_evidence where recipient_id = p_recipient
$$;

create function private.is_suppressed(p_phone_key text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.suppressions where private.phone_key(phone_e164) = p_phone_key and lifted_at is null)
$$;

revoke all on function private.call_outcome(text, timestamptz), private.refresh_conversations(uuid[]), private.session_over(uuid), private.is_suppressed(text) from public, anon, authenticated, service_role;
