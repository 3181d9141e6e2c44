import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Campaign } from '../../../data/frontend/campaigns.ts'
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.tsx'
import { campaignActionText } from '../../../ui/text/campaign-page.ts'
import { useDuplicate } from './use-campaign-actions.ts'

type DuplicateDialogProps = {
  readonly campaign: Campaign
  readonly onClose: () => void
}

/** Asks whom a copy is for before it makes one. */
export function DuplicateDialog({ campaign, onClose }: DuplicateDialogProps) {
  const [audience, setAudience] = useState('rest')
  const duplicate = useDuplicate(campaign)
  return (
    <ConfirmDialog
      opened
      title={campaignActionText.duplicateTitle}
      confirmLabel={campaignActionText.duplicateConfirm}
      onConfirm={() => duplicate.mutateAsync({ withoutContacted: audience === 'rest' })}
      onClose={onClose}
    >
      <Stack gap="sm">
        <p>{campaignActionText.duplicateBody}</p>
        <Radio.Group
          label={campaignActionText.duplicateFor}
          value={audience}
          onChange={setAudience}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="rest" label={campaignActionText.duplicateRest} />
            <Radio value="all" label={campaignActionText.duplicateAll} />
          </Stack>
        </Radio.Group>
      </Stack>
    </ConfirmDialog>
  )
}
