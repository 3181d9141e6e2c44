import { Button, type ButtonProps } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ConfirmDialog } from './confirm-dialog.tsx'

type ConfirmButtonProps = Pick<ButtonProps, 'leftSection' | 'variant' | 'color' | 'mt'> & {
  /** The verb, on the button and in the dialog: "Delete pool". */
  readonly label: string
  /** The question: "Delete this pool?" */
  readonly title: string
  /** What will happen, with numbers; built when the question is asked. */
  readonly children: ReactNode
  /** True where it can't be taken back. */
  readonly danger?: boolean | undefined
  /** Does it; a failed promise leaves the question open. */
  readonly onConfirm: () => Promise<unknown>
}

/** A button that asks before it does what it says. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, title, children, danger, onConfirm, ...button } = props
  const [asks, setAsks] = useState(false)
  return (
    <>
      <Button
        variant="default"
        {...button}
        onClick={() => {
          setAsks(true)
        }}
      >
        {label}
      </Button>
      <ConfirmDialog
        opened={asks}
        title={title}
        confirmLabel={label}
        danger={danger}
        onConfirm={onConfirm}
        onClose={() => {
          setAsks(false)
        }}
      >
        {children}
      </ConfirmDialog>
    </>
  )
}
