import { Button, Modal } from '@mantine/core'
import { signInText } from '../../ui/text/sign-in.ts'
import { useRuntime } from '../runtime.ts'
import { SignInForm } from '../sign-in/sign-in-form.tsx'
import classes from '../sign-in/sign-in.module.css'

/**
 * Asks who was at work to sign in again, over the page and whatever was entered on it. It can't
 * be closed: without a sign-in nothing on the page works. Another person starts afresh.
 */
export function SignInAgainDialog({ email }: { readonly email: string }) {
  const { session } = useRuntime()
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={signInText.againTitle}
      zIndex={300}
    >
      <p className={classes['lead']}>{signInText.againLead}</p>
      <SignInForm knownEmail={email} />
      <Button
        variant="subtle"
        fullWidth
        className={classes['other']}
        onClick={() => void session.leave()}
      >
        {signInText.someoneElse}
      </Button>
    </Modal>
  )
}
