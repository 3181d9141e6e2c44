import { Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { Dataset } from '../../../data/frontend/datasets.ts'
import { paths } from '../../../lib/paths.ts'
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx'
import { poolText } from '../../../ui/text/datasets.ts'
import { draftsOfPoolQuery, useDeleteDataset } from '../queries.ts'

/** Which drafts lose people with the pool. */
function Drafts({ poolId }: { readonly poolId: string }) {
  const drafts = useQuery(draftsOfPoolQuery(poolId))
  if (drafts.isError) return <Text>{poolText.draftsUnknown}</Text>
  if (drafts.data === undefined || drafts.data.length === 0) return null
  return <Text>{poolText.deleteDrafts(drafts.data)}</Text>
}

/** Deletes a pool, after saying what goes with it. */
export function DeletePool({ pool }: { readonly pool: Dataset }) {
  const remove = useDeleteDataset()
  const navigate = useNavigate()
  return (
    <ConfirmButton
      label={poolText.delete}
      title={poolText.deleteTitle}
      leftSection={<IconTrash size={16} aria-hidden />}
      danger
      onConfirm={async () => {
        await remove.mutateAsync(pool.id)
        await navigate(paths.datasets())
      }}
    >
      <Stack gap="sm">
        <Text>{poolText.deleteBody(pool.name, pool.memberCount)}</Text>
        <Drafts poolId={pool.id} />
      </Stack>
    </ConfirmButton>
  )
}
