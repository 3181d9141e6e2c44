import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { deleteDraft } from '../../../data/frontend/campaign-drafts.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { paths } from '../../../lib/paths.ts'
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx'
import { AFTER_SAVE } from '../../../ui/feedback/unsaved-guard.tsx'
import { wizardText } from '../../../ui/text/campaign-wizard.ts'
import { draftQuery } from '../queries.ts'
import { useDraft } from './draft-context.ts'

/** Throws the draft away, after asking. */
export function DeleteDraft() {
  const { draft, store } = useDraft()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const remove = useMutation({
    mutationFn: async () => {
      await store.flush()
      const { id, version } =
        queries.getQueryData(draftQuery(draft.campaign.id).queryKey)?.campaign ?? draft.campaign
      await deleteDraft(frontend(), { id, version })
    },
    meta: { failed: wizardText.deleteFailed },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: queryKeys.campaigns() })
      await navigate(paths.campaigns(), { replace: true, state: AFTER_SAVE })
    },
  })
  return (
    <ConfirmButton
      label={wizardText.deleteDraft}
      title={wizardText.deleteTitle}
      danger
      onConfirm={() => remove.mutateAsync()}
    >
      {wizardText.deleteBody}
    </ConfirmButton>
  )
}
