/** What must answer at any size: functions and pages that somebody waits for, or that run every few seconds. */
import type postgres from 'postgres'
import type { FreshDatabase } from '../support/fresh-database.ts'
import { actAs } from '../support/recruiter.ts'
import { changeSessions, nextApply } from './apply-page.ts'
import { addCommands, leaveOutcomesOpen, scheduleLaunch } from './outbox-work.ts'
import type { ScaledPair } from './seed-scale.ts'
import type { Surroundings } from './seed-surroundings.ts'

export type Stage = ScaledPair & Surroundings
type Run = (sql: postgres.Sql) => Promise<unknown>
export type Hot = {
  readonly name: string
  readonly on: (stage: Stage) => FreshDatabase
  readonly run: (stage: Stage) => Promise<Run> | Run
  /** Its answer is about every row of a campaign, a pool or the agency: it may read them all. */
  readonly readsAll?: boolean
}

type Ask = (tx: postgres.TransactionSql, stage: Stage) => Promise<unknown>

const ofBackend = ({ backend }: Stage) => backend
const ofFrontend = ({ frontend }: Stage) => frontend

/** As an admin of the office, as the app asks. */
function byApp(name: string, ask: Ask): Hot {
  const run =
    (stage: Stage): Run =>
    (sql) =>
      actAs(sql, stage.recruiterId, stage.officeId, async (tx) => void (await ask(tx, stage)))
  return { name, on: ofFrontend, run }
}

/** @param prepare makes what there is to do */
function byBridge(name: string, run: Run, prepare?: (stage: Stage) => Promise<void>): Hot {
  return {
    name,
    on: ofFrontend,
    run: async (stage) => {
      await prepare?.(stage)
      return run
    },
  }
}

const all = (hot: Hot): Hot => ({ ...hot, readsAll: true })

const OF_THE_BRIDGE: readonly Hot[] = [
  {
    name: 'rollcall_feed, idle',
    on: ofBackend,
    run: async ({ frontend }) => {
      const [row] = await frontend.sql`select cursor from public.sync_cursors`
      return (sql) =>
        sql`select public.rollcall_feed(${sql.json(row?.['cursor'] as postgres.JSONValue)})`
    },
  },
  {
    name: 'rollcall_existing, 5,000',
    on: ofBackend,
    run: () => (sql) =>
      sql`select public.rollcall_existing((select array_agg('nobody-' || n) from generate_series(1, 5000) n))`,
  },
  byBridge('sync_begin', (sql) => sql`select public.sync_begin('plans', 'command', true)`),
  {
    name: 'sync_apply, 1,000 changes',
    on: ofFrontend,
    run: async (stage) => {
      await changeSessions(stage, 1_000, true)
      const payload = await nextApply(stage, 1_000)
      return (sql) => sql`select public.sync_apply(${sql.json(payload)})`
    },
  },
  byBridge('sync_rederive', (sql) => sql`select public.sync_rederive(1000)`),
  all(
    byBridge(
      'start_campaign, the whole pool',
      (sql) => sql`select public.start_campaign()`,
      scheduleLaunch,
    ),
  ),
  byBridge('claim_batches, two of 500', (sql) => sql`select public.claim_batches('plans')`),
  byBridge(
    'due_reconciles, four of 500',
    (sql) => sql`select public.due_reconciles('plans')`,
    leaveOutcomesOpen,
  ),
  byBridge('claim_commands, 500', (sql) => sql`select public.claim_commands()`, addCommands),
  byBridge('finish_campaigns', (sql) => sql`select public.finish_campaigns()`),
  byBridge('prune_changes', (sql) => sql`select public.prune_changes()`),
  byBridge('retention_slice', (sql) => sql`select public.retention_slice()`),
  byBridge('note_overdue_calls', (sql) => sql`select public.note_overdue_calls()`),
  byBridge('bridge_metrics', (sql) => sql`select public.bridge_metrics()`),
  all(byBridge('refresh_statistics', (sql) => sql`select public.refresh_statistics(-1)`)),
]

const OF_CAMPAIGNS: readonly Hot[] = [
  all(
    byApp('campaign_accounting', (tx, s) => tx`select public.campaign_accounting(${s.campaignId})`),
  ),
  all(byApp('campaign_results', (tx, s) => tx`select public.campaign_results(${s.campaignId})`)),
  all(byApp('campaign_sources', (tx, s) => tx`select public.campaign_sources(${s.campaignId})`)),
  byApp('campaign_timeline', (tx, s) => tx`select public.campaign_timeline(${s.campaignId})`),
  byApp(
    'campaign_trends',
    (tx, s) => tx`select public.campaign_trends(array[${s.campaignId}]::uuid[])`,
  ),
  all(
    byApp(
      'campaigns, a page',
      (tx) => tx`select * from public.campaign_summary_stats order by campaign_id limit 50`,
    ),
  ),
  byApp(
    'recipients, a page',
    (tx, s) => tx`select * from public.campaign_candidates_with_stats
      where campaign_id = ${s.campaignId} order by id limit 50`,
  ),
  byApp(
    'recipient_delivery',
    (tx) =>
      tx`select public.recipient_delivery((select id from public.campaign_candidates limit 1))`,
  ),
  all(byApp('preview_campaign', (tx, s) => tx`select public.preview_campaign(${s.draftId})`)),
  all(byApp('preview_excluded', (tx, s) => tx`select public.preview_excluded(${s.draftId})`)),
  all(byApp('preview_duplicates', (tx, s) => tx`select public.preview_duplicates(${s.draftId})`)),
  all(
    byApp(
      'find_audience_people',
      (tx, s) => tx`select public.find_audience_people(${s.draftId}, 'fay')`,
    ),
  ),
]

