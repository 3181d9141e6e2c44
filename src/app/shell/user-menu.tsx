import { useMantineColorScheme } from '@mantine/core'
import { IconKey, IconLogout } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useStore } from 'zustand'
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.tsx'
import { outboxText } from '../../ui/text/offline.ts'
import { MenuButton, type MenuEntry } from '../../ui/menu/menu-button.tsx'
import { shellText } from '../../ui/text/shell.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { useRuntime, useSession } from '../runtime.ts'
import { useOnline } from './use-online.ts'
import classes from './user-menu.module.css'

const PasswordDialog = lazy(async () => ({
  default: (await import('../session/password-dialog.tsx')).PasswordDialog,
}))

const APPEARANCES = ['auto', 'light', 'dark'] as const

/** The first letters of the first and the last name. */
function initialsOf(name: string): string {
  const names = name.trim().split(/\s+/)
  const letters = [names[0], names.length > 1 ? names.at(-1) : undefined]
  return letters.map((each) => each?.charAt(0).toUpperCase() ?? '').join('')
}

/** Who one is, how it looks, and the way out. */
export function UserMenu() {
  const viewer = useViewer()
  const present = useSession()
  const { session, offline } = useRuntime()
  const waiting = useStore(offline.outbox, ({ writes }) => writes.length)
  const [asking, setAsking] = useState(false)
  const [changing, setChanging] = useState(false)
  const online = useOnline()
  const { colorScheme, setColorScheme } = useMantineColorScheme()

  const entries: readonly MenuEntry[] = [
    {
      kind: 'heading',
      key: 'who',
      label: (
        <span className={classes['who']}>
          <strong>{viewer.name}</strong>
          <span>{viewer.email}</span>
          <span>{shellText.roles[viewer.role]}</span>
        </span>
      ),
    },
    { kind: 'divider', key: 'below-who' },
    { kind: 'heading', key: 'appearance', label: shellText.appearance },
    ...APPEARANCES.map((appearance) => ({
      kind: 'choice' as const,
      key: appearance,
      label: shellText.appearances[appearance],
      checked: colorScheme === appearance,
      onSelect: () => {
        setColorScheme(appearance)
      },
    })),
    { kind: 'divider', key: 'above-out' },
    {
      kind: 'action',
      key: 'password',
      label: shellText.changePassword,
      icon: IconKey,
      disabled: !online,
      onSelect: () => {
        setChanging(true)
      },
    },
    {
      kind: 'action',
      key: 'out',
      label: shellText.signOut,
      icon: IconLogout,
      onSelect: () => {
        if (offline.outbox.getState().writes.length > 0) setAsking(true)
        else void session.leave()
      },
    },
  ]

  return (
    <>
      <ConfirmDialog
        opened={asking}
        title={outboxText.signOutTitle}
        confirmLabel={outboxText.signOut}
        danger
        onConfirm={() => session.leave()}
        onClose={() => {
          setAsking(false)
        }}
      >
        {outboxText.signOutBody(waiting)}
      </ConfirmDialog>
      {changing && 'signIn' in present && (
        <Suspense fallback={null}>
          <PasswordDialog
            email={present.signIn.email}
            onClose={() => {
              setChanging(false)
            }}
          />
        </Suspense>
      )}
      <MenuButton
        label={shellText.account(viewer.name)}
        className={classes['button']}
        entries={entries}
      >
        <span className={classes['initials']} data-initials={initialsOf(viewer.name)} />
      </MenuButton>
    </>
  )
}
