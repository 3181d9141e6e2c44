import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { MenuButtonProps, MenuEntry } from './menu-button.tsx'

/** The button with its menu, taking over from the plain button and its focus. */
export function OpenMenu({ entries, children, label, className }: MenuButtonProps) {
  const [opened, setOpened] = useState(false)
  const target = useRef<HTMLButtonElement>(null)

  // First the focus, which went away with the plain button, then the menu, which gives it back here.
  useLayoutEffect(() => {
    target.current?.focus()
  }, [])
  useEffect(() => {
    setOpened(true)
  }, [])

  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width="max-content">
      <Menu.Target>
        <button ref={target} type="button" className={className} aria-label={label}>
          {children}
        </button>
      </Menu.Target>
      <Menu.Dropdown mah="60vh" miw={180} style={{ overflowY: 'auto' }}>
        {entries.map((entry) => (
          <Entry key={entry.key} entry={entry} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  switch (entry.kind) {
    case 'action':
      return (
        <Menu.Item
          {...(entry.danger === true ? { color: 'var(--rc-red-ink)' } : {})}
          disabled={entry.disabled === true}
          leftSection={entry.icon && <entry.icon size={16} aria-hidden />}
          onClick={entry.onSelect}
        >
          {entry.label}
        </Menu.Item>
      )
    case 'link':
      return (
        <Menu.Item
          component={Link}
          to={entry.href}
          leftSection={entry.icon && <entry.icon size={16} aria-hidden />}
        >
          {entry.label}
        </Menu.Item>
      )
    case 'check':
      return (
        <Menu.CheckboxItem checked={entry.checked} onChange={entry.onToggle}>
          {entry.label}
        </Menu.CheckboxItem>
      )
    case 'choice':
      return (
        <Menu.Item
          role="menuitemradio"
          aria-checked={entry.checked}
          leftSection={<IconCheck size={16} aria-hidden opacity={entry.checked ? 1 : 0} />}
          onClick={entry.onSelect}
        >
          {entry.label}
        </Menu.Item>
      )
    case 'heading':
      return <Menu.Label>{entry.label}</Menu.Label>
    case 'divider':
      return <Menu.Divider />
  }
}
