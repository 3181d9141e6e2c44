/**
 * Brings what an address names after its `#` into view, unfolds it if it is a call, and gives it
 * the focus, so that it is seen which one it is and the keyboard goes on from there.
 */
export function reachAnchor(hash: string): void {
  const element = document.getElementById(decodeURIComponent(hash.slice(1)))
  if (element === null) return
  if (element instanceof HTMLDetailsElement) element.open = true
  element.scrollIntoView({ block: 'center' })
  const focused = element instanceof HTMLDetailsElement ? element.querySelector('summary') : element
  focused?.focus({ preventScroll: true })
}
