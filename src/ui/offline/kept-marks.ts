import { createContext, useContext, useMemo } from 'react'

/** What a change that waits makes of a card. */
export type KeptEdit =
  | {
      readonly status: string
      readonly position?: number | undefined
      readonly reason?: string | undefined
    }
  | { readonly assignedTo: string | null }
  | { readonly followUpOn: string | null }
  | { readonly addTags: readonly string[]; readonly removeTags: readonly string[] }

/** A change that waits on this device, as far as the page it was written on shows it. */
export type KeptMark = {
  readonly id: string
  readonly subjectId: string
  /** The text of a note; undefined for what is no text. */
  readonly text: string | undefined
  /** What becomes of a card; undefined for what changes none. */
  readonly edit: KeptEdit | undefined
  readonly writtenAt: number
  readonly refused: boolean
}

/** What waits to be sent, in the order of writing; the app says so. */
export const KeptMarksContext = createContext<readonly KeptMark[]>([])

/** What waits about these rows. */
export function useKeptMarks(subjectIds: readonly (string | null)[]): readonly KeptMark[] {
  return useContext(KeptMarksContext).filter((mark) => subjectIds.includes(mark.subjectId))
}

/** What changes of cards are on their way, by the card, in the order of writing; not what was refused. */
export function useKeptEdits(): ReadonlyMap<string, readonly KeptEdit[]> {
  const marks = useContext(KeptMarksContext)
  return useMemo(() => {
    const edits = new Map<string, KeptEdit[]>()
    for (const { subjectId, edit, refused } of marks) {
      if (edit === undefined || refused) continue
      edits.set(subjectId, [...(edits.get(subjectId) ?? []), edit])
    }
    return edits
  }, [marks])
}
