import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { FormDialog } from './form-dialog.tsx'

type ReasonDialogProps = {
  readonly title: string
  /** What it will mean. */
  readonly children?: ReactNode
  readonly label: string
  readonly description?: string
  /** Said where no reason was written. */
  readonly fault: string
  readonly submitLabel: string
  readonly saving: boolean
  readonly danger?: boolean
  readonly onSubmit: (reason: string) => void
  readonly onClose: () => void
}

/** Asks why before something that others will want to know the reason of. */
export function ReasonDialog(props: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const isMissing = reason.trim() === ''
  return (
    <FormDialog
      title={props.title}
      submitLabel={props.submitLabel}
      saving={props.saving}
      danger={props.danger ?? false}
      onClose={props.onClose}
      onSubmit={() => {
        setAsked(true)
        if (!isMissing) props.onSubmit(reason.trim())
      }}
    >
      {props.children}
      <TextInput
        label={props.label}
        description={props.description}
        value={reason}
        error={asked && isMissing ? props.fault : undefined}
        maxLength={500}
        data-autofocus
        onChange={(event) => {
          setReason(event.currentTarget.value)
        }}
      />
    </FormDialog>
  )
}
