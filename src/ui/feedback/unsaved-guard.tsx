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
}

/**
 * Asks before a page with unsaved input is left, by a link, the back button or by closing the
 * tab. Moving within the page (tabs, panels, filters in the address) is free.
 */
export function UnsavedGuard({ dirty }: UnsavedGuardProps) {
  const guard = useContext(LeaveGuardContext)
  const { pathname } = useLocation()
  const [asked, setAsked] = useState<{ readonly leave: () => void }>()

  // What can't be saved is most often so because the network is gone.
  useEffect(preloadConfirmDialog, [])

  useEffect(() => {
    if (!dirty) return undefined
    return guard({
      concerns: (move) => move.pathname !== pathname && move.state !== AFTER_SAVE,
      ask: (leave) => {
        setAsked({ leave })
      },
    })
  }, [dirty, guard, pathname])

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
