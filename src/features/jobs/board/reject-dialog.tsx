import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { commonText } from '../../../ui/text/common.ts'
import { rejectText } from '../../../ui/text/board.ts'

const MAX_REASON_LENGTH = 500

type RejectDialogProps = {
  /** Whom: "Reject Ann". */
  readonly title: string
  /** @param reason empty where none was given */
  readonly onReject: (reason: string) => void
  readonly onCancel: () => void
}

/** Asks why somebody is rejected; the reason is optional, the usual ones are one press away. */
export function RejectDialog({ title, onReject, onCancel }: RejectDialogProps) {
  const [reason, setReason] = useState('')
  return (
    <Modal
      opened
      onClose={onCancel}
      title={title}
      closeButtonProps={{ 'aria-label': commonText.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onReject(reason.trim())
        }}
      >
        <TextInput
          label={rejectText.reason}
          description={rejectText.hint}
          inputWrapperOrder={['label', 'input', 'description']}
          value={reason}
          maxLength={MAX_REASON_LENGTH}
          data-autofocus
          onChange={(event) => {
            setReason(event.currentTarget.value)
          }}
        />
        <Group gap="xs" mt="md">
          {rejectText.picks.map((pick) => (
            <Button
              key={pick}
              size="compact-sm"
              variant={pick === reason ? 'light' : 'default'}
              aria-pressed={pick === reason}
              onClick={() => {
                setReason(pick === reason ? '' : pick)
              }}
            >
              {pick}
            </Button>
          ))}
        </Group>
        <Group justify="flex-end" gap="sm" mt="xl">
          <Button variant="default" onClick={onCancel}>
            {commonText.cancel}
          </Button>
          <Button type="submit">{rejectText.reject}</Button>
        </Group>
      </form>
    </Modal>
  )
}
