/** Why somebody of the audience is not contacted. */
export const EXCLUSION_REASONS = [
  'opted_out',
  'invalid_number',
  'no_number',
  'duplicate_number',
  'contacted_before',
  'cool_down',
  'active_elsewhere',
  'contact_cap',
  'removed',
  'stopped',
  'window_over',
  'expired',
] as const

export type ExclusionReason = (typeof EXCLUSION_REASONS)[number]

/** Each reason for the person who launches: what is so, then what can be done. */
export const EXCLUSION_MESSAGES: Readonly<Record<ExclusionReason, string>> = {
  opted_out: 'Asked not to be contacted. Only they can change that, by writing START.',
  invalid_number: 'The phone number can’t be used. Correct it on the person’s card.',
  no_number: 'There is no phone number. Add one to the person’s card.',
  duplicate_number: 'Somebody else in this campaign has the same number. Pick which of them stays.',
  contacted_before:
    'Was contacted by the campaign this one was copied from. To ask them again, let them in at the audience.',
  cool_down: 'Was contacted a short while ago. Launch again after the rest period.',
  active_elsewhere:
    'Is in a conversation with another running campaign. Wait for it to end, or ask an admin to allow both.',
  contact_cap:
    'Has reached the limit of contacts for this period. Launch again when it has passed.',
  removed: 'Was taken out of the audience by hand. Add them again before the launch.',
  stopped: 'The campaign was stopped before they were contacted. Duplicate it to reach them.',
  expired: 'The task waited too long to be sent. Duplicate the campaign to reach them.',
  window_over: 'The campaign ended before they were contacted. Duplicate it to reach them.',
}

/** Narrows a text of the database to a reason we know. */
export function isExclusionReason(text: string): text is ExclusionReason {
  return Object.hasOwn(EXCLUSION_MESSAGES, text)
}
