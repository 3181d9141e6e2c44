import { useEffect, useRef } from 'react'
import { useBlocker } from 'react-router'
import { unsavedText } from '../text/common.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'

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
  const leaves = useRef(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty &&
      nextLocation.state !== AFTER_SAVE &&
      currentLocation.pathname !== nextLocation.pathname,
  )

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
      opened={blocker.state === 'blocked'}
      title={unsavedText.title}
      confirmLabel={unsavedText.leave}
      cancelLabel={unsavedText.stay}
      danger
      onConfirm={() => {
        leaves.current = true
      }}
      onClose={() => {
        if (leaves.current) blocker.proceed?.()
        else blocker.reset?.()
        leaves.current = false
      }}
    >
      {unsavedText.body}
    </ConfirmDialog>
  )
}
