import { Alert, Button, Group } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { importText } from '../../../ui/text/datasets.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import type { ImportJob } from './import-job.ts'
import { forgetImport, reopenImport } from './import-store.ts'
import { findKeptImport } from './kept-import.ts'

/** Offers to go on with an import that a reload or a closed tab interrupted. */
export function KeptNotice({ onGoOn }: { readonly onGoOn: (job: ImportJob) => void }) {
  const { userId } = useViewer()
  const queries = useQueryClient()
  const queryKey = ['kept-import', userId]
  const { data: kept = null } = useQuery({
    queryKey,
    queryFn: () => findKeptImport(userId, Date.now()),
    staleTime: 0,
    gcTime: 0,
    networkMode: 'always',
  })
  if (kept === null) return null
  return (
    <Alert color="amber" role="status" title={importText.interrupted(kept.fileName)}>
      <p>{importText.interruptedAdvice(kept.job.total)}</p>
      <Group gap="sm" mt="sm">
        <Button
          onClick={() => {
            void reopenImport(kept).then((opened) => {
              if (opened) onGoOn(kept.job)
            })
          }}
        >
          {importText.goOn}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            forgetImport()
            queries.setQueryData(queryKey, null)
          }}
        >
          {importText.putAside}
        </Button>
      </Group>
    </Alert>
  )
}
