import { useCallback, useRef, useState } from 'react'

export type Selection = {
  readonly selected: ReadonlySet<string>
  /** Turns one row on or off; with `range`, all rows from the last one turned. */
  readonly toggle: (key: string, range: boolean) => void
  /** Turns all rows of the present page on, or off when all are on already. */
  readonly togglePage: () => void
  readonly clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

/**
 * Which rows are selected. Rows selected on another page stay selected.
 *
 * @param keys the keys of the rows on the present page, in order
 */
export function useSelection(keys: readonly string[]): Selection {
  const [selected, setSelected] = useState(NONE)
  const last = useRef<string>(undefined)

  const toggle = useCallback(
    (key: string, range: boolean) => {
      const from = range && last.current !== undefined ? keys.indexOf(last.current) : -1
      last.current = key
      setSelected((before) => {
        const after = new Set(before)
        const on = !before.has(key)
        const to = keys.indexOf(key)
        const touched = from === -1 ? [key] : keys.slice(Math.min(from, to), Math.max(from, to) + 1)
        for (const each of touched) {
          if (on) after.add(each)
          else after.delete(each)
        }
        return after
      })
    },
    [keys],
  )

  const togglePage = useCallback(() => {
    setSelected((before) => {
      const all = keys.every((key) => before.has(key))
      const after = new Set(before)
      for (const key of keys) {
        if (all) after.delete(key)
        else after.add(key)
      }
      return after
    })
  }, [keys])

  const clear = useCallback(() => {
    setSelected(NONE)
  }, [])

  return { selected, toggle, togglePage, clear }
}
