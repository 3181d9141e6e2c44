-- What is searched by, and the indexes for it: words without case and accents of names, e-mail addresses, tags,
-- messages and transcripts; phones by any run of their digits (people_phone_trgm) and by national variant.
-- Bodies of the form `return …` are bound when they are made, so no search_path is needed and they are inlined.

-- The same text for "Żółw" and "zolw"; src/lib/fold-text.ts is the reference.
create function private.fold_text(p_text text) returns text
language sql immutable parallel safe
return replace(replace(replace(replace(translate(
  lower(regexp_replace(normalize(coalesce(p_text, ''), nfkd), '[\u0300-\u036f]', '', 'g') collate pg_catalog.pg_c_utf8),
  'łøđðıħŧŋə', 'loddihtne'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');

-- Folded, with a space for every sign, so that parts of an address or a double name are words of their own.
-- (translate() of as many signs takes five times as long.)
create function private.folded_words(p_text text) returns text
language sql immutable parallel safe
return regexp_replace(private.fold_text(p_text), '[.,;:@_+''"`()[\]{}/\\&|!?<>*#%=~^$–—’‘“”…-]', ' ', 'g');

create function private.search_words(p_text text) returns tsvector
language sql immutable parallel safe
return to_tsvector('pg_catalog.simple'::regconfig, private.folded_words(p_text));

-- array_to_string is only stable for the sake of other types than text.
create function private.tags_text(p_tags text[]) returns text
language sql immutable parallel safe set search_path = '' as $$ select array_to_string(p_tags, ' ') $$;

-- All words of a search, each as the beginning of a word; null where there is none.
create function private.search_query(p_text text) returns tsquery
language sql immutable parallel safe set search_path = '' as $$
  select string_agg('''' || word || ''':*', ' & ')::tsquery
  from regexp_split_to_table(private.folded_words(p_text), '\s+') as word where word <> ''
$$;

-- The digits of a search that is a phone number or a part of one, in whichever form it is written
-- (+44…, 0044…, 07…, +44 (0)7…); null where it is none.
create function private.searched_digits(p_text text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select case when p_text ~ '^[0-9\s()+./–-]+$' and length(digits) >= 4 then
    case when digits like '00%' then substr(digits, 3) else ltrim(digits, '0') end end
  from regexp_replace(replace(coalesce(p_text, ''), '(0)', ''), '[^0-9]', '', 'g') as digits
$$;

-- Bulk tags of pool members; cards have theirs.
alter table public.dataset_candidates add column tags text[] not null default '{}';
grant update (tags) on public.dataset_candidates to authenticated;

revoke all on function private.fold_text(text), private.folded_words(text), private.search_words(text), private.tags_text(text[]),
  private.search_query(text), private.searched_digits(text) from public, anon, authenticated, service_role;
-- An index is filled with the writer's rights.
grant execute on function private.fold_text(text), private.folded_words(text), private.search_words(text), private.tags_text(text[])
  to authenticated, service_role;

create index candidates_words on public.candidates using gin (private.search_words(name || ' ' || email || ' ' || private.tags_text(tags)));
create index dataset_candidates_words on public.dataset_candidates
  using gin (private.search_words(name || ' ' || email || ' ' || private.tags_text(tags)));
create index campaign_candidates_words on public.campaign_candidates using gin (private.search_words(forename || ' ' || surname || ' ' || email));
create index whatsapp_messages_words on public.whatsapp_messages using gin (private.search_words(body));
create index call_transcript_messages_words on public.call_transcript_messages using gin (private.search_words(body));
create index candidates_tags on public.candidates using gin (tags);
create index dataset_candidates_tags on public.dataset_candidates using gin (tags);
create index people_phone_key on public.people (private.phone_key(phone_e164));
create index people_created on public.people (created_at desc, id);
