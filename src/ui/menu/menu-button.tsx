import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Icon } from '../status/status-look.ts'

export type MenuEntry =
  | {
      readonly kind: 'action'
      readonly key: string
      readonly label: string
      readonly icon?: Icon | undefined
      readonly danger?: boolean | undefined
      readonly disabled?: boolean | undefined
      readonly onSelect: () => void
    }
  | {
      readonly kind: 'link'
      readonly key: string
      readonly label: string
      readonly icon?: Icon | undefined
      readonly href: string
    }
  | {
      /** One of several that may be on; the menu stays open. */
      readonly kind: 'check'
      readonly key: string
      readonly label: string
      readonly checked: boolean
      readonly onToggle: () => void
    }
  | {
      /** One of which exactly one is on; the menu closes. */
      readonly kind: 'choice'
      readonly key: string
      readonly label: string
      readonly checked: boolean
      readonly onSelect: () => void
    }
  | { readonly kind: 'heading'; readonly key: string; readonly label: ReactNode }
  | { readonly kind: 'divider'; readonly key: string }

export type MenuButtonProps = {
  readonly entries: readonly MenuEntry[]
  /** What the button shows. */
  readonly children: ReactNode
  /** What the button is called, where what it shows is not words enough. */
  readonly label?: string | undefined
  readonly className?: string | undefined
}

const loadMenu = () => import('./open-menu.tsx')

const OpenMenu = lazy(async () => ({ default: (await loadMenu()).OpenMenu }))

/**
 * A button with a menu. The menu's code is fetched when a pointer or the focus comes near, which
 * keeps it out of the first load.
 */
export function MenuButton(props: MenuButtonProps) {
  const [wanted, setWanted] = useState(false)
  const button = (
    <button
      type="button"
      className={props.className}
      aria-label={props.label}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      onClick={() => {
        setWanted(true)
      }}
    >
      {props.children}
    </button>
  )
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <OpenMenu {...props} />
    </Suspense>
  )
}
