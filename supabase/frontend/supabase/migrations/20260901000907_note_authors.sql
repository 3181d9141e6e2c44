-- A note is signed with its author's name as it is when it is written, so that history stays readable
-- when the author has left.
create function private.sign_note() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if auth.uid() is not null then
    new.author_id := auth.uid();
    new.author_name := coalesce((select coalesce(nullif(full_name, ''), email) from public.profiles where id = auth.uid()), '');
  end if;
  return new;
end $$;
revoke all on function private.sign_note() from public, anon, authenticated, service_role;

create trigger candidate_notes_sign before insert on public.candidate_notes for each row execute function private.sign_note();
create trigger campaign_candidate_notes_sign before insert on public.campaign_candidate_notes for each row execute function private.sign_note();
