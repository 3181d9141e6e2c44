import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Account, setAccountActive } from '../../../data/frontend/accounts.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.tsx'
import { accountText } from '../../../ui/text/settings.ts'
import { accountsQuery } from '../queries.ts'

type AccessDialogProps = { readonly account: Account; readonly onClose: () => void }

/** Asks before somebody's access is switched off, or on again. */
export function AccessDialog({ account, onClose }: AccessDialogProps) {
  const client = useQueryClient()
  const { active } = account
  const name = account.fullName || account.email
  const change = useMutation({
    mutationFn: () => setAccountActive(frontend(), account.id, !active),
    onSuccess: () => client.invalidateQueries({ queryKey: accountsQuery.queryKey }),
    meta: { done: active ? accountText.switchedOff : accountText.switchedOn },
  })
  return (
    <ConfirmDialog
      opened
      title={active ? accountText.switchOffTitle(name) : `${accountText.switchOn}: ${name}`}
      confirmLabel={active ? accountText.switchOff : accountText.switchOn}
      danger={active}
      onConfirm={() => change.mutateAsync()}
      onClose={onClose}
    >
      {active ? accountText.switchOffAdvice : accountText.roles[account.role]}
    </ConfirmDialog>
  )
}
