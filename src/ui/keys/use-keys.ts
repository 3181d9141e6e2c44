import { useEffect, useEffectEvent } from 'react'

/** Where keys are text, or belong to what is open above the page. */
function isElsewhere(event: KeyboardEvent): boolean {
  const { target } = event
  return (
    (target instanceof HTMLElement &&
      (target.isContentEditable || target.closest('input, textarea, select') !== null)) ||
    document.querySelector('[aria-modal="true"], [role="menu"]') !== null
  )
}

/**
 * Single keys that do something while a page is open: `{ j: next }`. They keep quiet while
 * somebody types, while a dialog or menu is open, and together with Ctrl, Alt or Meta.
 */
export function useKeys(actions: Readonly<Record<string, () => void>>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined
    if (action === undefined || event.defaultPrevented || isElsewhere(event)) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    action()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      onKeyDown(event)
    }
    document.addEventListener('keydown', listen)
    return () => {
      document.removeEventListener('keydown', listen)
    }
  }, [])
}
