-- Which office knows which person: kept by triggers, so that policies need no joins.

create function private.note_person_offices() returns trigger
language plpgsql security definer set search_path = '' as $$
declare merged boolean := exists (select from public.people p join added a on a.person_id = p.id where p.merged_into is not null);
begin
  -- Written for somebody who was merged at the same moment: it is for whom they were merged into.
  if merged then
    execute format('update public.%I t set person_id = p.merged_into from added a join public.people p on p.id = a.person_id
      where t.id = a.id and p.merged_into is not null', tg_table_name);
  end if;
  insert into public.person_offices (person_id, office_id)
  select distinct person_id, office_id from added where person_id is not null
  on conflict do nothing;
  if merged then
    delete from public.person_offices o using public.people p where p.id = o.person_id and p.merged_into is not null
      and p.id in (select person_id from added);
  end if;
  return null;
end $$;

-- Takes back what no card, pool row or recipient of the office supports any more.
create function private.forget_person_office(p_person uuid, p_office uuid) returns void
language sql security definer set search_path = '' as $$
  delete from public.person_offices po
  where po.person_id = p_person and po.office_id = p_office
    and not exists (select from public.candidates c where c.person_id = p_person and c.office_id = p_office)
    and not exists (select from public.dataset_candidates d where d.person_id = p_person and d.office_id = p_office)
    and not exists (select from public.campaign_candidates r where r.person_id = p_person and r.office_id = p_office)
$$;

create function private.forget_person_offices() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.forget_person_office(r.person_id, r.office_id)
  from (select distinct person_id, office_id from removed where person_id is not null) r;
  return null;
end $$;

create function private.move_person_office() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.person_id is not null then
    insert into public.person_offices (person_id, office_id) values (new.person_id, new.office_id) on conflict do nothing;
  end if;
  if old.person_id is not null then
    perform private.forget_person_office(old.person_id, old.office_id);
  end if;
  return null;
end $$;

revoke all on function private.note_person_offices(), private.forget_person_office(uuid, uuid),
  private.forget_person_offices(), private.move_person_office() from public, anon, authenticated, service_role;

do $$
declare t text;
begin
  foreach t in array array['candidates', 'dataset_candidates', 'campaign_candidates'] loop
    execute format('create trigger %1$s_person_added after insert on public.%1$s
      referencing new table as added for each statement execute function private.note_person_offices()', t);
    execute format('create trigger %1$s_person_removed after delete on public.%1$s
      referencing old table as removed for each statement execute function private.forget_person_offices()', t);
    execute format('create trigger %1$s_person_moved after update on public.%1$s for each row
      when (old.person_id is distinct from new.person_id or old.office_id is distinct from new.office_id)
      execute function private.move_person_office()', t);
  end loop;
end $$;
