import { Button } from '@mantine/core'
import {
  IconCopy,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconRefresh,
} from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import type { Campaign } from '../../../data/frontend/campaigns.ts'
import { canTransition } from '../../../domain/campaign/campaign-state.ts'
import { paths } from '../../../lib/paths.ts'
import { campaignActionText } from '../../../ui/text/campaign-page.ts'
import { PauseDialog, StopDialog } from './state-dialogs.tsx'
import { useRetry, useStateChange } from './use-campaign-actions.ts'

const DuplicateDialog = lazy(async () => ({
  default: (await import('./duplicate-dialog.tsx')).DuplicateDialog,
}))

const ICON = { size: 16, 'aria-hidden': true } as const

/** The page's one primary button: the next thing to do with a campaign in this state. */
export function PrimaryButton({ campaign }: { readonly campaign: Campaign }) {
  const resume = useStateChange(campaign.id, 'resume')
  const [asks, setAsks] = useState(false)
  switch (campaign.state) {
    case 'draft':
      return (
        <Button
          component={Link}
          to={paths.editCampaign(campaign.id)}
          leftSection={<IconPencil {...ICON} />}
        >
          {campaignActionText.continueDraft}
        </Button>
      )
    case 'paused':
      return (
        <Button
          leftSection={<IconPlayerPlay {...ICON} />}
          loading={resume.isPending}
          onClick={() => {
            resume.mutate()
          }}
        >
          {campaignActionText.resume}
        </Button>
      )
    case 'stopped':
      return (
        <>
          <Button
            leftSection={<IconCopy {...ICON} />}
            onClick={() => {
              setAsks(true)
            }}
          >
            {campaignActionText.duplicate}
          </Button>
          {asks && (
            <Suspense fallback={null}>
              <DuplicateDialog
                campaign={campaign}
                onClose={() => {
                  setAsks(false)
                }}
              />
            </Suspense>
          )}
        </>
      )
    case 'scheduled':
    case 'running':
    case 'completed':
    case 'failed':
      return null
  }
}

type SecondaryButtonsProps = {
  readonly campaign: Campaign
  /** How many failed and may be tried again. */
  readonly failed: number
}

/** What else can be done: retry, pause, stop, duplicate, as far as the state allows. */
export function SecondaryButtons({ campaign, failed }: SecondaryButtonsProps) {
  const [dialog, setDialog] = useState<'pause' | 'stop' | 'duplicate' | null>(null)
  const retry = useRetry(campaign, 'failed')
  const close = (): void => {
    setDialog(null)
  }
  const { state } = campaign
  return (
    <>
      {failed > 0 &&
        (state === 'failed' ||
          state === 'running' ||
          state === 'completed' ||
          state === 'paused') && (
          <Button
            variant="default"
            leftSection={<IconRefresh {...ICON} />}
            loading={retry.isPending}
            onClick={() => {
              retry.mutate()
            }}
          >
            {campaignActionText.retryFailed(failed)}
          </Button>
        )}
      {canTransition(state, 'paused') && (
        <Button
          variant="default"
          leftSection={<IconPlayerPause {...ICON} />}
          onClick={() => {
            setDialog('pause')
          }}
        >
          {campaignActionText.pause}
        </Button>
      )}
      {canTransition(state, 'stopped') && (
        <Button
          variant="default"
          leftSection={<IconPlayerStop {...ICON} />}
          onClick={() => {
            setDialog('stop')
          }}
        >
          {campaignActionText.stop}
        </Button>
      )}
      {state !== 'stopped' && (
        <Button
          variant="default"
          leftSection={<IconCopy {...ICON} />}
          onClick={() => {
            setDialog('duplicate')
          }}
        >
          {campaignActionText.duplicate}
        </Button>
      )}
      {dialog === 'duplicate' && (
        <Suspense fallback={null}>
          <DuplicateDialog campaign={campaign} onClose={close} />
        </Suspense>
      )}
      <PauseDialog campaign={campaign} opened={dialog === 'pause'} onClose={close} />
      <StopDialog campaign={campaign} opened={dialog === 'stop'} onClose={close} />
    </>
  )
}
