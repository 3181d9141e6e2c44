import { Button, Group, Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { commonText } from '../text/common.ts'

export type ConfirmDialogProps = {
  readonly opened: boolean
  /** The question: "Stop this campaign?" */
  readonly title: string
  /** What will happen, with numbers. */
  readonly children: ReactNode
  /** The verb of the question: "Stop campaign". */
  readonly confirmLabel: string
  readonly cancelLabel?: string | undefined
  /** True where it can't be taken back. */
  readonly danger?: boolean | undefined
  /** Does it. While its promise runs the dialog waits; when it fails the dialog stays open. */
  readonly onConfirm: () => void | Promise<unknown>
  readonly onClose: () => void
}

/** The dialog itself, loaded when the first one opens. */
export function ConfirmModal(props: ConfirmDialogProps) {
  const [waiting, setWaiting] = useState(false)

  async function confirm(): Promise<void> {
    setWaiting(true)
    try {
      await props.onConfirm()
      props.onClose()
    } catch {
      // The failed mutation is told by the shell; what was asked is still here to try again.
    } finally {
      setWaiting(false)
    }
  }

  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': commonText.close }}
    >
      {props.children}
      <Group justify="flex-end" gap="sm" mt="xl">
        <Button
          variant="default"
          onClick={props.onClose}
          data-autofocus={props.danger === true || undefined}
        >
          {props.cancelLabel ?? commonText.cancel}
        </Button>
        <Button
          color={props.danger === true ? 'red.9' : 'accent'}
          loading={waiting}
          onClick={() => void confirm()}
          data-autofocus={props.danger !== true || undefined}
        >
          {props.confirmLabel}
        </Button>
      </Group>
    </Modal>
  )
}
