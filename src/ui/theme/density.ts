/** How tall rows are on this device; public/appearance.js sets it before anything is painted. */
import { useSyncExternalStore } from 'react'

export type Density = 'comfortable' | 'compact'

/** How high a row of a table is, in px; `--rc-row` in tokens.css is the same. */
export const ROW_HEIGHTS: Readonly<Record<Density, number>> = { comfortable: 40, compact: 32 }

const KEY = 'rollcall-density'
const listeners = new Set<() => void>()

function present(): Density {
  return document.documentElement.dataset['density'] === 'compact' ? 'compact' : 'comfortable'
}

/** Changes the height of rows at once, and remembers it on this device. */
export function setDensity(density: Density): void {
  document.documentElement.dataset['density'] = density
  try {
    localStorage.setItem(KEY, density)
  } catch {
    // Storage may be forbidden; then it lasts until the page is left.
  }
  for (const listener of listeners) listener()
}

/** The present density. */
export function useDensity(): Density {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, present)
}
