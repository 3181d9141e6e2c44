-- Merging two rows of one human being. All that hangs on the one goes over to the other; nothing is dropped:
-- lines of a ledger stay lines, and where both have a card on a board or a row in a pool, the two become one and
-- the other is kept in the merge's record. A person's decision beats automation, the later one an earlier one.

-- A card's fields that a merge may change and its undo gives back.
create function private.card_part(p_card public.candidates) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('name', p_card.name, 'phone_given', p_card.phone_given, 'email', p_card.email, 'status', p_card.status,
    'status_set_by', p_card.status_set_by, 'status_changed_at', p_card.status_changed_at, 'decided_against', p_card.decided_against,
    'rejection_reason', p_card.rejection_reason, 'tags', to_jsonb(p_card.tags), 'assigned_to', p_card.assigned_to,
    'follow_up_on', p_card.follow_up_on)
$$;
create function private.member_part(p_member public.dataset_candidates) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('phone_given', p_member.phone_given, 'email', p_member.email, 'postcode', p_member.postcode, 'location', p_member.location,
    'trade', p_member.trade, 'blue_card', p_member.blue_card, 'green_card', p_member.green_card, 'notes', p_member.notes, 'tags', to_jsonb(p_member.tags))
$$;

-- Writes such fields onto a row.
create function private.put_card_part(p_card uuid, p_part jsonb) returns void
language sql security definer set search_path = '' as $$
  update public.candidates c set name = n.name, phone_given = n.phone_given, email = n.email, status = n.status, status_set_by = n.status_set_by,
    status_changed_at = n.status_changed_at, decided_against = n.decided_against, rejection_reason = n.rejection_reason, tags = n.tags,
    assigned_to = n.assigned_to, follow_up_on = n.follow_up_on
  from jsonb_populate_record(null::public.candidates, p_part) n where c.id = p_card
$$;
create function private.put_member_part(p_member uuid, p_part jsonb) returns void
language sql security definer set search_path = '' as $$
  update public.dataset_candidates d set phone_given = n.phone_given, email = n.email, postcode = n.postcode, location = n.location, trade = n.trade,
    blue_card = n.blue_card, green_card = n.green_card, notes = n.notes, tags = n.tags
  from jsonb_populate_record(null::public.dataset_candidates, p_part) n where d.id = p_member
$$;

create function private.union_tags(p_one text[], p_other text[]) returns text[]
language sql immutable set search_path = '' as $$ select p_one || array(select t from unnest(p_other) as t where not t = any (p_one)) $$;

