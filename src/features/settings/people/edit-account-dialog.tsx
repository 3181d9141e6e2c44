import { Button, Group, Stack } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Account, saveAccount } from '../../../data/frontend/accounts.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { isAppError } from '../../../lib/app-error.ts'
import { FormDialog } from '../../../ui/feedback/form-dialog.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { accountText, settingsText } from '../../../ui/text/settings.ts'
import { accountsQuery } from '../queries.ts'
import { type AccountEntries, AccountFields } from './account-fields.tsx'

type EditAccountDialogProps = { readonly account: Account; readonly onClose: () => void }

const entriesOf = ({ fullName, role, officeIds }: Account): AccountEntries => ({
  fullName,
  role,
  officeIds,
})

/** Changes name, role and offices of somebody who may sign in. */
export function EditAccountDialog({ account, onClose }: EditAccountDialogProps) {
  const client = useQueryClient()
  const [seen, setSeen] = useState(account)
  const [entries, setEntries] = useState(() => entriesOf(account))
  const [theirs, setTheirs] = useState<Account | null>(null)
  const save = useMutation({
    mutationFn: () => saveAccount(frontend(), { id: seen.id, version: seen.version, ...entries }),
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: accountsQuery.queryKey })
    },
    onError: (error) => {
      if (isAppError(error, 'conflict')) setTheirs(error.current as Account)
    },
    meta: { done: settingsText.saved },
  })
  return (
    <FormDialog
      title={accountText.editTitle(account.fullName || account.email)}
      submitLabel={settingsText.save}
      saving={save.isPending}
      onClose={onClose}
      onSubmit={() => {
        save.mutate()
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
                  setEntries(entriesOf(theirs))
                  setTheirs(null)
                }}
              >
                {settingsText.takeTheirs}
              </Button>
            </Group>
          </Notice>
        )}
        <AccountFields entries={entries} onChange={setEntries} />
      </Stack>
    </FormDialog>
  )
}
