import { Button } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Account } from '../../../data/frontend/accounts.ts'
import { MenuButton, type MenuEntry } from '../../../ui/menu/menu-button.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { accountText } from '../../../ui/text/settings.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { PartHead } from '../part-head.tsx'
import { accountsQuery } from '../queries.ts'
import classes from '../settings.module.css'
import { AccessDialog } from './access-dialog.tsx'
import { accountColumns, nameOf } from './account-columns.tsx'
import { AddAccountDialog } from './add-account-dialog.tsx'
import { EditAccountDialog } from './edit-account-dialog.tsx'
import { PasswordDialog } from './password-dialog.tsx'

type Act = 'edit' | 'access' | 'password'
type Open = { readonly kind: 'add' } | { readonly kind: Act; readonly account: Account }

/** Who may sign in: for admins to change, for others to look at their colleagues. */
export function PeoplePart() {
  const { userId, isAdmin, offices } = useViewer()
  const { data: accounts } = useSuspenseQuery(accountsQuery)
  const [open, setOpen] = useState<Open | null>(null)
  const columns = useMemo(() => accountColumns({ userId, offices }), [userId, offices])
  const actions = (account: Account) => {
    const entry = (key: Act, label: string, danger = false): MenuEntry => ({
      kind: 'action',
      key,
      label,
      danger,
      onSelect: () => {
        setOpen({ kind: key, account })
      },
    })
    return (
      <MenuButton
        label={accountText.actions(nameOf(account))}
        className={classes['dots']}
        entries={[
          entry('edit', accountText.edit),
          entry('password', accountText.newPassword),
          account.active
            ? entry('access', accountText.switchOff, true)
            : entry('access', accountText.switchOn),
        ]}
      >
        <IconDots size={16} aria-hidden />
      </MenuButton>
    )
  }
  const close = () => {
    setOpen(null)
  }
  return (
    <>
      <PartHead
        title={accountText.title}
        advice={accountText.advice}
        action={
          isAdmin && (
            <Button
              onClick={() => {
                setOpen({ kind: 'add' })
              }}
            >
              {accountText.add}
            </Button>
          )
        }
      />
      <DataTable
        label={accountText.title}
        columns={columns}
        rows={accounts}
        rowKey={({ id }) => id}
        rowLabel={nameOf}
        rowActions={isAdmin ? actions : undefined}
      />
      {open?.kind === 'add' && <AddAccountDialog onClose={close} />}
      {open?.kind === 'edit' && <EditAccountDialog account={open.account} onClose={close} />}
      {open?.kind === 'access' && <AccessDialog account={open.account} onClose={close} />}
      {open?.kind === 'password' && <PasswordDialog account={open.account} onClose={close} />}
    </>
  )
}
