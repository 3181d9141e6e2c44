/** Every row of the frontend's demo data, table by table in the order in which they may be inserted. */
import {
  demoBatches,
  demoCampaigns,
  demoLaunches,
  demoMatrices,
  demoRules,
  demoTargets,
} from './campaigns.ts'
import { demoCandidateNotes, demoCandidates } from './cards.ts'
import { demoJobs } from './jobs.ts'
import {
  demoContactSlots,
  demoRecipients,
  demoSuppressions,
  isContacted,
  LEDGER,
} from './ledger.ts'
import { demoDatasets, demoMembers } from './pools.ts'
import { demoCalls, demoMessages, demoRecipientNotes, demoTranscript } from './records.ts'
import type { DemoContext, FrontendTable } from './rows.ts'

/** The kinds that count as demo records, as people name them, in the order they are reported. */
export const FRONTEND_KINDS = [
  'jobs',
  'candidates',
  'candidate notes',
  'campaigns',
  'campaign candidates',
  'campaign targets',
  'campaign matrices',
  'datasets',
  'dataset candidates',
  'call records',
  'WhatsApp messages',
  'campaign notes',
] as const

export type FrontendKind = (typeof FRONTEND_KINDS)[number]

export type DemoTable = {
  readonly table: FrontendTable
  /** Null: rows that the others need, and that don't count. */
  readonly kind: FrontendKind | null
  readonly rows: readonly { readonly [column: string]: unknown }[]
}

/** The jobs, whose columns the database makes; the rest refers to these columns. */
export function jobTable(
  context: Pick<DemoContext, 'minutesAgo' | 'office' | 'accounts'>,
): DemoTable {
  return { table: 'jobs', kind: 'jobs', rows: demoJobs(context) }
}

export function otherTables(context: DemoContext): DemoTable[] {
  const contacted = LEDGER.filter(isContacted).length
  return [
    { table: 'candidates', kind: 'candidates', rows: demoCandidates(context) },
    { table: 'candidate_notes', kind: 'candidate notes', rows: demoCandidateNotes(context) },
    { table: 'datasets', kind: 'datasets', rows: demoDatasets(context) },
    { table: 'dataset_candidates', kind: 'dataset candidates', rows: demoMembers(context) },
    { table: 'campaigns', kind: 'campaigns', rows: demoCampaigns(context) },
    { table: 'campaign_targets', kind: 'campaign targets', rows: demoTargets(context) },
    { table: 'campaign_matrices', kind: 'campaign matrices', rows: demoMatrices(context) },
    { table: 'status_rules', kind: null, rows: demoRules() },
    { table: 'launches', kind: null, rows: demoLaunches(context) },
    { table: 'launch_batches', kind: null, rows: demoBatches(context, contacted) },
    { table: 'campaign_candidates', kind: 'campaign candidates', rows: demoRecipients(context) },
    { table: 'contact_slots', kind: null, rows: demoContactSlots(context) },
    { table: 'suppressions', kind: null, rows: demoSuppressions(context) },
    {
      table: 'campaign_candidate_notes',
      kind: 'campaign notes',
      rows: demoRecipientNotes(context),
    },
    { table: 'whatsapp_messages', kind: 'WhatsApp messages', rows: demoMessages(context) },
    { table: 'call_records', kind: 'call records', rows: demoCalls(context) },
    { table: 'call_transcript_messages', kind: null, rows: demoTranscript(context) },
  ]
}

/** The ids of the demo's records by kind; they are the same in every database. */
export function demoRecordIds(): { kind: FrontendKind; table: FrontendTable; ids: string[] }[] {
  const anything = () => ''
  const context: DemoContext = {
    minutesAgo: anything,
    office: anything,
    person: anything,
    columnId: anything,
    accounts: { admin: '', recruiter: '', viewer: '' },
  }
  const tables = [jobTable(context), ...otherTables(context)]
  return FRONTEND_KINDS.map((kind) => {
    const found = tables.find((one) => one.kind === kind)
    if (found === undefined) throw new Error(`no table holds the demo's ${kind}`)
    return { kind, table: found.table, ids: found.rows.map((row) => String(row['id'])) }
  })
}
