/**
 * Two databases that hold so many conversations and are in step: every session in the ledger, its
 * register and its message mirrored, the cursor at the backend's present.
 */
import type postgres from 'postgres'
import { installBackend } from '../../scripts/backend-install.ts'
import { freshBackend, freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'

export type ScaledPair = {
  readonly frontend: FreshDatabase
  readonly backend: FreshDatabase
  readonly campaignId: string
  dispose(): Promise<void>
}

/** The nth session's id; +999 is a country code that nobody has. */
const SESSION = `'plumberlondon_bench0001_999' || lpad(n::text, 9, '0')`
const PHONE = `'+999' || lpad(n::text, 9, '0')`
/** A nth person's and message's own words, as many as a search has to tell apart. */
const N = `substr(r.session_id, 28)::bigint`
const FORENAME = `(array['Ann', 'Ben', 'Cleo', 'Dana', 'Eli', 'Fay', 'Gus', 'Hana', 'Ivo', 'June'])[1 + ${N} % 10]`
const SURNAME = `initcap(translate(to_char(${N} / 10 % 1000, 'FM000'), '0123456789', 'aeioulnrst')) || 'son'`
const SAID = `(array['Who is this?', 'Yes please, tell me more', 'What is the pay?', 'Not now, thank you', 'I can start on Monday'])[1 + ${N} % 5]
  || ' ' || translate(to_char(${N} % 10000, 'FM0000'), '0123456789', 'aeioulnrst')`

export async function seedPair(sessions: number): Promise<ScaledPair> {
  const [frontend, backend] = await Promise.all([
    freshFrontend(),
    freshBackend({ installed: false }),
  ])
  await Promise.all([seedBackend(backend.sql, sessions), seedFrontend(frontend.sql, sessions)])
  const [campaign] = await frontend.sql`select id from public.campaigns`
  await setCursor(frontend.sql, backend.sql)
  return {
    frontend,
    backend,
    campaignId: String(campaign?.['id']),
    dispose: async () => void (await Promise.all([frontend.dispose(), backend.dispose()])),
  }
}

async function seedBackend(sql: postgres.Sql, sessions: number): Promise<void> {
  await sql`insert into campaign_info (campaign, objectives_template)
    values ('plumber-london_bench0001', '{"interested": {"type": "boolean"}}')`
  await sql.unsafe(`
    insert into session_info (session_id, campaign, objectives, created_at, updated_at)
    select ${SESSION}, 'plumber-london_bench0001', '{}', now(), now() from generate_series(1, ${sessions}) n;
    insert into numbers select ${SESSION}, ${PHONE} from generate_series(1, ${sessions}) n;
    insert into chat_history (session_id, message)
    select ${SESSION}, '{"type": "human", "content": "Who is this?"}' from generate_series(1, ${sessions}) n`)
  await installBackend(sql)
  // A log that was read to its end, with lines of long ago.
  await sql`insert into rollcall.change_log (session_key, source)
    select 'long-ago-' || n, 'session_info' from generate_series(1, ${sessions}) n`
  await sql`vacuum analyze`
}

/** Rows come without the triggers that tell people of each change, and with what these keep. */
async function seedFrontend(sql: postgres.Sql, sessions: number): Promise<void> {
  const [office] = await sql`insert into public.offices (name) values ('Bench') returning id`
  const officeId = String(office?.['id'])
  const [job] = await sql`insert into public.jobs (office_id, title, created_by)
    values (${officeId}, 'Plumber', null) returning id`
  const [campaign] = await sql`
    insert into public.campaigns (office_id, job_id, name, slug, uid, state, launched_at, created_by)
    values (${officeId}, ${String(job?.['id'])}, 'Plumber - London', 'plumber-london', 'bench0001',
      'running', now(), null) returning id`
  const campaignId = String(campaign?.['id'])
  const tables = ['people', 'campaign_candidates', 'session_evidence', 'whatsapp_messages']
  for (const table of tables) await sql.unsafe(`alter table public.${table} disable trigger user`)
  // Indexes of words are made in one go at the end, which takes a fraction of the time.
  const words = await sql`select indexname, indexdef from pg_indexes
    where schemaname = 'public' and indexdef like '% USING gin %' and tablename = any (${[...tables, 'conversations']})`
  for (const { indexname } of words) await sql.unsafe(`drop index public.${String(indexname)}`)
  await sql.unsafe(`
    insert into public.people (phone_e164) select ${PHONE} from generate_series(1, ${sessions}) n;
    insert into public.person_offices select id, '${officeId}' from public.people;
    insert into public.campaign_candidates (campaign_id, office_id, person_id, forename, surname, mobile,
      phone_e164, session_id, delivery_state, status, created_at, contacted_at)
    select '${campaignId}', '${officeId}', r.id, ${FORENAME}, ${SURNAME}, r.phone_e164, r.phone_e164, r.session_id, 'confirmed',
      case when ${N} > 10000 and ${N} % 40 = 0 then 'interested' else 'contacted' end,
      now() - make_interval(secs => ${N}), now() - make_interval(secs => ${N})
    from (select id, phone_e164, 'plumberlondon_bench0001_' || substr(phone_e164, 2) as session_id from public.people) r;
    insert into public.session_evidence (session_id, recipient_id, office_id, matched_by, phones,
      backend_campaign, session_status, inbound_count, last_inbound_chat_id)
    select r.session_id, r.id, r.office_id, 'session', array[r.phone_e164], 'plumber-london_bench0001', 'active', 1,
      substr(r.session_id, 28)::bigint
    from public.campaign_candidates r;
    insert into public.whatsapp_messages (campaign_candidate_id, office_id, session_id, chat_id, direction, body)
    select r.id, r.office_id, r.session_id, substr(r.session_id, 28)::bigint, 'inbound', ${SAID}
    from public.campaign_candidates r`)
  for (const table of tables) await sql.unsafe(`alter table public.${table} enable trigger user`)
  await sql.unsafe(`
    do $$ declare part uuid[]; begin
      for part in select array_agg(id) from (
        select id, row_number() over () / 10000 as slice from public.campaign_candidates) r group by slice
      loop perform private.refresh_conversations(part); end loop;
    end $$`)
  for (const { indexdef } of words) await sql.unsafe(String(indexdef))
  await sql`vacuum analyze`
}

/** The cursor of a reader that has seen everything. */
async function setCursor(frontend: postgres.Sql, backend: postgres.Sql): Promise<void> {
  const [row] = await backend`select public.rollcall_feed(null, 1) -> 'cursor' as cursor`
  const cursor = { ...(row?.['cursor'] as Record<string, postgres.JSONValue>), page: null }
  await frontend`update public.sync_cursors set cursor = ${frontend.json(cursor)}`
}
