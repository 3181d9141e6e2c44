import { foldText } from '../../lib/fold-text.ts'

/** Something the palette offers: it leads to a page or does something. */
export type Entry = {
  /** What it is among: "Jobs". */
  readonly group: string
  readonly label: string
  readonly detail?: string
  readonly href?: string
  readonly run?: () => void
}

/** The entries in which every word of the search begins a word; all of them without a search. */
export function matchEntries(entries: readonly Entry[], search: string): readonly Entry[] {
  const wanted = foldText(search).split(/\s+/).filter(Boolean)
  return entries.filter(({ label, group }) => {
    const words = foldText(`${label} ${group}`).split(/[^\p{L}\p{N}]+/u)
    return wanted.every((part) => words.some((word) => word.startsWith(part)))
  })
}
