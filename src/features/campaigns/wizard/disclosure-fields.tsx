import { Button, Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { waiveAiDisclosure } from '../../../data/frontend/campaign-drafts.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { channelsStepText } from '../../../ui/text/campaign-wizard.ts'
import { commonText } from '../../../ui/text/common.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { useDraft } from './draft-context.ts'
import { useWriteDraft } from './use-draft-store.ts'
import classes from './wizard.module.css'

/** Records an admin's word; what is entered is saved first, so that both have one version. */
function useWaiver() {
  const { draft, store } = useDraft()
  const write = useWriteDraft()
  return useMutation({
    mutationFn: async (reason: string) => {
      await store.flush()
      return waiveAiDisclosure(frontend(), draft.campaign.id, reason)
    },
    meta: { failed: channelsStepText.waiveFailed },
    onSuccess: write,
  })
}

type WaiverDialogProps = {
  readonly opened: boolean
  readonly waiting: boolean
  readonly onRecord: (reason: string) => void
  readonly onClose: () => void
}

function WaiverDialog({ opened, waiting, onRecord, onClose }: WaiverDialogProps) {
  const [reason, setReason] = useState('')
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (reason.trim() !== '') onRecord(reason)
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={channelsStepText.waiveTitle}
      closeButtonProps={{ 'aria-label': commonText.close }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <Textarea
            label={channelsStepText.waiveReason}
            description={channelsStepText.waiveBody}
            value={reason}
            autosize
            minRows={2}
            data-autofocus
            onChange={(event) => {
              setReason(event.currentTarget.value)
            }}
          />
          <Button type="submit" loading={waiting} disabled={reason.trim() === ''}>
            {channelsStepText.waiveConfirm}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

/** The sentence that says an AI writes or calls, or an admin's word that none is needed. */
export function DisclosureFields() {
  const { draft, editFields } = useDraft()
  const { aiDisclosure, aiDisclosureWaivedReason } = draft.campaign
  const { isAdmin } = useViewer()
  const [asks, setAsks] = useState(false)
  const waive = useWaiver()
  if (aiDisclosureWaivedReason !== '') {
    return (
      <div className={classes['line']}>
        <span>{channelsStepText.waivedBy(aiDisclosureWaivedReason)}</span>
        {isAdmin && (
          <Button
            variant="default"
            size="compact-sm"
            loading={waive.isPending}
            onClick={() => {
              waive.mutate('')
            }}
          >
            {channelsStepText.takeBack}
          </Button>
        )}
      </div>
    )
  }
  return (
    <>
      <TextInput
        label={channelsStepText.disclosure}
        description={channelsStepText.disclosureAdvice}
        placeholder={channelsStepText.disclosurePlaceholder}
        value={aiDisclosure}
        onChange={(event) => {
          editFields({ aiDisclosure: event.currentTarget.value })
        }}
      />
      <div className={classes['line']}>
        {aiDisclosure.trim() === '' && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              editFields({ aiDisclosure: channelsStepText.disclosurePlaceholder })
            }}
          >
            {channelsStepText.useUsual}
          </Button>
        )}
        {isAdmin && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              setAsks(true)
            }}
          >
            {channelsStepText.waive}
          </Button>
        )}
      </div>
      <WaiverDialog
        opened={asks}
        waiting={waive.isPending}
        onRecord={(reason) => {
          waive.mutate(reason, {
            onSuccess: () => {
              setAsks(false)
            },
          })
        }}
        onClose={() => {
          setAsks(false)
        }}
      />
    </>
  )
}
