import { useContext, useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { unsavedText } from '../text/common.ts'
import { ConfirmDialog, preloadConfirmDialog } from './confirm-dialog.tsx'
import { LeaveGuardContext } from './leave-guard.ts'

/** Location state of a move that follows saving: `navigate(to, { state: AFTER_SAVE })` isn't asked. */
export const AFTER_SAVE = { afterSave: true } as const

type UnsavedGuardProps = {
  /** True while something entered on this page is not saved. */
  readonly dirty: boolean
  /** The name of the search parameter that says what the input belongs to, where one does. */
  readonly about?: string
}

function subjectOf(search: string, about: string | undefined): string {
  return about === undefined ? '' : (new URLSearchParams(search).get(about) ?? '')
}

/**
 * Asks before a page with unsaved input is left, by a link, the back button or by closing the
 * tab. Moving within the page (tabs, panels, filters in the address) is free, but for what the input
 * is about.
 */
export function UnsavedGuard({ dirty, about }: UnsavedGuardProps) {
  const guard = useContext(LeaveGuardContext)
  const { pathname, search } = useLocation()
  const subject = subjectOf(search, about)
  const [asked, setAsked] = useState<{ readonly leave: () => void }>()

  // What can't be saved is most often so because the network is gone.
  useEffect(preloadConfirmDialog, [])

  useEffect(() => {
    if (!dirty) return undefined
    return guard({
      concerns: (move) =>
        (move.pathname !== pathname || subjectOf(move.search, about) !== subject) &&
        move.state !== AFTER_SAVE,
      ask: (leave) => {
        setAsked({ leave })
      },
    })
  }, [dirty, guard, pathname, about, subject])

  useEffect(() => {
    if (!dirty) return undefined
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
    }
  }, [dirty])

  return (
    <ConfirmDialog
      opened={asked !== undefined}
      title={unsavedText.title}
      confirmLabel={unsavedText.leave}
      cancelLabel={unsavedText.stay}
      danger
      local
      onConfirm={() => asked?.leave()}
      onClose={() => {
        setAsked(undefined)
      }}
    >
      {unsavedText.body}
    </ConfirmDialog>
  )
}
