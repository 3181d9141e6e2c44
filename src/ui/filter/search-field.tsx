import { IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { commonText } from '../text/common.ts'
import classes from './search-field.module.css'

const PAUSE_MS = 250

type SearchFieldProps = {
  /** What is searched: "Search campaigns". */
  readonly label: string
  /** The search as the address has it. */
  readonly value: string
  /** Told after a pause in typing, and at once on Enter and on clearing. */
  readonly onSearch: (text: string) => void
}

/** The search of a list. What is typed shows at once; the list is asked when the typing pauses. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // The address moved by itself (a link, the back button): the field follows.
  if (value !== known) {
    setKnown(value)
    if (value !== typed.trim()) setTyped(value)
  }

  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )

  function search(text: string, pauseMs: number): void {
    clearTimeout(timer.current)
    const tell = (): void => {
      if (text.trim() !== value) onSearch(text.trim())
    }
    if (pauseMs === 0) tell()
    else timer.current = setTimeout(tell, pauseMs)
  }

  return (
    <div className={classes['field']}>
      <IconSearch size={16} aria-hidden />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          search(event.currentTarget.value, PAUSE_MS)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') search(typed, 0)
        }}
      />
      {typed !== '' && (
        <button
          type="button"
          aria-label={commonText.clear}
          onClick={() => {
            setTyped('')
            search('', 0)
          }}
        >
          <IconX size={14} aria-hidden />
        </button>
      )}
    </div>
  )
}
