import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { paletteText } from '../../ui/text/palette.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { KeyboardHint } from '../../ui/words/keyboard-hint.tsx'
import { type Command, type Pending, readPress, SHORTCUTS } from '../shortcuts/shortcuts.ts'
import { takeBackLatest } from '../toasts/take-back.ts'
import classes from './palette-button.module.css'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))
const HelpSheet = lazy(async () => ({
  default: (await import('../shortcuts/help-sheet.tsx')).HelpSheet,
}))

/** Whether what is pressed goes into a field, or belongs to a dialog or a menu that is open. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="textbox"], [role="menu"], [role="listbox"]') !==
      null ||
    document.querySelector('[aria-modal="true"]') !== null
  )
}

/** The way to the search over everything; hears the shortcuts of every page. */
export function PaletteButton() {
  const [shown, setShown] = useState<'palette' | 'help' | null>(null)
  const navigate = useNavigate()
  const { canWrite } = useViewer()
  const pending = useRef<Pending>(null)

  const run = useCallback(
    (command: Command) => {
      if (command.kind === 'go') void navigate(command.href)
      else if (command.kind === 'undo') void takeBackLatest()
      else setShown(command.kind)
    },
    [navigate],
  )

  useEffect(() => {
    const allowed = SHORTCUTS.filter(({ writes }) => canWrite || writes !== true)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return
      const { key, altKey: alt, ctrlKey, metaKey, timeStamp: at } = event
      const press = { key, alt, at, mod: ctrlKey || metaKey, typing: isTyping(event.target) }
      const read = readPress(press, pending.current, allowed)
      const { command } = read
      const isSequence = command !== readPress(press, null, allowed).command
      pending.current = read.pending
      if (command === null) return
      if (press.mod || isSequence) {
        event.preventDefault()
        run(command)
        return
      }
      // A single key may be the page's own, which hears it on the document too.
      const runUnlessTaken = () => {
        if (!event.defaultPrevented) {
          event.preventDefault()
          run(command)
        }
      }
      window.addEventListener('keydown', runUnlessTaken, { once: true })
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [canWrite, run])

  const close = () => {
    setShown(null)
  }
  return (
    <>
      <button
        type="button"
        className={classes['button']}
        title={paletteText.open}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => {
          setShown('palette')
        }}
      >
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <span className={classes['label']}>{paletteText.open}</span>
        <span className={classes['label']} aria-hidden>
          <KeyboardHint keys={['mod', 'K']} />
        </span>
      </button>
      <Suspense fallback={null}>
        {shown === 'palette' && <Palette onClose={close} onRun={run} />}
        {shown === 'help' && <HelpSheet onClose={close} />}
      </Suspense>
    </>
  )
}
