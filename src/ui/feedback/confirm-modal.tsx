import { Button, Group, Modal, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useHasNetwork } from '../offline/online-context.ts'
import { commonText } from '../text/common.ts'
import { outboxText } from '../text/offline.ts'

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
  /** True where it happens in this browser alone, and works without a network. */
  readonly local?: boolean | undefined
}

/** The dialog itself, loaded when the first one opens. */
export function ConfirmModal(props: ConfirmDialogProps) {
  const [waiting, setWaiting] = useState(false)
  const cut = !useHasNetwork() && props.local !== true

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
      {cut && (
        <Text role="status" size="sm" c="dimmed" mt="md">
          {outboxText.needsNetwork}
        </Text>
      )}
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
          disabled={cut}
          onClick={() => void confirm()}
          data-autofocus={props.danger !== true || undefined}
        >
          {props.confirmLabel}
        </Button>
      </Group>
    </Modal>
  )
}
