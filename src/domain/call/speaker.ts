export const SPEAKERS = ['agent', 'candidate', 'unknown'] as const
export type Speaker = (typeof SPEAKERS)[number]

// "Caller" is left out: we call, so it may be either of them.
const NAMES: ReadonlyMap<string, Speaker> = new Map<string, Speaker>([
  ['agent', 'agent'],
  ['ai', 'agent'],
  ['ai agent', 'agent'],
  ['assistant', 'agent'],
  ['bot', 'agent'],
  ['recruiter', 'agent'],
  ['user', 'candidate'],
  ['human', 'candidate'],
  ['candidate', 'candidate'],
  ['customer', 'candidate'],
  ['callee', 'candidate'],
])

/** Every label a transcript may put before a line, longest first, as a regular expression's part. */
export const SPEAKER_LABELS = [...NAMES.keys()].toSorted((a, b) => b.length - a.length).join('|')

/** Who a label or role names, whatever its case; `unknown` for any other. */
export function toSpeaker(label: string): Speaker {
  return NAMES.get(label.trim().toLowerCase()) ?? 'unknown'
}
