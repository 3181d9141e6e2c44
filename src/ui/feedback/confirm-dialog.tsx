import { lazy, Suspense, useState } from 'react'
import type { ConfirmDialogProps } from './confirm-modal.tsx'

const loadConfirmModal = () => import('./confirm-modal.tsx')

const ConfirmModal = lazy(async () => ({ default: (await loadConfirmModal()).ConfirmModal }))

/** Fetches the dialog's code ahead, for a question that may have to be asked without a network. */
export function preloadConfirmDialog(): void {
  // A failure is met again, and told, when the dialog opens.
  loadConfirmModal().catch(() => undefined)
}

/**
 * Asks before something that can't be undone, with what will happen in numbers. Where undo is
 * possible, do it and call `offerUndo` instead. Its code comes with the first opening.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [wanted, setWanted] = useState(props.opened)
  if (props.opened && !wanted) setWanted(true)
  if (!wanted) return null
  return (
    <Suspense fallback={null}>
      <ConfirmModal {...props} />
    </Suspense>
  )
}