const OF_PEOPLE: readonly Hot[] = [
  ...['A tag', 'A common name', 'Everybody'].map((segment) =>
    all(
      byApp(
        `segment_size, ${segment.toLowerCase()}`,
        (tx, s) => tx`select public.segment_size(${s.draftId}, id)
          from public.people_segments where name = ${segment}`,
      ),
    ),
  ),
  byApp('search_people, nothing', (tx) => tx`select public.search_people('')`),
  byApp('search_people, a number', (tx) => tx`select public.search_people('999000000777')`),
  byApp('search_people, digits', (tx) => tx`select public.search_people('0000777')`),
  byApp('search_people, a name', (tx) => tx`select public.search_people('fay eionson')`),
  byApp('search_people, a common name', (tx) => tx`select public.search_people('ann')`),
  byApp('search_people, a common word', (tx) => tx`select public.search_people('please')`),
  byApp('search_people, a rare word', (tx) => tx`select public.search_people('monday eaot')`),
  byApp('people_tags', (tx) => tx`select public.people_tags()`),
  all(byApp('list_duplicates', (tx) => tx`select public.list_duplicates()`)),
  byApp(
    'person_record',
    (tx) =>
      tx`select public.person_record((select person_id from public.campaign_candidates limit 1))`,
  ),
  byApp(
    'pool, a page',
    (
      tx,
      s,
    ) => tx`select d.*, p.phone_e164 from public.dataset_candidates d left join public.people p on p.id = d.person_id
      where d.dataset_id = ${s.poolId} order by d.created_at desc, d.file_row, d.id limit 50`,
  ),
  all(
    byApp(
      'pool, counted',
      (tx, s) => tx`select count(*) from public.dataset_candidates where dataset_id = ${s.poolId}`,
    ),
  ),
  all(
    byApp(
      'pool, searched',
      (tx, s) => tx`select * from public.dataset_candidates where dataset_id = ${s.poolId}
        and name ilike '%eionson%' order by created_at desc, id limit 50`,
    ),
  ),
  all(byApp('pools', (tx) => tx`select * from public.datasets_with_counts`)),
  byApp(
    'known_phones, 1,000',
    (tx, s) => tx`select public.known_phones(${s.poolId},
      (select array_agg('+999' || lpad(n::text, 9, '0')) from generate_series(1, 1000) n))`,
  ),
]

const inbox = (name: string, filter: postgres.JSONValue): Hot =>
  byApp(
    `list_conversations, ${name}`,
    (tx) => tx`select public.list_conversations(${tx.json(filter)})`,
  )

const OF_CONVERSATIONS: readonly Hot[] = [
  ...['all', 'unread', 'interested', 'waiting', 'opted-out', 'closing', 'mine'].map((view) =>
    inbox(view, { view }),
  ),
  inbox('calls', { channel: 'call' }),
  inbox('a name', { search: 'eionson' }),
  inbox('a number', { search: '0000777' }),
  inbox('a common word', { search: 'please' }),
  inbox('a rare word', { search: 'monday eaot' }),
  byApp('count_conversations', (tx) => tx`select public.count_conversations()`),
  byApp(
    'count_conversations, searched',
    (tx) => tx`select public.count_conversations('{"search": "please"}')`,
  ),
  byApp(
    'conversation_state',
    (tx) => tx`select public.conversation_state((select id from public.conversations limit 1))`,
  ),
  byApp('list_calls', (tx) => tx`select public.list_calls()`),
  byApp('list_calls, searched', (tx) => tx`select public.list_calls('{"search": "eionson"}')`),
  all(byApp('list_needs', (tx) => tx`select public.list_needs()`)),
  all(byApp('list_progress', (tx) => tx`select public.list_progress()`)),
  byApp('office_trend', (tx) => tx`select public.office_trend()`),
  ...['contacted', 'replies', 'became-interested'].map((figure) =>
    all(
      byApp(
        `list_behind, ${figure}`,
        (tx) =>
          tx`select public.list_behind(${figure}, '{"from": "2000-01-01", "to": "2099-12-31"}')`,
      ),
    ),
  ),
  all(byApp('list_behind, suggested', (tx) => tx`select public.list_behind('suggested')`)),
  byApp('poll_changes', (tx) => tx`select public.poll_changes(null)`),
  all(byApp('preview_retention', (tx) => tx`select public.preview_retention(1, 1)`)),
]

const OF_BOARDS: readonly Hot[] = [
  byApp('board_counts', (tx, s) => tx`select public.board_counts(${s.jobId})`),
  byApp('board_tags', (tx, s) => tx`select public.board_tags(${s.jobId})`),
  byApp('jobs', (tx) => tx`select * from public.jobs_with_counts`),
  byApp(
    'board, a column of cards',
    (tx, s) => tx`select * from public.candidates_with_columns
      where job_id = ${s.jobId} and status = 'interested' order by position, id limit 100`,
  ),
]

export const HOT: readonly Hot[] = [
  ...OF_THE_BRIDGE,
  ...OF_CAMPAIGNS,
  ...OF_PEOPLE,
  ...OF_CONVERSATIONS,
  ...OF_BOARDS,
]
