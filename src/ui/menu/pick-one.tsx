import { Combobox, useCombobox } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type ReactElement, useEffect, useId, useState } from 'react'
import classes from './pick-one.module.css'

export type Choice = { readonly value: string; readonly label: string }

type PickOneProps = {
  /** What is picked: "Who looks after it". */
  readonly label: string
  readonly placeholder: string
  /** Said where nothing matches what was typed. */
  readonly none: string
  readonly choices: readonly Choice[]
  /** The present one; null where none of them holds. */
  readonly value: string | null
  readonly opened: boolean
  readonly onOpen: (opened: boolean) => void
  readonly onPick: (value: string) => void
  /** The button that opens it. */
  readonly children: ReactElement
}

/**
 * A button with a list to pick one from, searched by typing: arrows move, Enter picks, Escape closes and
 * gives the focus back. Where the list is open from outside, the search has the focus.
 */
export function PickOne(props: PickOneProps) {
  const { label, placeholder, none, choices, value, opened, onOpen, onPick, children } = props
  const listId = useId()
  const [typed, setTyped] = useState('')
  const combobox = useCombobox({
    opened,
    onOpenedChange: onOpen,
    onDropdownClose: (source) => {
      setTyped('')
      // A click elsewhere has taken the focus where it belongs.
      if (source === 'keyboard') combobox.focusTarget()
    },
  })
  const { focusSearchInput, selectFirstOption, targetRef } = combobox
  useEffect(() => {
    if (!opened) return
    // The list stands at its button, which may have been scrolled away.
    targetRef.current?.scrollIntoView({ block: 'nearest' })
    focusSearchInput()
  }, [opened, focusSearchInput, targetRef])
  useEffect(() => {
    if (typed !== '') selectFirstOption()
  }, [typed, selectFirstOption])

  const words = typed.trim().toLowerCase()
  const found = choices.filter((choice) => choice.label.toLowerCase().includes(words))
  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      width={260}
      onOptionSubmit={(picked) => {
        combobox.closeDropdown('keyboard')
        if (picked !== value) onPick(picked)
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        {children}
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded
          aria-controls={listId}
          placeholder={placeholder}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
          }}
          onKeyDown={(event) => {
            // Only the list closes, not the panel behind it.
            if (event.key === 'Escape') event.preventDefault()
          }}
        />
        <Combobox.Options id={listId} aria-label={label} mah="50vh" className={classes['options']}>
          {found.map((choice) => (
            <Combobox.Option
              key={choice.value}
              value={choice.value}
              active={choice.value === value}
              className={classes['option']}
            >
              <IconCheck size={16} aria-hidden opacity={choice.value === value ? 1 : 0} />
              {choice.label}
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{none}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
