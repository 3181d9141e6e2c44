import type { Account } from '../../../data/frontend/accounts.ts'
import type { Column } from '../../../ui/table/column.ts'
import { shellText } from '../../../ui/text/shell.ts'
import { accountText } from '../../../ui/text/settings.ts'
import type { Viewer } from '../../../ui/viewer/viewer-context.ts'
import classes from '../settings.module.css'

/** What an account is called: by its name, or else by its e-mail address. */
export function nameOf(account: Pick<Account, 'fullName' | 'email'>): string {
  return account.fullName === '' ? account.email : account.fullName
}

/** The columns of the list of accounts, as `viewer` sees it. */
export function accountColumns({
  userId,
  offices,
}: Pick<Viewer, 'userId' | 'offices'>): readonly Column<Account>[] {
  const officeNames = ({ role, officeIds }: Account): string => {
    if (role === 'admin') return accountText.allOffices
    const names = offices.filter(({ id }) => officeIds.includes(id)).map(({ name }) => name)
    return names.join(', ') || accountText.noOffice
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
}
