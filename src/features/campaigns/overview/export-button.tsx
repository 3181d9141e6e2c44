import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Campaign } from '../../../data/frontend/campaigns.ts'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { saveFile } from '../../../ui/file/save-file.ts'
import { exportText } from '../../../ui/text/campaign-results.ts'
import { campaignTimelineQuery } from '../queries.ts'
import { type CampaignUrl, toRecipientFilter } from '../recipients-filter.ts'
import { exportRecipients } from './export-recipients.ts'

type ExportButtonProps = {
  readonly campaign: Campaign
  readonly url: CampaignUrl
  readonly board: readonly BoardColumn[]
}

/** Takes the recipients that the filters show out as a CSV file. */
export function ExportButton({ campaign, url, board }: ExportButtonProps) {
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: () => exportRecipients(campaign, toRecipientFilter(url), board),
    meta: { failed: exportText.failed },
    onSuccess: async (text) => {
      saveFile(exportText.file(campaign.name), text)
      await queries.invalidateQueries({ queryKey: campaignTimelineQuery(campaign.id).queryKey })
    },
  })
  return (
    <Button
      variant="default"
      loading={save.isPending}
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => {
        save.mutate()
      }}
    >
      {exportText.button}
    </Button>
  )
}
