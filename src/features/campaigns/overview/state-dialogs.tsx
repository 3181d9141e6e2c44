import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Campaign } from '../../../data/frontend/campaigns.ts'
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.tsx'
import { campaignActionText } from '../../../ui/text/campaign-page.ts'
import { accountingQuery, activeConversationsQuery } from '../queries.ts'
import { useStateChange } from './use-campaign-actions.ts'

type DialogProps = {
  readonly campaign: Campaign
  readonly opened: boolean
  readonly onClose: () => void
}

type ConsequencesProps = {
  readonly campaignId: string
  readonly opened: boolean
  readonly waiting: (count: number) => string
  readonly active: (count: number) => string
}

/** What it will mean, in numbers that are counted when the dialog opens. */
function Consequences({ campaignId, opened, waiting, active }: ConsequencesProps) {
  const numbers = useQuery(accountingQuery(campaignId)).data
  const going = useQuery({ ...activeConversationsQuery(campaignId), enabled: opened })
  return (
    <>
      {numbers !== undefined && (
        <Text>{waiting(numbers.waiting - numbers.sending + numbers.held)}</Text>
      )}
      <Text aria-live="polite">
        {going.isError
          ? campaignActionText.notCounted
          : going.data === undefined
            ? campaignActionText.counting
            : active(going.data)}
      </Text>
    </>
  )
}

/** Asks before pausing: our sending stops, the conversations don't. */
export function PauseDialog({ campaign, opened, onClose }: DialogProps) {
  const change = useStateChange(campaign.id, 'pause')
  return (
    <ConfirmDialog
      opened={opened}
      title={campaignActionText.pauseTitle}
      confirmLabel={campaignActionText.pauseConfirm}
      onConfirm={() => change.mutateAsync()}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Consequences
          campaignId={campaign.id}
          opened={opened}
          waiting={campaignActionText.pauseWaiting}
          active={campaignActionText.pauseActive}
        />
      </Stack>
    </ConfirmDialog>
  )
}

/** Asks before stopping, which ends the agents' conversations and can't be taken back. */
export function StopDialog({ campaign, opened, onClose }: DialogProps) {
  const change = useStateChange(campaign.id, 'stop')
  return (
    <ConfirmDialog
      opened={opened}
      title={campaignActionText.stopTitle}
      confirmLabel={campaignActionText.stopConfirm}
      danger
      onConfirm={() => change.mutateAsync()}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Consequences
          campaignId={campaign.id}
          opened={opened}
          waiting={campaignActionText.stopWaiting}
          active={campaignActionText.stopActive}
        />
        <Text>{campaignActionText.stopForGood}</Text>
      </Stack>
    </ConfirmDialog>
  )
}
