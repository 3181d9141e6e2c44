import { Button } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Account } from '../../../data/frontend/accounts.ts'
import { MenuButton } from '../../../ui/menu/menu-button.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { shellText } from '../../../ui/text/shell.ts'
import { accountText } from '../../../ui/text/settings.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { PartHead } from '../part-head.tsx'
import { accountsQuery } from '../queries.ts'
import classes from '../settings.module.css'
import { AccessDialog } from './access-dialog.tsx'
import { AddAccountDialog } from './add-account-dialog.tsx'
import { EditAccountDialog } from './edit-account-dialog.tsx'
import { PasswordDialog } from './password-dialog.tsx'

type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'access' | 'password'; readonly account: Account }

/** What an account is called: by its name, or else by its e-mail address. */
export function nameOf(account: Pick<Account, 'fullName' | 'email'>): string {
  return account.fullName === '' ? account.email : account.fullName
}

/** Who may sign in: for admins to change, for others to look at their colleagues. */
export function PeoplePart() {
  const { userId, isAdmin, offices } = useViewer()
  const { data: accounts } = useSuspenseQuery(accountsQuery)
  const [open, setOpen] = useState<Open | null>(null)
  const columns = useMemo((): readonly Column<Account>[] => {
    const officeNames = (account: Account): string => {
      if (account.role === 'admin') return accountText.allOffices
      const names = offices.filter(({ id }) => account.officeIds.includes(id))
      return names.map(({ name }) => name).join(', ') || accountText.noOffice
    }
    return [
      {
        key: 'name',
        title: accountText.name,
        cell: (account) => (
          <span className={account.active ? undefined : classes['off']}>
            {nameOf(account)}
            {account.id === userId && ` (${accountText.you})`}
          </span>
        ),
      },
      {
        key: 'email',
        title: accountText.email,
        cell: ({ email }) => email,
        wideOnly: true,
        width: '240px',
      },
      {
        key: 'role',
        title: accountText.role,
        cell: ({ role }) => shellText.roles[role],
        width: '110px',
      },
      {
        key: 'offices',
        title: accountText.offices,
        cell: officeNames,
        wideOnly: true,
        width: '180px',
      },
      {
        key: 'state',
        title: accountText.state,
        cell: ({ active }) => (active ? accountText.on : accountText.off),
        width: '110px',
      },
    ]
  }, [offices, userId])
  const actions = (account: Account) => (
    <MenuButton
      label={accountText.actions(nameOf(account))}
      className={classes['dots']}
      entries={[
        {
          kind: 'action',
          key: 'edit',
          label: accountText.edit,
          onSelect: () => {
            setOpen({ kind: 'edit', account })
          },
        },
        {
          kind: 'action',
          key: 'password',
          label: accountText.newPassword,
          onSelect: () => {
            setOpen({ kind: 'password', account })
          },
        },
        {
          kind: 'action',
          key: 'access',
          label: account.active ? accountText.switchOff : accountText.switchOn,
          danger: account.active,
          onSelect: () => {
            setOpen({ kind: 'access', account })
          },
        },
      ]}
    >
      <IconDots size={16} aria-hidden />
    </MenuButton>
  )
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
