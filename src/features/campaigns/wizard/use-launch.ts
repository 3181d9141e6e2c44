import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { launchCampaign } from '../../../data/bridge/campaign-actions.ts'
import { bridge } from '../../../data/bridge/browser-client.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { paths } from '../../../lib/paths.ts'
import { AFTER_SAVE } from '../../../ui/feedback/unsaved-guard.tsx'
import { draftQuery, previewQuery } from '../queries.ts'
import { parseAudienceChange } from './audience-change.ts'

/**
 * Launches what was looked at. A changed audience puts the present preview in its place; after any
 * other failure the draft is read again, since the launch may have happened though no answer came.
 */
export function useLaunch(campaignId: string) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (previewHash: string) => launchCampaign(bridge(), campaignId, previewHash),
    meta: { quiet: true },
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: queryKeys.campaign(campaignId) }),
        queries.invalidateQueries({ queryKey: queryKeys.campaigns() }),
        queries.invalidateQueries({ queryKey: queryKeys.recipients(campaignId) }),
      ])
      await navigate(paths.campaign(campaignId), { replace: true, state: AFTER_SAVE })
    },
    onError: async (error) => {
      const change = parseAudienceChange(error)
      if (change === null) {
        await queries.invalidateQueries({ queryKey: draftQuery(campaignId).queryKey })
        return
      }
      const { preview, payload } = change
      queries.setQueryData(previewQuery(campaignId).queryKey, { preview, payload })
    },
  })
}
