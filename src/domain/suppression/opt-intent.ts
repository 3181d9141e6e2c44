import { foldText } from '../../lib/fold-text.ts'
import { COURTESY_WORDS, START_WORDS, STOP_WORDS } from './opt-words.ts'

export type OptIntent = 'stop' | 'start'

/** The words of a message without case, accents, punctuation, emoji and Arabic's stretching. */
function wordsOf(text: string): string[] {
  const folded = foldText(text).replace(/['’ʼ`\u0640]|\p{Cf}/gu, '')
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** "S.T.O.P", "opt-out" and "opt out" are all told by their letters alone. */
function lettersOf(text: string): string {
  return wordsOf(text).join('')
}

function lettersOfAll(languages: Readonly<Record<string, readonly string[]>>): ReadonlySet<string> {
  return new Set(Object.values(languages).flat().map(lettersOf))
}

const STOP = lettersOfAll(STOP_WORDS)
const START = lettersOfAll(START_WORDS)
// Two blanks between words, so that neighbouring phrases don't share one.
const spaced = (words: readonly string[]) => ` ${words.join('  ')} `
const COURTESY = COURTESY_WORDS.map((phrase) => spaced(wordsOf(phrase)))

function withoutCourtesy(words: readonly string[]): string[] {
  const rest = COURTESY.reduce((text, phrase) => text.replaceAll(phrase, ''), spaced(words))
  return rest.split(' ').filter((word) => word !== '')
}

function isOneOf(known: ReadonlySet<string>, words: readonly string[]): boolean {
  if (words.length === 0) return false
  return known.has(words.join('')) || words.every((word) => known.has(word))
}

/**
 * What a message from a candidate asks for, if the whole of it is a word for stop or start
 * (repeated, or with "please" around it). A sentence that merely contains such a word means
 * what it says ("The bus stop is near") and gives null: the agent or a person answers it.
 */
export function optIntent(text: string): OptIntent | null {
  const words = wordsOf(text)
  const bare = withoutCourtesy(words)
  if (isOneOf(STOP, words) || isOneOf(STOP, bare)) return 'stop'
  if (isOneOf(START, words) || isOneOf(START, bare)) return 'start'
  return null
}
