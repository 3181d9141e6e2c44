import { create } from 'zustand'
import { persist } from 'zustand/middleware'

type Preferences = {
  /** Whether the navigation shows icons only. */
  readonly navCollapsed: boolean
  /** The office whose rows are shown; undefined means all one belongs to. */
  readonly officeId: string | undefined
}

/** What this browser remembers of how a person likes to work; nothing secret, no rows. */
export const usePreferences = create<Preferences>()(
  persist((): Preferences => ({ navCollapsed: false, officeId: undefined }), {
    name: 'rollcall-preferences',
    version: 1,
  }),
)

/** Changes some of the preferences. */
export function setPreferences(patch: Partial<Preferences>): void {
  usePreferences.setState(patch)
}
