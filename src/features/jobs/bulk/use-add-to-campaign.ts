import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { frontend } from '../../../data/frontend/browser-client.ts'
import {
  changeDraftPeople,
  createDraft,
  type NewDraft,
} from '../../../data/frontend/campaign-drafts.ts'
import { newDraft } from '../../../data/frontend/new-draft.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { offerUndo } from '../../../ui/feedback/undo.ts'
import { bulkDialogText, bulkText } from '../../../ui/text/board-bulk.ts'

type AddToCampaign = {
  readonly people: readonly string[]
  /** A draft that is there, or the name of one to make. */
  readonly draft: { readonly id?: string; readonly name: string }
}

type AddToCampaignOptions = {
  readonly jobId: string
  readonly onNote: (note: string) => void
  readonly onDone: () => void
}

/** Puts people among those picked by hand for a draft, and takes them out again by undo. */
export function useAddToCampaign({ jobId, onNote, onDone }: AddToCampaignOptions) {
  const client = useQueryClient()
  // Kept, so that pressing the button again after a lost answer makes no second draft.
  const made = useRef<NewDraft>(null)

  async function refresh(campaignId: string): Promise<void> {
    const stale = [
      queryKeys.campaigns(),
      queryKeys.campaign(campaignId),
      queryKeys.campaignParts(campaignId),
      queryKeys.preview(campaignId),
    ]
    await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })))
  }

  async function draftId({ id, name }: AddToCampaign['draft']): Promise<string> {
    if (id !== undefined) return id
    if (made.current?.name !== name) made.current = newDraft(name)
    return (await createDraft(frontend(), jobId, made.current)).campaign.id
  }

  const remove = useMutation({
    mutationFn: async ({ id, people }: { id: string; people: readonly string[] }) => {
      await changeDraftPeople(frontend(), id, { remove: people })
      await refresh(id)
    },
    meta: { failed: bulkText.undoFailed },
  })

  return useMutation({
    mutationFn: async ({ people, draft }: AddToCampaign) => {
      const id = await draftId(draft)
      return { id, added: await changeDraftPeople(frontend(), id, { add: people }) }
    },
    onSuccess: ({ id, added }, { draft: { name } }) => {
      void refresh(id)
      onDone()
      if (added.length === 0) {
        onNote(bulkDialogText.addedNone(name))
        return
      }
      offerUndo({
        message: bulkDialogText.added(added.length, name),
        undo: async () => {
          await remove.mutateAsync({ id, people: added }).catch(() => undefined)
        },
      })
    },
    meta: { failed: bulkDialogText.addFailed },
  })
}
