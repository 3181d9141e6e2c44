/**
 * What an objective of any campaign means in a conversation. Campaigns invent their objectives,
 * so they are told apart by the words of their keys.
 */
import type { Objective, ObjectiveTemplate } from '../../src/domain/objective/objective-template.ts'

export const OUTCOMES = [
  'refusal',
  'wrong-number',
  'started-work',
  'hired',
  'interview',
  'interest',
] as const

/** An outcome is decided by how the conversation goes; everything else is a question to ask. */
export type Outcome = (typeof OUTCOMES)[number]

const OUTCOME_WORDS: readonly (readonly [Outcome, RegExp])[] = [
  ['refusal', /reject|refus|declin|(^|_)not?_interest|uninterest/],
  ['wrong-number', /wrong_number/],
  ['started-work', /start(ed|s)?_(work|job)/],
  ['hired', /(^|_)hired?(_|$)|accepted_offer/],
  ['interview', /interview/],
  ['interest', /interest/],
]

/** The outcome that a boolean objective reports, or null for a question. */
function outcomeOf(key: string, objective: Objective): Outcome | null {
  if (objective.type !== 'boolean') return null
  return OUTCOME_WORDS.find(([, words]) => words.test(key))?.[0] ?? null
}

/**
 * The keys under which agents store an outcome that a campaign has no objective for: those of
 * Rollcall's default rules (src/domain/status/status-rule.ts). Null: it goes unsaid.
 */
const STANDARD_KEY: Readonly<Record<Outcome, string | null>> = {
  refusal: 'rejected',
  'wrong-number': null,
  'started-work': 'started_work',
  hired: 'hired',
  interview: 'interview_scheduled',
  interest: 'interested',
}

export type Question = { readonly key: string; readonly objective: Objective }

export type ObjectiveRoles = {
  /** The keys that report an outcome; several where a campaign has several. */
  readonly outcomes: Readonly<Record<Outcome, readonly string[]>>
  readonly questions: readonly Question[]
}

/** Sorts a campaign's objectives into outcomes and questions, questions in their own order. */
export function toObjectiveRoles(objectives: ObjectiveTemplate): ObjectiveRoles {
  const entries = Object.entries(objectives)
  const keysOf = (outcome: Outcome) => {
    const own = entries.filter(([key, one]) => outcomeOf(key, one) === outcome).map(([key]) => key)
    const standard = STANDARD_KEY[outcome]
    // A key that the campaign uses for something else keeps its meaning.
    return own.length > 0 || standard === null || standard in objectives ? own : [standard]
  }
  return {
    outcomes: {
      refusal: keysOf('refusal'),
      'wrong-number': keysOf('wrong-number'),
      'started-work': keysOf('started-work'),
      hired: keysOf('hired'),
      interview: keysOf('interview'),
      interest: keysOf('interest'),
    },
    questions: entries
      .filter(([key, one]) => outcomeOf(key, one) === null)
      .map(([key, objective]) => ({ key, objective })),
  }
}
