/** Reads both sides after a run, past every function of ours, into plain records. */
import type postgres from 'postgres'
import type { ObjectiveValue } from '../../src/domain/objective/read-objective-value.ts'
import type {
  BackendSession,
  Effect,
  LedgerCard,
  LedgerLine,
  Numbers,
  Outcome,
  Sides,
} from './outcome.ts'

type Both = { readonly frontend: postgres.Sql; readonly backend: postgres.Sql }

export async function readOutcome(
  sides: Both,
): Promise<
  Pick<Outcome, 'ledger' | 'sessions' | 'effects' | 'numbers' | 'records' | 'drafts' | 'unmatched'>
> {
  return {
    ledger: await readLedger(sides.frontend),
    sessions: await readSessions(sides.backend),
    effects: [
      ...(await sides.backend<Effect[]>`
        select session_id as session, batch_id as "batchId" from chaos.effects order by id`),
    ],
    numbers: await readNumbers(sides.frontend),
    drafts: new Set(
      await column(
        sides.frontend`select campaign_key as name from public.campaigns where state = 'draft'`,
      ),
    ),
    unmatched: new Set(
      await column(sides.frontend`select session_id as name from public.sync_issues
        where kind = 'unmatched' and state = 'open'`),
    ),
    records: await readRecords(sides),
  }
}

async function column(rows: Promise<readonly postgres.Row[]>): Promise<string[]> {
  return (await rows).map(({ name }) => String(name))
}

async function readLedger(frontend: postgres.Sql): Promise<LedgerLine[]> {
  const rows = await frontend<(Omit<LedgerLine, 'card'> & { card: LedgerCard | null })[]>`
    select r.id, c.campaign_key as campaign, c.state as "campaignState", coalesce(r.session_id, r.id::text) as session,
      coalesce(r.phone_e164, '') as phone, r.phone_e164 is null as erased, r.delivery_state as delivery,
      coalesce(r.exclusion_reason, r.delivery_code) as code, r.status, r.contested_status as contested,
      (select coalesce(jsonb_agg(jsonb_build_object('from', e.from_status, 'to', e.to_status) order by e.id), '[]')
        from public.status_events e where e.recipient_id = r.id and e.candidate_id is null) as history,
      case when k.id is not null then jsonb_build_object('id', k.id, 'status', k.status, 'setBy', k.status_set_by,
        'proposed', k.proposed_status, 'suggested', k.suggested_status, 'decidedAgainst', k.decided_against,
        'lastMove', (select jsonb_build_object('by', e.set_by, 'to', e.to_status) from public.status_events e
          where e.candidate_id = k.id order by e.id desc limit 1)) end as card
    from public.campaign_candidates r join public.campaigns c on c.id = r.campaign_id
    left join public.candidates k on k.id = r.candidate_id
    order by r.id`
  return [...rows]
}

type SessionRow = {
  readonly session: string
  readonly completed: boolean
  /** As the run's writers leave them: nothing but plain values. */
  readonly objectives: Record<string, { value: ObjectiveValue }>
  readonly events: { id: number; key: string; value: ObjectiveValue; at: string | null }[]
  readonly inbound: number
  readonly answered: number
}

async function readSessions(backend: postgres.Sql): Promise<Map<string, BackendSession>> {
  const rows = await backend<SessionRow[]>`
    select s.session_id as session, s.session_status = 'completed' as completed,
      coalesce(s.objectives, '{}') as objectives,
      (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'key', e.objective, 'value', e.new_value,
          'at', to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by e.id), '[]')
        from public.session_objective_events e where e.session_id = s.session_id) as events,
      (select count(*)::int from public.chat_history h where h.session_id = s.session_id
        and (h.message ->> 'type' = 'human' or h.message ->> 'sender' = 'user')) as inbound,
      (select count(*)::int from public.call_info c where c.session_id = s.session_id) as answered
    from public.session_info s`
  return new Map(rows.map((row) => [row.session, toSession(row)]))
}

function toSession({ completed, objectives, events, inbound, answered }: SessionRow) {
  return {
    completed,
    values: Object.fromEntries(Object.entries(objectives).map(([key, { value }]) => [key, value])),
    events: events.map(({ key, ...event }) => ({ ...event, objectiveKey: key, source: 'chat' })),
    inbound,
    answeredCalls: answered,
  }
}

async function readNumbers(frontend: postgres.Sql): Promise<Numbers[]> {
  return [
    ...(await frontend<Numbers[]>`
      select c.campaign_key as campaign, public.campaign_accounting(c.id) as told,
        (select coalesce(jsonb_object_agg(state, n), '{}') from (
          select r.delivery_state as state, count(*) as n from public.campaign_candidates r
          where r.campaign_id = c.id group by 1) counted) as counted
      from public.campaigns c where c.launched_at is not null`),
  ]
}

async function readRecords({ backend, frontend }: Both): Promise<Outcome['records']> {
  const words = async (rows: Promise<readonly postgres.Row[]>) =>
    (await rows).map((row) => String(row['words']))
  const both = async (
    held: Promise<readonly postgres.Row[]>,
    shown: Promise<readonly postgres.Row[]>,
  ): Promise<Sides> => ({ backend: await words(held), frontend: await words(shown) })
  return {
    messages: await both(
      backend`select concat_ws(' ', id, session_id, coalesce(message ->> 'content', message ->> 'text')) as words
        from public.chat_history`,
      frontend`select concat_ws(' ', chat_id, session_id, body) as words
        from public.whatsapp_messages where chat_id is not null`,
    ),
    calls: await both(
      backend`select concat_ws(' ', call_id, session_id) as words from public.call_info`,
      frontend`select concat_ws(' ', call_id, session_id) as words
        from public.call_records where session_id is not null`,
    ),
    events: await both(
      backend`select concat_ws(' ', id, session_id, objective, new_value) as words
        from public.session_objective_events`,
      frontend`select concat_ws(' ', event_id, session_id, objective_key, new_value) as words
        from public.objective_events`,
    ),
  }
}
