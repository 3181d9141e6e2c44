-- A saved segment as a part of a campaign's audience: whom it finds is decided when the launch is looked at.

-- How many people a segment finds in the office of a campaign now; null where it serves that campaign no more.
create function public.segment_size(p_campaign uuid, p_segment uuid) returns integer
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare office uuid := (select office_id from public.campaigns where id = p_campaign);
begin
  perform private.require_visible_campaign(p_campaign);
  if private.misses_segment(array[p_segment], office) then return null; end if;
  return (select count(*) from private.segment_people(array[p_segment], office));
end $$;

revoke all on function public.segment_size(uuid, uuid) from public, anon, authenticated, service_role;
grant execute on function public.segment_size(uuid, uuid) to authenticated;
