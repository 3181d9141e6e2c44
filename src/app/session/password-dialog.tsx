import { Button, Modal } from '@mantine/core'
import { commonText } from '../../ui/text/common.ts'
import { passwordText } from '../../ui/text/sign-in.ts'
import { PasswordForm } from './password-form.tsx'
import classes from '../sign-in/sign-in.module.css'

type PasswordDialogProps = { readonly email: string; readonly onClose: () => void }

/** Where a person changes their own password. */
export function PasswordDialog({ email, onClose }: PasswordDialogProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={passwordText.title}
      closeButtonProps={{ 'aria-label': commonText.close }}
    >
      <p className={classes['lead']}>{passwordText.advice}</p>
      <PasswordForm
        email={email}
        currentLabel={passwordText.current}
        other={
          <Button variant="default" onClick={onClose}>
            {commonText.cancel}
          </Button>
        }
        onChanged={onClose}
      />
    </Modal>
  )
}
