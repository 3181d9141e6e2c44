/**
 * Conversations that were never in the backend: a message or call without a session is the
 * frontend's own, and the sync leaves it alone.
 */
import { demoId } from '../demo-id.ts'
import { recipientId } from './ledger.ts'
import { type DemoContext, HOURS, type NewRow } from './rows.ts'

export function demoMessages({ minutesAgo, office }: DemoContext) {
  const common = { office_id: office('London'), kind: 'text', time_certainty: 'exact' } as const
  return [
    {
      ...common,
      id: demoId('message', 1),
      campaign_candidate_id: recipientId(110),
      direction: 'outbound',
      body: 'Hi Elena, Robin here from the London desk. Are you still at the Barking job?',
      sent_at: minutesAgo(36 * HOURS),
      delivery_status: 'read',
    },
    {
      ...common,
      id: demoId('message', 2),
      campaign_candidate_id: recipientId(110),
      direction: 'inbound',
      body: 'Hi Robin, finishing there on the 28th. Free after that.',
      sent_at: minutesAgo(35 * HOURS),
      delivery_status: null,
    },
    {
      ...common,
      id: demoId('message', 3),
      campaign_candidate_id: recipientId(111),
      direction: 'outbound',
      body: 'Hi Kwame, can you send me a photo of your card when you have a minute?',
      sent_at: minutesAgo(33 * HOURS),
      delivery_status: 'delivered',
    },
  ] satisfies NewRow<'whatsapp_messages'>[]
}

export function demoCalls({ minutesAgo, office }: DemoContext) {
  return [
    {
      id: demoId('call', 1),
      campaign_candidate_id: recipientId(112),
      office_id: office('London'),
      called_at: minutesAgo(39 * HOURS),
      duration_seconds: 184,
      transport: 'ended',
      answered_by: 'person',
      disposition: 'conversation',
      reason: 'The candidate hung up after the talk.',
      ended_by: 'candidate',
      summary: 'Patrick is tied up until the end of the month and open to offers after that.',
    },
  ] satisfies NewRow<'call_records'>[]
}

const LINES: readonly (readonly ['agent' | 'candidate', string])[] = [
  ['agent', 'Hello Patrick, this is Robin from the London desk. Is this a good moment?'],
  ['candidate', 'I have two minutes, go on.'],
  [
    'agent',
    'Thames Fit-Out need plumbers at Southwark, first and second fix. Would that suit you?',
  ],
  ['candidate', 'It would, but I am on a job in Acton until the end of the month.'],
  ['agent', 'That is fine, they need people for months. What card do you hold?'],
  ['candidate', 'Blue card, and I am booked on the gold assessment.'],
  ['agent', 'Lovely. I will put you down for the start of next month and call you again.'],
  ['candidate', 'Do that. Cheers, Robin.'],
]

export function demoTranscript({ office }: DemoContext) {
  return LINES.map(([speaker, body], index) => ({
    call_record_id: demoId('call', 1),
    position: index + 1,
    office_id: office('London'),
    speaker,
    body,
    start_ms: index * 21_000,
  })) satisfies NewRow<'call_transcript_messages'>[]
}

export function demoRecipientNotes({ minutesAgo, office, accounts }: DemoContext) {
  const common = {
    office_id: office('London'),
    author_id: accounts.recruiter,
    author_name: 'Robin Recruiter',
  }
  return [
    {
      ...common,
      id: demoId('recipient-note', 1),
      campaign_candidate_id: recipientId(110),
      action_type: 'whatsapp',
      body: 'Wrote to Elena myself; she is free after the 28th.',
      action_at: minutesAgo(35 * HOURS),
    },
    {
      ...common,
      id: demoId('recipient-note', 2),
      campaign_candidate_id: recipientId(112),
      action_type: 'call',
      body: 'Call Patrick again at the start of next month.',
      action_at: minutesAgo(39 * HOURS),
    },
  ] satisfies NewRow<'campaign_candidate_notes'>[]
}
