/** How the demo's people answer whatever a campaign asks. */
import type { Random } from '../../src/lib/random.ts'
import type { Question } from './objective-role.ts'
import { between, pick } from './seeded-random.ts'
import type { ObjectiveValue } from './step.ts'

export type Answer = {
  /** What is said in the conversation. */
  readonly words: string
  /** What the agent stores for the objective. */
  readonly value: ObjectiveValue
}

type Texts = readonly [string, ...string[]]

const TEXT_ANSWERS: readonly (readonly [RegExp, Texts])[] = [
  [
    /card|cscs|ticket|qualif|certif|licen[cs]e/,
    [
      'Blue CSCS card, valid until next summer',
      'Green card, and I have my gold booked',
      'Blue card and IPAF',
    ],
  ],
  [
    /avail|when|start|notice/,
    ['From Monday', 'A week from now', 'Straight away, I finished Friday'],
  ],
  [/rate|pay|salary|money/, ['£190 a day', '£24 an hour', 'Around £200 a day, CIS']],
  [/experience|years|trade/, ['8 years, mostly new-build', '12 years, commercial and domestic']],
  [
    /locat|travel|postcode|where|area/,
    ['Happy to travel up to an hour', 'I live twenty minutes away'],
  ],
  [/refer/, ['Yes, my last site manager would speak for me']],
  [/tool|van|transport/, ['Yes, own tools and a van']],
]
const OTHER_ANSWERS: Texts = ['Yes, that works for me', 'That is fine', 'Yes, no problem']

/** The agent's question, out of a description such as "WhatsApp: …\nCall: …". */
export function questionText({ key, objective }: Question, channel: 'WhatsApp' | 'Call'): string {
  const texts = objective.description.split('\n').map((line) => line.trim())
  const own = texts.find((line) => line.startsWith(`${channel}: `))?.slice(channel.length + 2)
  const plain = texts.find((line) => line !== '')?.replace(/^(WhatsApp|Call): /, '')
  const text = own ?? plain ?? key.replace(/^matrix_/, '').replaceAll('_', ' ')
  return text.endsWith('?') || own !== undefined ? text : `One question: ${text}?`
}

/** A plausible answer of the objective's type. */
export function answerQuestion({ key, objective }: Question, random: Random): Answer {
  const about = `${key} ${objective.description}`.toLowerCase()
  switch (objective.type) {
    case 'boolean': {
      const value = random() < 0.75
      return {
        words: value ? pick(random, ['Yes', 'Yes, I do', 'Yeah, sure']) : 'No, sorry',
        value,
      }
    }
    case 'number': {
      const value = /rate|pay|salary/.test(about)
        ? between(random, 32, 48) * 5
        : between(random, 2, /year|experience/.test(about) ? 20 : 9)
      return { words: String(value), value }
    }
    case 'string': {
      const words = pick(
        random,
        TEXT_ANSWERS.find(([word]) => word.test(about))?.[1] ?? OTHER_ANSWERS,
      )
      return { words, value: words }
    }
  }
}
