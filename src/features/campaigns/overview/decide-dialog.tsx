import { Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Campaign } from '../../../data/frontend/campaigns.ts'
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.tsx'
import { campaignActionText } from '../../../ui/text/campaign-page.ts'
import { useRetry, useTakeAsSent } from './use-campaign-actions.ts'

type Decision = 'again' | 'taken'

type DecideDialogProps = {
  readonly campaign: Campaign
  readonly count: number
  readonly onClose: () => void
}

/** Asks what becomes of people of whom nobody knows whether they were contacted. */
export function DecideDialog({ campaign, count, onClose }: DecideDialogProps) {
  const maySend = campaign.state !== 'stopped'
  const [chosen, setChosen] = useState<Decision>('taken')
  const decision = maySend ? chosen : 'taken'
  const retry = useRetry(campaign, 'needs-decision')
  const take = useTakeAsSent(campaign.id)
  const { decisions } = campaignActionText
  return (
    <ConfirmDialog
      opened
      title={campaignActionText.decideTitle(count)}
      confirmLabel={decisions[decision].label}
      onConfirm={() => (decision === 'again' ? retry.mutateAsync() : take.mutateAsync())}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text>{campaignActionText.decideBody}</Text>
        <Radio.Group
          aria-label={campaignActionText.decideTitle(count)}
          value={decision}
          onChange={(value) => {
            setChosen(value === 'again' ? 'again' : 'taken')
          }}
        >
          <Stack gap="xs">
            <Radio
              value="again"
              disabled={!maySend}
              label={decisions.again.label}
              description={maySend ? decisions.again.description : campaignActionText.decideEnded}
            />
            <Radio
              value="taken"
              label={decisions.taken.label}
              description={decisions.taken.description}
            />
          </Stack>
        </Radio.Group>
      </Stack>
    </ConfirmDialog>
  )
}
