/**
 * Keeps what is entered in the wizard until the database has it: saves by itself when typing
 * pauses, group after group, each with the version seen. Rows stay in the query cache; here is only
 * what is not saved yet.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Draft } from '../../../data/frontend/campaign-drafts.ts'
import { isAppError } from '../../../lib/app-error.ts'
import {
  type DraftEdits,
  EDIT_GROUPS,
  editFault,
  type EditGroup,
  hasEdits,
  mergeEdits,
  overlaps,
  withoutSaved,
} from './draft-edits.ts'

const PAUSE_MS = 700

export type DraftState = {
  readonly edits: DraftEdits
  /** The draft as it was when the first of the edits was entered. */
  readonly base: Draft | null
  readonly phase: 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict'
  /** Why the last save failed. */
  readonly error: unknown
  /** In conflict: what somebody else saved meanwhile. */
  readonly theirs: Draft | null
}

/** What the store needs from outside. */
export type DraftPorts = {
  /** The draft as last heard of. */
  readonly read: () => Draft
  /** Hands on what the database answered. */
  readonly write: (draft: Draft) => void
  /** Saves one group over the draft seen; AppError `conflict` where somebody was faster. */
  readonly save: (seen: Draft, edits: DraftEdits, group: EditGroup) => Promise<Draft>
  /** The draft as it is now. */
  readonly reload: () => Promise<Draft>
}

export type DraftStore = StoreApi<DraftState> & {
  readonly edit: (edits: DraftEdits) => void
  /** Saves now what can be saved; true where nothing is left. */
  readonly flush: () => Promise<boolean>
  /** Out of a conflict: mine over theirs, or mine given up. */
  readonly settle: (choice: 'mine' | 'theirs') => Promise<void>
}

const IDLE: DraftState = { edits: {}, base: null, phase: 'saved', error: null, theirs: null }

export function createDraftStore(ports: DraftPorts): DraftStore {
  const store = createStore<DraftState>(() => IDLE)
  const { getState: get, setState: set } = store
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null

  function nextGroup(): EditGroup | undefined {
    const { edits } = get()
    return EDIT_GROUPS.find((group) => edits[group] !== undefined && !editFault(edits, group))
  }

  /** Takes over what others saved; false where both changed the same. */
  function rebase(theirs: Draft): boolean {
    const { base, edits } = get()
    if (base !== null && overlaps(base, theirs, edits).length > 0) {
      set({ phase: 'conflict', theirs })
      return false
    }
    set({ base: theirs })
    return true
  }

  async function saveGroup(group: EditGroup): Promise<boolean> {
    const present = ports.read()
    const { base } = get()
    if (base === null || base.campaign.version < present.campaign.version) {
      if (!rebase(present)) return false
    }
    const { base: seen, edits } = get()
    if (seen === null) return false
    const saved = { [group]: edits[group] }
    try {
      const draft = await ports.save(seen, saved, group)
      ports.write(draft)
      set((state) => ({ base: draft, edits: withoutSaved(state.edits, saved) }))
      return true
    } catch (error) {
      if (!isAppError(error, 'conflict')) throw error
      const theirs = await ports.reload()
      ports.write(theirs)
      // Launched meanwhile, or refused for another reason: trying again would not end.
      const canGoOn = theirs.campaign.state === 'draft'
      if (!canGoOn || theirs.campaign.version === seen.campaign.version) throw error
      return rebase(theirs)
    }
  }

  async function saveAll(): Promise<void> {
    set({ phase: 'saving', error: null })
    try {
      for (let group = nextGroup(); group !== undefined; group = nextGroup()) {
        if (!(await saveGroup(group))) return
      }
      set(hasEdits(get().edits) ? { phase: 'unsaved' } : IDLE)
    } catch (error) {
      set({ phase: 'failed', error })
    }
  }

  function saveSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), PAUSE_MS)
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    // Several may wait for one save; only the first of them finds the way free.
    while (running !== null) await running
    const { edits, phase } = get()
    if (phase !== 'conflict' && hasEdits(edits)) {
      running = saveAll().finally(() => {
        running = null
      })
      await running
    }
    return !hasEdits(get().edits)
  }

  return {
    ...store,
    edit: (edits) => {
      const { base, phase } = get()
      set({
        edits: mergeEdits(get().edits, edits),
        base: base ?? ports.read(),
        phase: phase === 'conflict' || phase === 'saving' ? phase : 'unsaved',
      })
      saveSoon()
    },
    flush,
    settle: async (choice) => {
      const { theirs } = get()
      if (choice === 'theirs') {
        set(IDLE)
        return
      }
      set({ base: theirs, theirs: null, phase: 'unsaved' })
      await flush()
    },
  }
}
