import { Button, Group, MultiSelect, Radio, Stack, TextInput } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { bridge } from '../../../data/bridge/browser-client.ts'
import { createAccount } from '../../../data/bridge/service-actions.ts'
import { type Account, saveAccount } from '../../../data/frontend/accounts.ts'
import { ACCOUNT_ROLES } from '../../../domain/account/account-role.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { isAppError } from '../../../lib/app-error.ts'
import { FormDialog } from '../../../ui/feedback/form-dialog.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { commonText } from '../../../ui/text/common.ts'
import { accountText, settingsText } from '../../../ui/text/settings.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { accountsQuery } from '../queries.ts'
import { ShownPassword } from './shown-password.tsx'

type AccountDialogProps = {
  /** Whom to change; null gives somebody access. */
  readonly account: Account | null
  readonly onClose: () => void
}

const EMAIL = /^\S+@\S+\.\S+$/

/** Name, role and offices of a person; of a new one the e-mail too, and then their first password. */
export function AccountDialog({ account, onClose }: AccountDialogProps) {
  const { offices } = useViewer()
  const client = useQueryClient()
  const [seen, setSeen] = useState(account)
  const [email, setEmail] = useState(account?.email ?? '')
  const [fullName, setFullName] = useState(account?.fullName ?? '')
  const [role, setRole] = useState<Account['role']>(account?.role ?? 'recruiter')
  const [officeIds, setOfficeIds] = useState<string[]>(account?.officeIds ?? [])
  const [asked, setAsked] = useState(false)
  const [theirs, setTheirs] = useState<Account | null>(null)
  const refresh = () => client.invalidateQueries({ queryKey: accountsQuery.queryKey })
  const add = useMutation({
    mutationFn: () => createAccount(bridge(), { email: email.trim(), fullName, role, officeIds }),
    onSuccess: refresh,
    meta: { done: accountText.added },
  })
  const save = useMutation({
    mutationFn: (present: Account) =>
      saveAccount(frontend(), {
        id: present.id,
        version: present.version,
        fullName,
        role,
        officeIds,
      }),
    onSuccess: async () => {
      onClose()
      await refresh()
    },
    onError: (error) => {
      if (isAppError(error, 'conflict')) setTheirs(error.current as Account)
    },
    meta: { done: settingsText.saved },
  })
  const fault = EMAIL.test(email.trim()) ? undefined : accountText.emailFault
  if (add.isSuccess) {
    return (
      <FormDialog
        title={accountText.added}
        submitLabel={commonText.close}
        done
        onClose={onClose}
        onSubmit={onClose}
      >
        <ShownPassword password={add.data.password} />
      </FormDialog>
    )
  }
  return (
    <FormDialog
      title={
        account === null
          ? accountText.addTitle
          : accountText.editTitle(account.fullName || account.email)
      }
      submitLabel={account === null ? accountText.add : settingsText.save}
      saving={add.isPending || save.isPending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true)
        if (seen !== null) save.mutate(seen)
        else if (fault === undefined) add.mutate()
      }}
    >
      <Stack gap="md">
        {theirs !== null && (
          <Notice tone="amber" icon={IconUsers} title={settingsText.conflict}>
            <Group mt="xs">
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setSeen(theirs)
                  setFullName(theirs.fullName)
                  setRole(theirs.role)
                  setOfficeIds(theirs.officeIds)
                  setTheirs(null)
                }}
              >
                {settingsText.takeTheirs}
              </Button>
            </Group>
          </Notice>
        )}
        {account === null && (
          <>
            <p>{accountText.addAdvice}</p>
            <TextInput
              type="email"
              label={accountText.email}
              value={email}
              error={asked ? fault : undefined}
              data-autofocus
              autoComplete="off"
              onChange={(event) => {
                setEmail(event.currentTarget.value)
              }}
            />
          </>
        )}
        <TextInput
          label={accountText.name}
          value={fullName}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => {
            setFullName(event.currentTarget.value)
          }}
        />
        <Radio.Group
          label={accountText.role}
          value={role}
          onChange={(chosen) => {
            setRole(ACCOUNT_ROLES.find((each) => each === chosen) ?? 'viewer')
          }}
        >
          <Stack gap="xs" mt="xs">
            {ACCOUNT_ROLES.map((each) => (
              <Radio key={each} value={each} label={accountText.roles[each]} />
            ))}
          </Stack>
        </Radio.Group>
        <MultiSelect
          label={accountText.offices}
          description={role === 'admin' ? accountText.officesAdvice : undefined}
          data={offices.map(({ id, name }) => ({ value: id, label: name }))}
          value={officeIds}
          onChange={setOfficeIds}
        />
      </Stack>
    </FormDialog>
  )
}
