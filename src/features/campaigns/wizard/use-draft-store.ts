import { useQueryClient } from '@tanstack/react-query'
import { useContext, useEffect, useState } from 'react'
import {
  type Draft,
  getDraft,
  renameDraft,
  saveDraftParts,
} from '../../../data/frontend/campaign-drafts.ts'
import { saveCampaign } from '../../../data/frontend/campaigns.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { campaignSlug } from '../../../domain/campaign/campaign-slug.ts'
import { RetryContext } from '../../../ui/feedback/retry-context.ts'
import { draftQuery } from '../queries.ts'
import type { DraftEdits, EditGroup } from './draft-edits.ts'
import { createDraftStore, type DraftStore } from './draft-store.ts'

async function saveGroup(draft: Draft, edits: DraftEdits, group: EditGroup): Promise<Draft> {
  const seen = { id: draft.campaign.id, version: draft.campaign.version }
  switch (group) {
    case 'name': {
      const name = edits.name?.trim() ?? draft.campaign.name
      return renameDraft(frontend(), seen, name, campaignSlug(name))
    }
    case 'fields':
      return { ...draft, campaign: await saveCampaign(frontend(), seen, edits.fields ?? {}) }
    case 'parts':
      return saveDraftParts(frontend(), seen, edits.parts ?? {})
  }
}

/** Hands a draft that the database answered to everything that shows it. */
export function useWriteDraft(): (draft: Draft) => void {
  const queries = useQueryClient()
  return (draft) => {
    const { queryKey } = draftQuery(draft.campaign.id)
    const campaignKey = queryKeys.campaign(draft.campaign.id)
    // A read that began before the save may answer after it: shown, it would bring back what was
    // taken out meanwhile, and the next edit would start from there.
    for (const stale of [queryKey, campaignKey]) {
      void queries.cancelQueries({ queryKey: stale, exact: true })
    }
    queries.setQueryData(queryKey, draft)
    queries.setQueryData(campaignKey, draft.campaign)
  }
}

/**
 * The store of one draft, for as long as its wizard is open. What is entered is saved when the tab
 * goes out of sight, when the network or a sign-in that ran out is back, and when the wizard is left, too.
 *
 * @param loaded the draft as it came, before anything is in the cache
 */
export function useDraftStore(loaded: Draft): DraftStore {
  const queries = useQueryClient()
  const write = useWriteDraft()
  const { generation } = useContext(RetryContext)
  const [store] = useState(() =>
    createDraftStore({
      read: () => queries.getQueryData(draftQuery(loaded.campaign.id).queryKey) ?? loaded,
      write,
      save: saveGroup,
      reload: () => getDraft(frontend(), loaded.campaign.id),
    }),
  )

  useEffect(() => {
    const saveWhenHidden = (): void => {
      if (document.visibilityState === 'hidden') void store.flush()
    }
    const saveWhenOnline = (): void => {
      void store.flush()
    }
    document.addEventListener('visibilitychange', saveWhenHidden)
    window.addEventListener('online', saveWhenOnline)
    return () => {
      document.removeEventListener('visibilitychange', saveWhenHidden)
      window.removeEventListener('online', saveWhenOnline)
      void store.flush()
    }
  }, [store])

  useEffect(() => {
    if (generation > 0) void store.flush()
  }, [store, generation])

  return store
}
