import { Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { bridge } from '../../../data/bridge/browser-client.ts'
import { createAccount } from '../../../data/bridge/service-actions.ts'
import { FormDialog } from '../../../ui/feedback/form-dialog.tsx'
import { commonText } from '../../../ui/text/common.ts'
import { accountText } from '../../../ui/text/settings.ts'
import { accountsQuery } from '../queries.ts'
import { type AccountEntries, AccountFields } from './account-fields.tsx'
import { ShownPassword } from './shown-password.tsx'

const EMAIL = /^\S+@\S+\.\S+$/
const NOBODY: AccountEntries = { fullName: '', role: 'recruiter', officeIds: [] }

/** Gives somebody access, and shows their first password once. */
export function AddAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const client = useQueryClient()
  const [email, setEmail] = useState('')
  const [entries, setEntries] = useState(NOBODY)
  const [asked, setAsked] = useState(false)
  const add = useMutation({
    mutationFn: () => createAccount(bridge(), { email: email.trim(), ...entries }),
    onSuccess: () => client.invalidateQueries({ queryKey: accountsQuery.queryKey }),
    meta: { done: accountText.added },
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
      title={accountText.addTitle}
      submitLabel={accountText.add}
      saving={add.isPending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true)
        if (fault === undefined) add.mutate()
      }}
    >
      <Stack gap="md">
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
        <AccountFields entries={entries} onChange={setEntries} />
      </Stack>
    </FormDialog>
  )
}
