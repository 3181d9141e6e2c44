/**
 * How a message with a picture, a recording or a file stands among texts: `[image] My card`. Rollcall
 * keeps what was said, not the files, so the mark and the caption are all there is.
 */

export const MEDIA_KINDS = ['image', 'audio', 'video', 'file'] as const
export type MediaKind = (typeof MEDIA_KINDS)[number]

const KIND = MEDIA_KINDS.join('|')
const MARKED = new RegExp(`^\\[((?:${KIND})(?:, (?:${KIND}))*)\\](?: ([\\s\\S]*))?$`)

/** The text of a message that holds media, with its caption, which may be empty. */
export function markMedia(media: readonly MediaKind[], caption: string): string {
  const mark = `[${media.join(', ')}]`
  return caption === '' ? mark : `${mark} ${caption}`
}

/** What `markMedia` put together; null for any other text. */
export function readMediaMark(
  text: string,
): { readonly media: readonly MediaKind[]; readonly caption: string } | null {
  const [, kinds, caption = ''] = MARKED.exec(text) ?? []
  if (kinds === undefined) return null
  const named = kinds.split(', ')
  return { media: named.filter((kind) => isMediaKind(kind)), caption }
}

function isMediaKind(text: string): text is MediaKind {
  return (MEDIA_KINDS as readonly string[]).includes(text)
}
