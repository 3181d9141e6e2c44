/** The part of a text around the words that were searched for. */
import { foldText } from '../../lib/fold-text.ts'

export type SnippetPart = {
  readonly text: string
  /** True where it is one of the words. */
  readonly found: boolean
}

const AROUND = 60
const WORD = /[\p{L}\p{N}\p{M}]+/gu

/**
 * Cuts a text to what stands around the first word that begins like one of the searched ones, and
 * marks those. Case and accents don't matter, as in the search itself. An ellipsis says where
 * something was left out.
 *
 * @param around how many characters stay on either side of the first word
 */
export function cutSnippet(text: string, query: string, around = AROUND): readonly SnippetPart[] {
  const searched = [...foldText(query).matchAll(WORD)].map(([word]) => word)
  const hits = [...text.matchAll(WORD)].filter(([word]) => {
    const folded = foldText(word)
    return searched.some((begin) => folded.startsWith(begin))
  })
  const first = hits[0]?.index ?? 0
  const from = Math.max(0, first - around)
  const to = Math.min(text.length, first + 2 * around)
  const parts: SnippetPart[] = []
  const add = (part: string, found: boolean): void => {
    if (part !== '') parts.push({ text: part, found })
  }
  let at = from
  if (from > 0) add('…', false)
  for (const hit of hits) {
    if (hit.index + hit[0].length > to) break
    add(text.slice(at, hit.index), false)
    add(hit[0], true)
    at = hit.index + hit[0].length
  }
  add(text.slice(at, to), false)
  if (to < text.length) add('…', false)
  return parts
}
