import { useMutation } from '@tanstack/react-query'
import { bridge } from '../../../data/bridge/browser-client.ts'
import { resetPassword } from '../../../data/bridge/service-actions.ts'
import type { Account } from '../../../data/frontend/accounts.ts'
import { FormDialog } from '../../../ui/feedback/form-dialog.tsx'
import { commonText } from '../../../ui/text/common.ts'
import { accountText } from '../../../ui/text/settings.ts'
import { ShownPassword } from './shown-password.tsx'

type PasswordDialogProps = { readonly account: Account; readonly onClose: () => void }

/** Makes up another password and shows it once. */
export function PasswordDialog({ account, onClose }: PasswordDialogProps) {
  const reset = useMutation({ mutationFn: () => resetPassword(bridge(), account.id) })
  const name = account.fullName || account.email
  return (
    <FormDialog
      title={accountText.newPasswordTitle(name)}
      submitLabel={reset.isSuccess ? commonText.close : accountText.newPassword}
      saving={reset.isPending}
      done={reset.isSuccess}
      onClose={onClose}
      onSubmit={() => {
        if (reset.isSuccess) onClose()
        else reset.mutate()
      }}
    >
      {reset.isSuccess ? (
        <ShownPassword password={reset.data.password} />
      ) : (
        <p>{accountText.newPasswordAdvice}</p>
      )}
    </FormDialog>
  )
}
