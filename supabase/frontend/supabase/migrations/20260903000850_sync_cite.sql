-- The message, call or event that each status of pg_temp.derived rests on: src/domain/status/status-evidence.ts.
-- Exact where the event's source names a call or a message by id, or where the first sign of life itself
-- counts; else inferred by time: the call that covers the event or ended up to two minutes before it, then
-- the candidate's last message seen by then. Rows that were never in the backend are no evidence.
create function private.cite_derived() returns void
language plpgsql security definer set search_path = '' as $$
begin
  update pg_temp.derived d set trace = jsonb_build_object('status', d.status, 'ruleKind', d.rule_kind, 'objectiveKey', d.objective_key,
    'value', c.value, 'rulesVersion', d.rules_version, 'certainty', c.certainty,
    'evidence', case when c.kind is not null then jsonb_build_object('kind', c.kind, 'id', c.evidence_id, 'at', private.iso_ms(c.at)) end)
  from (
    select s.id, s.value,
      case when l.chat_id is not null or nm.chat_id is not null or m.chat_id is not null then 'message'
        when k.call_id is not null or nc.call_id is not null or cc.call_id is not null then 'call'
        when s.event_id is not null then 'event' end as kind,
      coalesce(l.chat_id::text, k.call_id, nc.call_id, nm.chat_id::text, cc.call_id, m.chat_id::text, s.event_id::text) as evidence_id,
      coalesce(l.sent_at, k.called_at, nc.called_at, nm.sent_at, cc.called_at, m.sent_at,
        case when nc.call_id is null and nm.chat_id is null and cc.call_id is null and m.chat_id is null then s.occurred_at end) as at,
      case when cc.call_id is not null or m.chat_id is not null
        or coalesce(l.chat_id::text, k.call_id, s.event_id::text) is null then 'inferred' else 'exact' end as certainty
    from (
      select d.id, d.rule_kind, f.value, v.event_id, v.source, v.occurred_at,
        v.source ~* 'chat|whatsapp|message' as of_chat, v.source ~* 'call|voice|phone' as of_call,
        -- Most sources are one plain word.
        case when v.source ~ '[^A-Za-z0-9_-]' then v.source || regexp_split_to_array(v.source, '[^A-Za-z0-9_-]+')
          else array[v.source] end as names
      from pg_temp.derived d left join pg_temp.derived_fact f on f.id = d.id and f.key = d.objective_key
      left join public.objective_events v on v.session_id = f.session_id and v.event_id = f.event_id
      where d.status is not null
    ) s
    left join lateral ( -- the first sign of life
      select chat_id, sent_at from public.whatsapp_messages
      where s.rule_kind = 'inbound' and campaign_candidate_id = s.id and chat_id is not null and direction = 'inbound' and not hidden
      order by chat_id limit 1
    ) l on true
    left join lateral (
      select call_id, called_at from public.call_records
      where s.rule_kind = 'call' and campaign_candidate_id = s.id and session_id is not null
        and private.person_answered(answered_by, disposition)
      order by called_at nulls last, call_id collate "C" limit 1
    ) k on true
    left join lateral ( -- named by the source
      select call_id, called_at from public.call_records
      where campaign_candidate_id = s.id and call_id = any (s.names)
      order by called_at nulls last, call_id collate "C" limit 1
    ) nc on true
    left join lateral (
      select chat_id, sent_at from public.whatsapp_messages
      where nc.call_id is null and s.of_chat and s.source ~ '[0-9]' and campaign_candidate_id = s.id
        and chat_id in (select n::bigint from unnest(s.names) n where n ~ '^[1-9][0-9]{0,17}$')
      order by chat_id limit 1
    ) nm on true
    left join lateral ( -- by time
      select call_id, called_at from public.call_records
      where nc.call_id is null and not s.of_chat and campaign_candidate_id = s.id and session_id is not null
        and called_at <= s.occurred_at and s.occurred_at <= called_at + make_interval(secs => coalesce(duration_seconds, 0) + 120)
      order by called_at desc, call_id collate "C" desc limit 1
    ) cc on true
    left join lateral (
      select chat_id, sent_at from public.whatsapp_messages
      where nc.call_id is null and nm.chat_id is null and cc.call_id is null and not s.of_call and campaign_candidate_id = s.id
        and chat_id is not null and direction = 'inbound' and not hidden and sent_at <= s.occurred_at
      order by chat_id desc limit 1
    ) m on true
  ) c
  where c.id = d.id;
end $$;

revoke all on function private.cite_derived() from public, anon, authenticated, service_role;
