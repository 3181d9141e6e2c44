-- A test send: the agents contact the asker's own number as they would a recipient. It is no recipient:
-- neither ledger nor contact slots know of it, and its campaign is marked so that the sync matches it to nobody.

-- Lets a test go out, or fails and says why not. Its number must not be that of anybody Rollcall could contact
-- by a campaign, so that a test is no way past the ledger's checks. {"campaign": the marked key, "session"}.
create function public.begin_test_send(p_campaign uuid, p_actor uuid, p_phone text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  campaign public.campaigns;
  slug text;
begin
  perform pg_advisory_xact_lock(hashtextextended('rollcall:test-send:' || p_actor, 0));
  select * into campaign from public.campaigns where id = p_campaign;
  if private.sending_paused() is not null then
    perform private.fail('conflict', 'sending_paused', 'All sending is paused: ' || private.sending_paused(), 'Ask an admin to turn sending on again.');
  end if;
  if exists (select from private.suppressed_phones(array[p_phone])) then
    perform private.fail('conflict', 'opted_out', 'This number asked not to be contacted.', 'Write START from it first, or use another of your numbers.');
  end if;
  if exists (select from public.people where phone_e164 = any (private.phone_spellings(p_phone))) then
    perform private.fail('conflict', 'not_your_number', 'This number belongs to a person in a pool or on a board.',
      'A test goes to your own number only. People are contacted by launching the campaign.');
  end if;
  if (select count(*) from public.audit_log where actor_id = p_actor and action = 'test-send' and occurred_at > now() - interval '1 hour') >= 10 then
    perform private.fail('conflict', 'too_many_tests', 'You sent ten tests within an hour.', 'Wait a while before the next one.');
  end if;
  perform private.audit(p_actor, 'test-send', 'campaign', p_campaign::text, campaign.office_id);
  -- Another name each time: the agents take a session that they know only once.
  slug := left(campaign.slug, 60) || '-test-' || substr(md5(gen_random_uuid()::text), 1, 8);
  return jsonb_build_object('campaign', slug || '_' || private.test_uid(), 'session', private.session_id_of(slug, private.test_uid(), p_phone));
end $$;

-- The uid of everything that is a test; no campaign can draw it, since it holds a word.
create function private.test_uid() returns text language sql immutable return 'rollcall1';

revoke all on function public.begin_test_send(uuid, uuid, text), private.test_uid() from public, anon, authenticated, service_role;
grant execute on function public.begin_test_send(uuid, uuid, text) to service_role;
