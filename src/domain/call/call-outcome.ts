/**
 * How a call went, from what any voice provider leaves behind. Three things that providers mix
 * up are kept apart: whether the line was up (`transport`), who picked up (`answeredBy`), and
 * what came of it (`disposition`). A voicemail call ends 'completed' and is no conversation.
 *
 * The first of these that holds decides the disposition:
 * 1. a sign of voicemail: a reason or status that says so, a flag such as `in_voicemail`, or,
 *    unless a flag denies it, a greeting in the transcript → `voicemail`;
 * 2. a reason why nobody was reached → `no-answer`, `busy`, `declined` or `failed`;
 * 3. not over by its status, and no reason given → `pending`;
 * 4. a sign that somebody else answered → `wrong-number`;
 * 5. the candidate spoke → `conversation`, even if it broke off;
 * 6. a fault → `failed`;
 * 7. the candidate hung up → `hung-up`; `conversation` where no transcript came and it lasted;
 * 8. words of nobody in particular → `conversation`, answered by `unknown`;
 * 9. only the agent spoke → `no-answer`, answered by `unknown`: something picked up;
 * 10. over, with nothing to tell by → `pending`, since the analysis comes after the end; once it
 *    has come, a call of no length is a `no-answer`.
 */
import type { CallFacts } from './call-facts.ts'
import { readCallSignals } from './call-signals.ts'
import { endedReason, type CallEnder, type EndedReason } from './ended-reason.ts'
import { transportOf, type Transport } from './transport.ts'
import { isVoicemailGreeting } from './voicemail-greeting.ts'

export const ANSWERERS = ['person', 'machine', 'nobody', 'unknown'] as const
export type Answerer = (typeof ANSWERERS)[number]

export const DISPOSITIONS = [
  'conversation',
  'voicemail',
  'no-answer',
  'busy',
  'declined',
  'failed',
  'wrong-number',
  'pending',
  'hung-up',
] as const
export type Disposition = (typeof DISPOSITIONS)[number]

/** What people are told of a call that is pending for longer than `OVERDUE_HOURS`: the database notes it. */
export const NO_RESULT = 'no-result'

/** After these many hours no result is expected any more: `public.note_overdue_calls` has the same. */
export const OVERDUE_HOURS = 4

export type CallOutcome = {
  readonly transport: Transport
  readonly answeredBy: Answerer
  readonly disposition: Disposition
  /** A sentence for the recruiter. */
  readonly reason: string
  readonly endedBy?: CallEnder
}

/** A hang-up sooner than this, without a transcript to say otherwise, was no conversation. */
const CONVERSATION_SECONDS = 15

const UNREACHED: ReadonlyMap<EndedReason['kind'], Disposition> = new Map<
  EndedReason['kind'],
  Disposition
>([
  ['no-answer', 'no-answer'],
  ['busy', 'busy'],
  ['declined', 'declined'],
  ['failed', 'failed'],
])

export function callOutcome(facts: CallFacts): CallOutcome {
  const signals = readCallSignals(facts.analysis)
  const ofStatus = endedReason(facts.status)
  const why = signals.reason ?? ofStatus
  const transport = transportOf(facts, ofStatus, why)
  const [answeredBy, disposition, reason] = decide()
  const ender = why?.endedBy === undefined ? {} : { endedBy: why.endedBy }
  return { transport, answeredBy, disposition, reason, ...ender }

  function decide(): readonly [Answerer, Disposition, string] {
    const isGreeting = signals.isMachine !== false && isVoicemailGreeting(facts.transcript)
    const isNamed = why?.kind === 'voicemail' || ofStatus?.kind === 'voicemail'
    if (isNamed || signals.isMachine === true || isGreeting) {
      return ['machine', 'voicemail', why?.kind === 'voicemail' ? why.text : 'Reached voicemail.']
    }
    const unreached = why === null ? undefined : UNREACHED.get(why.kind)
    if (why !== null && unreached !== undefined) return ['nobody', unreached, why.text]
    if (transport === 'pending') return ['unknown', 'pending', 'Not called yet.']
    if (transport === 'in-progress') return ['unknown', 'pending', 'The call is going on.']
    if (why?.kind === 'wrong-number' || signals.isWrongNumber) {
      return ['person', 'wrong-number', 'Somebody else answered: wrong number.']
    }
    return whatWasSaid(facts, transport, why)
  }
}

function whatWasSaid(
  { transcript, durationSeconds, analysis }: CallFacts,
  transport: Transport,
  why: EndedReason | null,
): readonly [Answerer, Disposition, string] {
  const hasAgent = transcript.some((line) => line.speaker === 'agent')
  if (transcript.some((line) => line.speaker === 'candidate')) {
    return ['person', 'conversation', why?.text ?? 'The call ended.']
  }
  if (transport === 'failed') {
    const answeredBy = hasAgent || why?.kind === 'broke-off' ? 'unknown' : 'nobody'
    return [answeredBy, 'failed', why?.text ?? 'The call failed.']
  }
  if (why?.kind === 'candidate-hung-up') {
    const lasted = (durationSeconds ?? 0) >= CONVERSATION_SECONDS && transcript.length === 0
    return ['person', lasted ? 'conversation' : 'hung-up', why.text]
  }
  if (transcript.some((line) => line.speaker === 'unknown')) {
    return ['unknown', 'conversation', 'The call ended. Its transcript does not say who spoke.']
  }
  if (hasAgent) return ['unknown', 'no-answer', 'The line was up, but nobody spoke.']
  if (analysis === null || analysis === undefined) {
    return ['unknown', 'pending', 'The call ended. Its analysis has not come yet.']
  }
  return durationSeconds === null || durationSeconds === 0
    ? ['nobody', 'no-answer', 'Nobody answered.']
    : ['unknown', 'pending', 'The call ended. Its transcript has not come.']
}

/** True where a person, and the right one, picked up: what counts as having been contacted. */
export function personAnswered(outcome: Pick<CallOutcome, 'answeredBy' | 'disposition'>): boolean {
  return outcome.answeredBy === 'person' && outcome.disposition !== 'wrong-number'
}
