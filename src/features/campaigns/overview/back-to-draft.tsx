import { IconArrowBackUp } from '@tabler/icons-react'
import type { CampaignAccounting } from '../../../data/frontend/campaign-accounting.ts'
import type { Campaign } from '../../../data/frontend/campaigns.ts'
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx'
import { campaignActionText } from '../../../ui/text/campaign-page.ts'
import { useStateChange } from './use-campaign-actions.ts'

type BackToDraftProps = { readonly campaign: Campaign; readonly numbers: CampaignAccounting }

/** Takes a launch back of which nothing was sent yet, so that its content and start can be changed. */
export function BackToDraft({ campaign, numbers }: BackToDraftProps) {
  const change = useStateChange(campaign.id, 'unschedule')
  const { state } = campaign
  if (state !== 'scheduled' && !(state === 'paused' && !numbers.posted)) return null
  return (
    <ConfirmButton
      label={campaignActionText.unschedule}
      title={campaignActionText.unscheduleTitle}
      leftSection={<IconArrowBackUp size={16} aria-hidden />}
      onConfirm={() => change.mutateAsync()}
    >
      {campaignActionText.unscheduleBody}
    </ConfirmButton>
  )
}
