-- What the sync remembers besides the cursor, the register and the mirror.

alter table public.sync_cursors
  add column attempted_at timestamptz, -- the last tick that began; coalesces those that come too soon
  add column unfinished boolean not null default false, -- the last page said that there are more
  add column failures integer not null default 0, -- in a row
  add column retry_at timestamptz; -- no automatic tick before this, after a failure

alter table public.session_evidence
  -- What the session says about whom it concerns, for matching it again when the ledger grows:
  -- {"aliases", "phones", "variants", "parsed": {"compact", "uid", "phones"}, "campaigns": [{"name", "slug", "uid"}]}
  add column match_keys jsonb not null default '{}',
  -- The slugs, without separators, of every campaign it may belong to.
  add column campaign_slugs text[] not null default '{}',
  add column rematch boolean not null default false, -- a recipient it may belong to was added since
  add column last_contact_at timestamptz, -- as session_info has it
  -- The last message that as a whole asks to stop or to start again, and the one acted upon.
  add column opt_chat_id bigint,
  add column opt_intent text check (opt_intent in ('stop', 'start')),
  add column opt_acted_chat_id bigint;
create index session_evidence_phones on public.session_evidence using gin (phones);
-- Those that a growing ledger may match otherwise; nearly all others are matched by their id for good.
create index session_evidence_loose on public.session_evidence (session_id) where matched_by not in ('session', 'person');
create index session_evidence_slugs on public.session_evidence using gin (campaign_slugs) where matched_by not in ('session', 'person');
create index session_evidence_rematch on public.session_evidence (session_id) where rematch;

-- Walks of the register, as the backend walks its sessions when everything is read again.
create index session_evidence_walk on public.session_evidence (session_id collate "C") where not gone;

create index campaigns_compact on public.campaigns (replace(slug, '-', ''));

-- A person took the recipient's card off the board: automation doesn't put it back (S4).
alter table public.campaign_candidates add column card_removed boolean not null default false;

create function private.remember_removed_card() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.campaign_candidates set card_removed = true where candidate_id = old.id;
  return old;
end $$;
create trigger candidates_removed before delete on public.candidates
  for each row execute function private.remember_removed_card();

-- New recipients may be whom sessions without one belong to, or make a match ambiguous: such
-- sessions are matched again by the next tick, so that it doesn't matter which came first (S3).
create function private.mark_for_rematch() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.session_evidence e set rematch = true
  where not e.rematch and e.matched_by not in ('session', 'person')
    and e.campaign_slugs && (
      select array_agg(distinct replace(c.slug, '-', ''))
      from added r join public.campaigns c on c.id = r.campaign_id
    );
  update public.session_evidence e set rematch = true
  from added r
  where e.session_id = r.session_id and not e.rematch and e.matched_by not in ('session', 'person');
  return null;
end $$;
create trigger campaign_candidates_rematch after insert on public.campaign_candidates
  referencing new table as added for each statement execute function private.mark_for_rematch();

revoke all on function private.remember_removed_card(), private.mark_for_rematch()
  from public, anon, authenticated, service_role;
