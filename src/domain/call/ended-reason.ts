export type CallEnder = 'agent' | 'candidate' | 'system'

/** Why a call ended, as far as it tells what the call was. */
export type EndedReason = {
  readonly kind:
    | 'voicemail'
    | 'no-answer'
    | 'busy'
    | 'declined'
    | 'failed' // it never got through
    | 'broke-off' // a fault while the line was up
    | 'wrong-number'
    | 'candidate-hung-up'
    | 'over' // ended by us, which says nothing about who was there
  readonly text: string
  readonly endedBy?: CallEnder
}

const SETUP = 'Check the voice provider’s account and settings.'

const voicemail: EndedReason = { kind: 'voicemail', text: 'Reached voicemail.', endedBy: 'system' }
const noAnswer: EndedReason = { kind: 'no-answer', text: 'Nobody answered.' }
const busy: EndedReason = { kind: 'busy', text: 'The line was busy.' }
const declined: EndedReason = {
  kind: 'declined',
  text: 'The candidate declined the call.',
  endedBy: 'candidate',
}
const hungUp: EndedReason = {
  kind: 'candidate-hung-up',
  text: 'The candidate ended the call.',
  endedBy: 'candidate',
}
const wrongNumber: EndedReason = { kind: 'wrong-number', text: 'Wrong number.' }
const byAgent: EndedReason = { kind: 'over', text: 'The agent ended the call.', endedBy: 'agent' }
const bySystem = (text: string): EndedReason => ({ kind: 'over', text, endedBy: 'system' })
const failed = (text: string): EndedReason => ({ kind: 'failed', text })
const brokeOff = (text: string): EndedReason => ({ kind: 'broke-off', text, endedBy: 'system' })

const SILENCE = bySystem('The call ended after a long silence.')
const TOO_LONG = bySystem('The call reached its longest allowed time.')
const CANCELLED = failed('The call was cancelled before it was made.')

/**
 * Retell's `disconnection_reason`s, then the words of ElevenLabs, Vapi and Twilio for the same,
 * after `toReasonName`. From each vendor's API reference.
 */
const REASONS: ReadonlyMap<string, EndedReason> = new Map([
  ['user_hangup', hungUp],
  ['agent_hangup', byAgent],
  ['call_transfer', { ...byAgent, text: 'The agent passed the call on.' }],
  ['call_take_over', { ...byAgent, text: 'A colleague took the call over.' }],
  ['voicemail_reached', voicemail],
  ['machine_detected', voicemail],
  ['ivr_reached', { ...voicemail, text: 'Reached an automatic menu.' }],
  ['inactivity', SILENCE],
  ['max_duration_reached', TOO_LONG],
  ['dial_busy', busy],
  ['dial_no_answer', noAnswer],
  ['user_declined', declined],
  ['dial_failed', failed('The call could not be put through. Check the number.')],
  ['invalid_destination', failed('This number cannot be called. Check it.')],
  ['marked_as_spam', failed('The network blocked the call as spam.')],
  ['scam_detected', failed('The voice provider blocked the call.')],
  ['concurrency_limit_reached', failed('Too many calls at once; it was not made.')],
  ['no_valid_payment', failed(`The voice provider refused the call: payment. ${SETUP}`)],
  ['telephony_provider_permission_denied', failed(`The phone network refused the call. ${SETUP}`)],
  ['telephony_provider_unavailable', failed('The phone network was not available.')],
  ['sip_routing_error', failed(`The call could not be routed. ${SETUP}`)],
  ['registered_call_timeout', failed('The call was not made in time.')],
  ['error_user_not_joined', noAnswer],
  ['manual_stopped', bySystem('Somebody stopped the call.')],

  ['voicemail', voicemail],
  ['answering_machine', voicemail],
  ['no_answer', noAnswer],
  ['not_answered', noAnswer],
  ['unanswered', noAnswer],
  ['missed', noAnswer],
  ['busy', busy],
  ['declined', declined],
  ['wrong_number', wrongNumber],
  ['wrong_person', wrongNumber],
  ['cancelled', CANCELLED],
  ['canceled', CANCELLED],
  ['customer_ended_call', hungUp],
  ['user_ended_call', hungUp],
  ['assistant_ended_call', byAgent],
  ['agent_ended_call', byAgent],
  ['customer_did_not_answer', noAnswer],
  ['customer_busy', busy],
  ['silence_timed_out', SILENCE],
  ['exceeded_max_duration', TOO_LONG],
])

/** The reason behind a provider's word, or null for a word that gives none, such as 'completed'. */
export function endedReason(word: string | null): EndedReason | null {
  const name = toReasonName(word ?? '')
  const known = REASONS.get(name)
  if (known !== undefined) return known
  // Retell alone has a dozen `error_…`; each is a fault on our side of the line.
  return name.startsWith('error_') ? brokeOff('The call broke off after a technical fault.') : null
}

/** "No answer", "no-answer" and "noAnswer" as "no_answer". */
export function toReasonName(word: string): string {
  return word
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
}
