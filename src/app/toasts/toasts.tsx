import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { listenToUndo } from '../../ui/feedback/undo.ts'
import { commonText } from '../../ui/text/common.ts'
import { shellText } from '../../ui/text/shell.ts'
import { takeBack } from './take-back.ts'
import { dismissToast, raiseToast, type Toast, useToasts } from './toast-store.ts'
import classes from './toasts.module.css'

const DONE_SHOWN_MS = 6_000
const UNDO_SHOWN_MS = 12_000

/** One message. A failure stays until it is dismissed; the rest goes, but not under the pointer or the focus. */
function ToastItem({ toast }: { readonly toast: Toast }) {
  const item = useRef<HTMLLIElement>(null)
  const { id, tone, undo } = toast

  useEffect(() => {
    if (tone === 'failed') return undefined
    const timer = setInterval(
      () => {
        if (item.current?.matches(':hover, :focus-within') !== true) dismissToast(id)
      },
      undo === undefined ? DONE_SHOWN_MS : UNDO_SHOWN_MS,
    )
    return () => {
      clearInterval(timer)
    }
  }, [id, tone, undo])

  const ToastIcon = tone === 'failed' ? IconAlertTriangle : IconCheck
  return (
    <li ref={item} className={classes['toast']} data-tone={tone}>
      <ToastIcon size={18} aria-hidden className={classes['icon']} />
      <div className={classes['words']} role={tone === 'failed' ? 'alert' : 'status'}>
        <div className={classes['title']}>{toast.title}</div>
        {toast.advice !== undefined && <div className={classes['advice']}>{toast.advice}</div>}
      </div>
      {undo !== undefined && (
        <button
          type="button"
          className={classes['undo']}
          aria-keyshortcuts="Z"
          onClick={() => void takeBack(toast)}
        >
          {commonText.undo}
        </button>
      )}
      <button
        type="button"
        className={classes['dismiss']}
        aria-label={commonText.dismiss}
        onClick={() => {
          dismissToast(id)
        }}
      >
        <IconX size={16} aria-hidden />
      </button>
    </li>
  )
}

/** The messages at the edge of the page, undo among them. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts)

  useEffect(
    () =>
      listenToUndo(({ message, undo }) => {
        raiseToast({ tone: 'done', title: message, undo })
      }),
    [],
  )

  return (
    <section aria-label={shellText.notifications} className={classes['region']}>
      <ul className={classes['list']}>
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} />
        ))}
      </ul>
    </section>
  )
}
