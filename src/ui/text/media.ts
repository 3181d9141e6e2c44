import { readMediaMark } from '../../lib/media-mark.ts'

/** Words of pictures, recordings and files in a conversation. */
export const mediaText = {
  kinds: { image: 'Photo', audio: 'Voice message', video: 'Video', file: 'Document' },
  where: 'Open WhatsApp to see it: Rollcall keeps words, not files.',
} as const

/** A message's text in one line: of a picture what it is, and its caption. */
export function lineOf(text: string): string {
  const marked = readMediaMark(text)
  if (marked === null) return text
  const kinds = marked.media.map((kind) => mediaText.kinds[kind]).join(', ')
  return marked.caption === '' ? kinds : `${kinds}: ${marked.caption}`
}
