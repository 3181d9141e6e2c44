export type TextPiece = {
  readonly kind: 'text' | 'link'
  readonly text: string
  /** Where it begins in the whole. */
  readonly at: number
}

const LINK = /https?:\/\/[^\s<>"'“”‘’]+/gi
const TRAILING = new Set('.,;:!?…)]}')

/** Takes off what a sentence puts behind an address, but keeps a bracket that the address opened. */
function trimEnd(address: string): string {
  // From the end by hand: a pattern would take quadratic time on a long run of full stops.
  let end = address.length
  while (end > 0 && TRAILING.has(address.charAt(end - 1))) end -= 1
  const bare = address.slice(0, end)
  return address.charAt(end) === ')' && bare.includes('(') ? `${bare})` : bare
}

/** Splits text into plain pieces and web addresses; joined again they are the text. */
export function splitLinks(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let at = 0
  for (const match of text.matchAll(LINK)) {
    const address = trimEnd(match[0])
    if (!URL.canParse(address)) continue
    if (match.index > at) pieces.push({ kind: 'text', text: text.slice(at, match.index), at })
    pieces.push({ kind: 'link', text: address, at: match.index })
    at = match.index + address.length
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at), at })
  return pieces
}
