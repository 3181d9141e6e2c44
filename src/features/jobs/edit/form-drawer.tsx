import { Button, Drawer, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.tsx'
import { UnsavedGuard } from '../../../ui/feedback/unsaved-guard.tsx'
import { commonText } from '../../../ui/text/common.ts'
import { jobFormText } from '../../../ui/text/jobs.ts'
import classes from './form-drawer.module.css'

type FormDrawerProps = {
  readonly title: string
  readonly submitLabel: string
  /** True while something entered is not saved: closing asks then. */
  readonly dirty: boolean
  readonly saving: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form in a drawer at the right; its buttons stay in sight. */
export function FormDrawer(props: FormDrawerProps) {
  const { title, submitLabel, dirty, saving, onSubmit, onClose, children } = props
  const [asksToClose, setAsksToClose] = useState(false)

  function close(): void {
    if (dirty) setAsksToClose(true)
    else onClose()
  }

  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={560}
      title={title}
      closeButtonProps={{ 'aria-label': commonText.close }}
      classNames={{
        content: classes['content'] ?? '',
        header: classes['header'] ?? '',
        body: classes['body'] ?? '',
        title: classes['title'] ?? '',
      }}
    >
      <form
        className={classes['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <div className={classes['fields']}>{children}</div>
        <Group justify="flex-end" gap="sm" className={classes['buttons']}>
          <Button variant="default" onClick={close}>
            {commonText.cancel}
          </Button>
          <Button type="submit" loading={saving}>
            {submitLabel}
          </Button>
        </Group>
      </form>
      <UnsavedGuard dirty={dirty && !saving} />
      <ConfirmDialog
        opened={asksToClose}
        title={jobFormText.discardTitle}
        confirmLabel={jobFormText.discard}
        cancelLabel={jobFormText.keepEditing}
        danger
        local
        onConfirm={onClose}
        onClose={() => {
          setAsksToClose(false)
        }}
      >
        {jobFormText.discardBody}
      </ConfirmDialog>
    </Drawer>
  )
}