-- Where both have a card on one board: the card of `p_keep` stays. Answers what became of the other ones.
create function private.fold_cards(p_keep uuid, p_gone uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  pair record;
  done jsonb := '[]';
  part jsonb;
  moved jsonb;
begin
  for pair in select k as kept, g as gone from public.candidates g join public.candidates k on k.job_id = g.job_id and k.person_id = p_keep
      where g.person_id = p_gone order by g.id loop
    part := private.card_part(pair.kept) || jsonb_build_object('tags', private.union_tags((pair.kept).tags, (pair.gone).tags),
      'email', coalesce(nullif((pair.kept).email, ''), (pair.gone).email), 'assigned_to', coalesce((pair.kept).assigned_to, (pair.gone).assigned_to),
      'follow_up_on', least((pair.kept).follow_up_on, (pair.gone).follow_up_on));
    if (pair.gone).status_set_by = 'person'
       and ((pair.kept).status_set_by <> 'person' or (pair.gone).status_changed_at > (pair.kept).status_changed_at) then
      part := part || (select jsonb_object_agg(key, value) from jsonb_each(private.card_part(pair.gone))
        where key in ('status', 'status_set_by', 'status_changed_at', 'decided_against', 'rejection_reason'));
      if (pair.gone).status <> (pair.kept).status then perform private.note_card_event(pair.kept, (pair.gone).status, 'merge'); end if;
    end if;
    with notes as (update public.candidate_notes set candidate_id = (pair.kept).id where candidate_id = (pair.gone).id returning id),
    events as (update public.status_events set candidate_id = (pair.kept).id where candidate_id = (pair.gone).id returning id),
    lines as (update public.campaign_candidates set candidate_id = (pair.kept).id where candidate_id = (pair.gone).id returning id)
    select jsonb_build_object('notes', (select coalesce(jsonb_agg(id), '[]') from notes), 'events', (select coalesce(jsonb_agg(id), '[]') from events),
      'recipients', (select coalesce(jsonb_agg(id), '[]') from lines)) into moved;
    delete from public.candidates where id = (pair.gone).id;
    perform private.put_card_part((pair.kept).id, part);
    done := done || jsonb_build_array(moved || jsonb_build_object('row', to_jsonb(pair.gone), 'keptId', (pair.kept).id,
      'before', private.card_part(pair.kept), 'after', private.card_part((select c from public.candidates c where c.id = (pair.kept).id))));
  end loop;
  return done;
end $$;

-- The same in pools: gaps of the row that stays are filled, and nobody's notes are lost.
create function private.fold_members(p_keep uuid, p_gone uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  pair record;
  done jsonb := '[]';
  rows jsonb;
begin
  for pair in select k as kept, g as gone from public.dataset_candidates g
      join public.dataset_candidates k on k.dataset_id = g.dataset_id and k.person_id = p_keep where g.person_id = p_gone order by g.id loop
    with moved as (update public.import_rows set member_id = (pair.kept).id where member_id = (pair.gone).id returning import_id, row_number)
    select coalesce(jsonb_agg(jsonb_build_array(import_id, row_number)), '[]') into rows from moved;
    delete from public.dataset_candidates where id = (pair.gone).id;
    perform private.put_member_part((pair.kept).id, jsonb_build_object(
      'phone_given', coalesce(nullif((pair.kept).phone_given, ''), (pair.gone).phone_given), 'email', coalesce(nullif((pair.kept).email, ''), (pair.gone).email),
      'postcode', coalesce(nullif((pair.kept).postcode, ''), (pair.gone).postcode), 'location', coalesce(nullif((pair.kept).location, ''), (pair.gone).location),
      'trade', coalesce(nullif((pair.kept).trade, ''), (pair.gone).trade), 'blue_card', coalesce((pair.kept).blue_card, (pair.gone).blue_card),
      'green_card', coalesce((pair.kept).green_card, (pair.gone).green_card), 'tags', private.union_tags((pair.kept).tags, (pair.gone).tags),
      'notes', case when (pair.gone).notes in ('', (pair.kept).notes) then (pair.kept).notes
        else concat_ws(E'\n', nullif((pair.kept).notes, ''), (pair.gone).notes) end));
    done := done || jsonb_build_array(jsonb_build_object('row', to_jsonb(pair.gone), 'keptId', (pair.kept).id, 'importRows', rows,
      'before', private.member_part(pair.kept), 'after', private.member_part((select d from public.dataset_candidates d where d.id = (pair.kept).id))));
  end loop;
  return done;
end $$;

-- Suppression and cool-down win: what holds for one number holds for all of the person's.
create function private.join_contact_limits(p_keep uuid, p_gone uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  phones text[] := private.person_phones(p_keep);
  key text := private.phone_key((select phone_e164 from public.people where id = p_keep));
  other text := private.phone_key((select phone_e164 from public.people where id = p_gone));
  added jsonb;
  was jsonb;
  theirs public.contact_slots;
begin
  with told as (
    select coalesce((select reason from public.suppressions where phone_e164 = any (phones) and lifted_at is null order by created_at limit 1), 'erased') as reason
    where exists (select from private.suppressed_phones(phones))),
  new as (
    insert into public.suppressions (phone_e164, reason, source, created_by)
    select p, t.reason, 'other number', auth.uid() from told t, unnest(phones) as p
    on conflict (phone_e164) where lifted_at is null do nothing returning id)
  select coalesce(jsonb_agg(id), '[]') into added from new;
  perform from public.contact_slots where phone_e164 in (key, other) order by phone_e164 for update;
  select to_jsonb(s) into was from public.contact_slots s where s.phone_e164 = key;
  select * into theirs from public.contact_slots where phone_e164 = other and key <> other;
  if theirs.phone_e164 is not null then
    insert into public.contact_slots as s (phone_e164, active_recipient_id, active_campaign_id, last_contacted_at)
    values (key, theirs.active_recipient_id, theirs.active_campaign_id, theirs.last_contacted_at)
    on conflict (phone_e164) do update set last_contacted_at = greatest(s.last_contacted_at, excluded.last_contacted_at),
      active_recipient_id = coalesce(s.active_recipient_id, excluded.active_recipient_id),
      active_campaign_id = coalesce(s.active_campaign_id, excluded.active_campaign_id), updated_at = now();
  end if;
  return jsonb_build_object('suppressions', added, 'slot', jsonb_build_object('before', was, 'after',
    (select to_jsonb(s) from public.contact_slots s where s.phone_e164 = key)));
end $$;

-- Merges p_merge into p_keep; who has a number stays where only one has. A repeated call with the same id answers the
-- first. {"result": "ok" | "conflict", "mergeId", "personId"}: conflict where one of them was merged or erased meanwhile.
create function public.merge_people(p_id uuid, p_keep uuid, p_merge uuid) returns jsonb
language plpgsql security definer set search_path = '' set jit = off as $$
declare
  keep uuid := p_keep;
  gone uuid := p_merge;
  did jsonb;
  lines uuid[];
begin
  perform from public.people where id in (p_keep, p_merge) order by id for update;
  perform private.require_people(array[p_keep, p_merge]);
  if exists (select from private.person_merges where id = p_id) then
    return (select jsonb_build_object('result', 'ok', 'mergeId', id, 'personId', kept_id) from private.person_merges where id = p_id);
  end if;
  if p_keep = p_merge or (select count(*) from public.people where id in (p_keep, p_merge) and merged_into is null) < 2 then
    return jsonb_build_object('result', 'conflict');
  end if;
  if (select phone_e164 is null from public.people where id = p_keep) and (select phone_e164 is not null from public.people where id = p_merge) then
    keep := p_merge;
    gone := p_keep;
  end if;
  perform from public.campaign_candidates where person_id in (keep, gone) order by id for no key update;
  perform from public.candidates where person_id in (keep, gone) order by id for no key update;
  perform from public.dataset_candidates where person_id in (keep, gone) order by id for no key update;

  did := jsonb_build_object('identities', (select other_identities from public.people where id = keep),
    'aliases', (select coalesce(jsonb_agg(id), '[]') from public.people where merged_into = gone),
    'foldedCards', private.fold_cards(keep, gone), 'foldedMembers', private.fold_members(keep, gone));
  update public.people set merged_into = keep, updated_at = now() where gone in (id, merged_into);
  update public.people p set updated_at = now(), other_identities = p.other_identities || g.other_identities
  from public.people g where p.id = keep and g.id = gone;
  with cards as (update public.candidates set person_id = keep where person_id = gone returning id),
  members as (update public.dataset_candidates set person_id = keep where person_id = gone returning id),
  lines as (update public.campaign_candidates set person_id = keep where person_id = gone returning id),
  drafts as (
    update public.campaigns c set audience = replace(c.audience::text, gone::text, keep::text)::jsonb
    from public.campaigns b where b.id = c.id and c.state = 'draft' and strpos(c.audience::text, gone::text) > 0
    returning c.id, b.audience as before, c.audience as after)
  select did || jsonb_build_object('cards', (select coalesce(jsonb_agg(id), '[]') from cards), 'members', (select coalesce(jsonb_agg(id), '[]') from members),
    'recipients', (select coalesce(jsonb_agg(id), '[]') from lines),
    'campaigns', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'before', before, 'after', after)), '[]') from drafts)) into did;
  did := did || private.join_contact_limits(keep, gone);
  select array_agg(id) into lines from public.campaign_candidates where person_id = keep;
  perform private.rederive_recipients(lines);

  insert into private.person_merges (id, kept_id, merged_id, merged_by, record) values (p_id, keep, gone, auth.uid(), did);
  perform private.audit(auth.uid(), 'merge', 'person', keep::text, null, jsonb_build_object('mergeId', p_id, 'mergedId', gone,
    'cards', jsonb_array_length(did -> 'cards'), 'foldedCards', jsonb_array_length(did -> 'foldedCards'),
    'members', jsonb_array_length(did -> 'members'), 'foldedMembers', jsonb_array_length(did -> 'foldedMembers'),
    'recipients', jsonb_array_length(did -> 'recipients')));
  return jsonb_build_object('result', 'ok', 'mergeId', p_id, 'personId', keep);
end $$;

revoke all on function private.card_part(public.candidates), private.member_part(public.dataset_candidates), private.put_card_part(uuid, jsonb),
  private.put_member_part(uuid, jsonb), private.union_tags(text[], text[]), private.fold_cards(uuid, uuid), private.fold_members(uuid, uuid),
  private.join_contact_limits(uuid, uuid), public.merge_people(uuid, uuid, uuid) from public, anon, authenticated, service_role;
grant execute on function public.merge_people(uuid, uuid, uuid) to authenticated;
