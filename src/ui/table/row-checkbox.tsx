import { type MouseEvent, useEffect, useRef } from 'react'
import classes from './table.module.css'

type RowCheckboxProps = {
  readonly label: string
  readonly checked: boolean
  /** True where some but not all of what it stands for is selected. */
  readonly mixed?: boolean
  /** @param range true with the Shift key: from the last one to this. */
  readonly onToggle: (range: boolean) => void
}

/** The browser's own checkbox: a table has hundreds, and this one costs nothing. */
export function RowCheckbox({ label, checked, mixed = false, onToggle }: RowCheckboxProps) {
  const box = useRef<HTMLInputElement>(null)
  const range = useRef(false)

  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = mixed
  }, [mixed])

  return (
    <input
      ref={box}
      type="checkbox"
      className={classes['box']}
      aria-label={label}
      checked={checked}
      onClick={(event: MouseEvent) => {
        range.current = event.shiftKey
      }}
      onChange={() => {
        onToggle(range.current)
      }}
    />
  )
}
