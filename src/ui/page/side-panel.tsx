import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useEffectEvent, useId, useRef } from 'react'
import { commonText } from '../text/common.ts'
import classes from './side-panel.module.css'

type SidePanelProps = {
  readonly title: string
  /** Below the title: badges, a phone, buttons. It scrolls away with what is below it. */
  readonly head?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/** True while a dialog above the page is open, which Escape then belongs to. */
function modalIsOpen(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null
}

/**
 * The panel at the right in which a row opens while its list stays usable; the whole screen on a
 * phone. It takes the focus when it opens and gives it back when it closes; Escape closes it.
 * Give it `key={id}` where another record should start at the top.
 */
export function SidePanel({ title, head, onClose, children }: SidePanelProps) {
  const titleId = useId()
  const panel = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const closeByKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !modalIsOpen()) onClose()
  })

  useEffect(() => {
    const opener = document.activeElement
    // What an address names inside took it already.
    const isInside = panel.current?.contains(opener) === true
    if (!isInside) heading.current?.focus({ preventScroll: true })
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      closeByKey(event)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [])

  return (
    <div ref={panel} role="dialog" aria-labelledby={titleId} className={classes['panel']}>
      <div className={classes['head']}>
        <div className={classes['titleRow']}>
          <h2 id={titleId} ref={heading} tabIndex={-1} className={classes['title']}>
            {title}
          </h2>
          <button
            type="button"
            className={classes['close']}
            aria-label={commonText.close}
            title={`${commonText.close} (Esc)`}
            onClick={onClose}
          >
            <IconX size={18} aria-hidden />
          </button>
        </div>
      </div>
      <div className={classes['body']}>
        {head !== undefined && <div className={classes['facts']}>{head}</div>}
        {children}
      </div>
    </div>
  )
}
