import { createContext, useContext } from 'react'
import type { Draft } from '../../../data/frontend/campaign-drafts.ts'
import type { DraftFields } from './draft-edits.ts'
import type { DraftStore } from './draft-store.ts'

/** What every step of the wizard works on. */
export type DraftWork = {
  /** The draft with what was entered on top. */
  readonly draft: Draft
  readonly store: DraftStore
  /** Enters fields of the campaign; they are saved when the typing pauses. */
  readonly editFields: (fields: Partial<DraftFields>) => void
}

export const DraftContext = createContext<DraftWork | undefined>(undefined)

/** The draft of the wizard around. */
export function useDraft(): DraftWork {
  const work = useContext(DraftContext)
  if (work === undefined) throw new Error('useDraft outside the wizard')
  return work
}
