import { createContext, useContext } from 'react'

/** A change that waits on this device, as far as the page it was written on shows it. */
export type KeptMark = {
  readonly id: string
  readonly subjectId: string
  /** The text of a note; undefined for what is no text. */
  readonly text: string | undefined
  readonly writtenAt: number
  readonly refused: boolean
}

/** What waits to be sent; the app says so. */
export const KeptMarksContext = createContext<readonly KeptMark[]>([])

/** What waits about one row. */
export function useKeptMarks(subjectId: string): readonly KeptMark[] {
  return useContext(KeptMarksContext).filter((mark) => mark.subjectId === subjectId)
}
