import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { CampaignAccounting } from '../../../data/frontend/campaign-accounting.ts'
import type { Campaign } from '../../../data/frontend/campaigns.ts'
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.tsx'
import { campaignActionText } from '../../../ui/text/campaign-page.ts'
import { useStateChange } from './use-campaign-actions.ts'

type BackToDraftProps = { readonly campaign: Campaign; readonly numbers: CampaignAccounting }

/** Takes a launch back of which nothing was sent yet, so that its content and start can be changed. */
export function BackToDraft({ campaign, numbers }: BackToDraftProps) {
  const [asks, setAsks] = useState(false)
  const change = useStateChange(campaign.id, 'unschedule')
  const { state } = campaign
  if (state !== 'scheduled' && !(state === 'paused' && !numbers.posted)) return null
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={() => {
          setAsks(true)
        }}
      >
        {campaignActionText.unschedule}
      </Button>
      <ConfirmDialog
        opened={asks}
        title={campaignActionText.unscheduleTitle}
        confirmLabel={campaignActionText.unschedule}
        onConfirm={() => change.mutateAsync()}
        onClose={() => {
          setAsks(false)
        }}
      >
        {campaignActionText.unscheduleBody}
      </ConfirmDialog>
    </>
  )
}
