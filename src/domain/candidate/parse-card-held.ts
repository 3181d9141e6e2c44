import { foldText } from '../../lib/fold-text.ts'
import { err, ok, type Result } from '../../lib/result.ts'

/** The two site cards that recruiters ask for: CSCS blue (skilled) and green (labourer). */
export const CARD_COLOURS = ['blue', 'green'] as const
export type CardColour = (typeof CARD_COLOURS)[number]

// English, Polish, Romanian, Portuguese, Spanish, French and German, folded.
const YES = new Set(
  'yes y true t 1 x v ✓ ✔ ☑ held holds has valid active ok tak da sim si oui ja'.split(' '),
)
const NO = new Set(
  'no n false f 0 - – ✗ ✘ ☐ none never expired lapsed n/a na nie nu nao non nein'.split(' '),
)

/**
 * Whether a person holds a card, from a cell: true, false, or null for an empty one, which says
 * nothing. A cell that names a colour ("Blue", "green card") says yes to that one and no to the
 * other, so that one column may serve both. The error says what to write.
 */
export function parseCardHeld(text: string, colour: CardColour): Result<boolean | null, string> {
  const word = foldText(text)
    .trim()
    .replace(/[.!]+$/, '')
  if (word === '') return ok(null)
  if (YES.has(word)) return ok(true)
  if (NO.has(word)) return ok(false)
  const named = CARD_COLOURS.filter((each) => new RegExp(`\\b${each}\\b`).test(word))
  const denies = /\b(?:no|not|without|expired|lapsed)\b/.test(word)
  if (named.length > 0 && !denies) return ok(named.includes(colour))
  return err(`Write yes or no for the ${colour} card, or leave it empty.`)
}
