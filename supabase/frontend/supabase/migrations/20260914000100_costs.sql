-- What a campaign's conversations cost, by the prices that an admin entered: an estimate, since no provider's bill is read.

-- {"perConversation", "perCallMinute", "currency"}: prices of zero or more, and a currency such as GBP. Null takes them back.
create function public.save_costs(p_costs jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_admin();
  if p_costs is null then
    delete from public.settings where key = 'costs';
    perform private.audit(auth.uid(), 'save-costs', 'settings', 'costs', null);
    return;
  end if;
  if not coalesce(jsonb_typeof(p_costs -> 'perConversation') = 'number' and jsonb_typeof(p_costs -> 'perCallMinute') = 'number'
    and (p_costs ->> 'currency') ~ '^[A-Z]{3}$', false)
    or not ((p_costs ->> 'perConversation')::numeric between 0 and 1000000 and (p_costs ->> 'perCallMinute')::numeric between 0 and 1000000) then
    perform private.fail('invalid', 'bad_costs', 'These prices can''t be kept.', 'Use numbers from zero on, and a currency of three letters such as GBP.');
  end if;
  perform private.save_setting('costs', jsonb_build_object('perConversation', p_costs -> 'perConversation', 'perCallMinute', p_costs -> 'perCallMinute',
    'currency', p_costs -> 'currency'), 'save-costs');
end $$;

-- Null without prices, else {"conversations", "callMinutes", "interested", "total", "currency"}: people with whom a conversation
-- is there, every begun minute of each call, and who became interested or got further.
create function public.campaign_costs(p_campaign uuid) returns jsonb
language sql stable security invoker set search_path = '' set jit = off as $$
  with price as (
    select (value ->> 'perConversation')::numeric as conversation, (value ->> 'perCallMinute')::numeric as minute, value ->> 'currency' as currency
    from public.settings where key = 'costs'),
  talk as (
    select count(distinct r.id) as conversations
    from public.campaign_candidates r join public.session_evidence e on e.recipient_id = r.id and not e.gone
    where r.campaign_id = p_campaign and exists (select from price)),
  spoken as (
    select coalesce(sum(ceil(c.duration_seconds / 60.0)), 0) as minutes
    from public.campaign_candidates r join public.call_records c on c.campaign_candidate_id = r.id
    where r.campaign_id = p_campaign and c.duration_seconds > 0 and exists (select from price)),
  keen as (
    select count(*) as interested from public.campaign_candidates
    where campaign_id = p_campaign and status in ('interested', 'interview', 'hired', 'started-work') and exists (select from price))
  select jsonb_build_object('conversations', t.conversations, 'callMinutes', s.minutes, 'interested', k.interested,
    'total', t.conversations * p.conversation + s.minutes * p.minute, 'currency', p.currency)
  from price p, talk t, spoken s, keen k
$$;

revoke all on function public.save_costs(jsonb), public.campaign_costs(uuid) from public, anon, authenticated, service_role;
grant execute on function public.save_costs(jsonb), public.campaign_costs(uuid) to authenticated;
