import { MultiSelect, Radio, Stack, TextInput } from '@mantine/core'
import type { Account } from '../../../data/frontend/accounts.ts'
import { ACCOUNT_ROLES } from '../../../domain/account/account-role.ts'
import { accountText } from '../../../ui/text/settings.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'

export type AccountEntries = Pick<Account, 'fullName' | 'role' | 'officeIds'>

type AccountFieldsProps = {
  readonly entries: AccountEntries
  readonly onChange: (entries: AccountEntries) => void
}

/** Name, role and offices of somebody who may sign in. */
export function AccountFields({ entries, onChange }: AccountFieldsProps) {
  const { offices } = useViewer()
  const { fullName, role, officeIds } = entries
  return (
    <>
      <TextInput
        label={accountText.name}
        value={fullName}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => {
          onChange({ ...entries, fullName: event.currentTarget.value })
        }}
      />
      <Radio.Group
        label={accountText.role}
        value={role}
        onChange={(chosen) => {
          onChange({ ...entries, role: ACCOUNT_ROLES.find((each) => each === chosen) ?? 'viewer' })
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
        value={[...officeIds]}
        onChange={(chosen) => {
          onChange({ ...entries, officeIds: chosen })
        }}
      />
    </>
  )
}
