import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import type { MenuButtonProps, MenuEntry } from './menu-button.tsx'

/**
 * The button with its menu, which takes over from the plain button and starts open. The focus
 * goes back by hand: Mantine gives it to what had it before, and that button is gone.
 */
export function OpenMenu({ entries, children, label, className }: MenuButtonProps) {
  const [opened, setOpened] = useState(true)
  const target = useRef<HTMLButtonElement>(null)

  function onClose(): void {
    const active = document.activeElement
    const elsewhere = active !== null && active !== document.body
    if (!elsewhere || active.closest('[role="menu"]') !== null) target.current?.focus()
  }

  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      onClose={onClose}
      returnFocus={false}
      // The first entry takes the focus: a placeholder for it has no place in a menu's tree.
      withInitialFocusPlaceholder={false}
      position="bottom-start"
      width="max-content"
    >
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
          // Mantine's own role would win over a prop; only one of the entries can be on.
          renderRoot={(item: object) => (
            <button type="button" {...item} role="menuitemradio" aria-checked={entry.checked} />
          )}
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
