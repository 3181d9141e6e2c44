import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import {
  changeCampaignState,
  retryCampaign,
  takeAsSent,
} from '../../../data/bridge/campaign-actions.ts'
import { bridge } from '../../../data/bridge/browser-client.ts'
import { duplicateCampaign } from '../../../data/frontend/campaign-drafts.ts'
import type { Campaign } from '../../../data/frontend/campaigns.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { paths } from '../../../lib/paths.ts'
import { campaignActionText } from '../../../ui/text/campaign-page.ts'
import { copyName, newDraft } from '../../../data/frontend/new-draft.ts'

/** Everything that shows a campaign's state or numbers is read again. */
function useRefresh(campaignId: string) {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: queryKeys.campaign(campaignId) }),
      queries.invalidateQueries({ queryKey: queryKeys.campaigns() }),
      queries.invalidateQueries({ queryKey: queryKeys.recipients(campaignId) }),
    ])
}

const STATE_AFTER = {
  pause: 'paused',
  resume: 'running',
  stop: 'stopped',
  unschedule: 'draft',
} as const

/** Pauses, resumes, stops or takes the launch back. The page shows the new state at once, and the old one if it fails. */
export function useStateChange(campaignId: string, action: keyof typeof STATE_AFTER) {
  const queries = useQueryClient()
  const refresh = useRefresh(campaignId)
  const key = queryKeys.campaign(campaignId)
  return useMutation({
    mutationFn: () => changeCampaignState(bridge(), campaignId, action),
    meta: { failed: campaignActionText.failed[action] },
    onMutate: async () => {
      await queries.cancelQueries({ queryKey: key, exact: true })
      const before = queries.getQueryData<Campaign>(key)
      if (before !== undefined) {
        queries.setQueryData<Campaign>(key, {
          ...before,
          state: STATE_AFTER[action],
          stateReason: '',
        })
      }
      return { before }
    },
    onError: (_error, _variables, context) => {
      if (context?.before !== undefined) queries.setQueryData(key, context.before)
    },
    onSettled: refresh,
  })
}

/** Sends again what failed, or what only a person may decide to send again. */
export function useRetry({ id, state }: Campaign, scope: 'failed' | 'needs-decision') {
  const refresh = useRefresh(id)
  const { failed, retryStarted, retryWaits } = campaignActionText
  return useMutation({
    mutationFn: () => retryCampaign(bridge(), id, scope),
    meta: { failed: failed.retry, done: state === 'paused' ? retryWaits : retryStarted },
    onSettled: refresh,
  })
}

/** Counts whom nobody knows about as sent. */
export function useTakeAsSent(campaignId: string) {
  const refresh = useRefresh(campaignId)
  return useMutation({
    mutationFn: () => takeAsSent(bridge(), campaignId),
    meta: { failed: campaignActionText.failed.take, done: campaignActionText.taken },
    onSettled: refresh,
  })
}

/** Makes a draft with the same content and opens it. */
export function useDuplicate(campaign: Campaign) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ withoutContacted }: { readonly withoutContacted: boolean }) =>
      duplicateCampaign(
        frontend(),
        campaign.id,
        newDraft(copyName(campaign.name, campaignActionText.copyWord)),
        withoutContacted,
      ),
    meta: { failed: campaignActionText.failed.duplicate },
    onSuccess: async (draft) => {
      await queries.invalidateQueries({ queryKey: queryKeys.campaigns() })
      await navigate(paths.editCampaign(draft.campaign.id))
    },
  })
}
