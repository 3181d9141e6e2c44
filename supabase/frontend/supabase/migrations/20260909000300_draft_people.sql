-- People come into a draft's audience, or go out of it, from outside the wizard: by hand from a board.

-- Adds people to those picked by hand for a draft, and takes people out again: {"added": ids}, those
-- who were not in it. Who is not of the campaign's office is passed over; who was left out by hand is let in.
create function public.change_draft_people(p_campaign uuid, p_add uuid[], p_remove uuid[] default '{}') returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  draft public.campaigns := private.lock_draft(p_campaign, null);
  picked uuid[] := coalesce((select array_agg(x::uuid order by nth) from jsonb_array_elements_text(draft.audience -> 'personIds') with ordinality as t(x, nth)), '{}');
  added uuid[];
begin
  select coalesce(array_agg(o.person_id order by o.person_id), '{}') into added from public.person_offices o
  where o.office_id = draft.office_id and o.person_id = any (p_add) and o.person_id <> all (picked);
  update public.campaigns set audience = audience || jsonb_build_object(
    'personIds', (select coalesce(jsonb_agg(x), '[]') from unnest(picked || added) x where x <> all (p_remove)),
    'excludedPersonIds', (select coalesce(jsonb_agg(x), '[]') from jsonb_array_elements_text(coalesce(audience -> 'excludedPersonIds', '[]')) x
      where x::uuid <> all (added)))
  where id = draft.id;
  return jsonb_build_object('added', to_jsonb(added));
end $$;

revoke all on function public.change_draft_people(uuid, uuid[], uuid[]) from public, anon, authenticated, service_role;
grant execute on function public.change_draft_people(uuid, uuid[], uuid[]) to authenticated;
