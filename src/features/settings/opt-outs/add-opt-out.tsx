import { Radio, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { addOptOut } from '../../../data/frontend/opt-outs.ts'
import { FormDialog } from '../../../ui/feedback/form-dialog.tsx'
import { describeError } from '../../../ui/text/errors.ts'
import { optOutText } from '../../../ui/text/settings.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { readPhone } from '../read-phone.ts'

const REASONS = ['opted_out', 'manual', 'wrong_number'] as const

/** Puts a number on the list by hand. */
export function AddOptOut({ onClose }: { readonly onClose: () => void }) {
  const { offices } = useViewer()
  const client = useQueryClient()
  const [phone, setPhone] = useState('')
  const [reason, setReason] = useState<string>('opted_out')
  const [note, setNote] = useState('')
  const add = useMutation({
    mutationFn: async () => {
      const country = offices[0]?.defaultCountry ?? 'GB'
      const read = await readPhone(phone, country, optOutText.phoneFault)
      await addOptOut(frontend(), read, reason, note)
    },
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['opt-outs'] })
    },
    meta: { quiet: true, done: optOutText.added },
  })
  return (
    <FormDialog
      title={optOutText.addTitle}
      submitLabel={optOutText.add}
      saving={add.isPending}
      disabled={phone.trim() === ''}
      onClose={onClose}
      onSubmit={() => {
        add.mutate()
      }}
    >
      <Stack gap="md">
        <TextInput
          type="tel"
          label={optOutText.phone}
          value={phone}
          error={add.error === null ? undefined : describeError(add.error).title}
          autoComplete="off"
          data-autofocus
          onChange={(event) => {
            setPhone(event.currentTarget.value)
            add.reset()
          }}
        />
        <Radio.Group label={optOutText.reason} value={reason} onChange={setReason}>
          <Stack gap="xs" mt="xs">
            {REASONS.map((each) => (
              <Radio key={each} value={each} label={optOutText.reasons[each]} />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={optOutText.note}
          value={note}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => {
            setNote(event.currentTarget.value)
          }}
        />
      </Stack>
    </FormDialog>
  )
}
