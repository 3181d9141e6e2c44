import { Button, Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { commonText } from '../text/common.ts'

type FormDialogProps = {
  readonly title: string
  readonly submitLabel: string
  readonly saving?: boolean
  readonly disabled?: boolean
  readonly danger?: boolean
  /** True once it is done: then there is nothing to cancel any more. */
  readonly done?: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A short form in a dialog; Enter sends it. */
export function FormDialog(props: FormDialogProps) {
  const {
    title,
    submitLabel,
    saving = false,
    disabled = false,
    danger = false,
    done = false,
  } = props
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={title}
      closeButtonProps={{ 'aria-label': commonText.close }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!disabled && !saving) props.onSubmit()
        }}
      >
        {props.children}
        <Group justify="flex-end" gap="sm" mt="xl">
          {!done && (
            <Button variant="default" onClick={props.onClose}>
              {commonText.cancel}
            </Button>
          )}
          <Button
            type="submit"
            color={danger ? 'red.9' : 'accent'}
            loading={saving}
            disabled={disabled}
          >
            {submitLabel}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
