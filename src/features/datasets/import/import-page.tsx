import { Alert } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue } from 'react'
import { z } from 'zod'
import type { Dataset } from '../../../data/frontend/datasets.ts'
import { paths } from '../../../lib/paths.ts'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { datasetListText, importText } from '../../../ui/text/datasets.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { datasetQuery, useRefreshPool } from '../queries.ts'
import { CheckStep } from './check-step.tsx'
import { ChooseStep } from './choose-step.tsx'
import type { ImportJob } from './import-job.ts'
import { runJob, useImport } from './import-store.ts'
import { KeptNotice } from './kept-notice.tsx'
import { RunStep } from './run-step.tsx'

const importUrl = z.object({
  /** The id of the pool to import into; empty makes a new one. */
  pool: z.union([z.literal(''), z.uuid()]).default(''),
})

function Steps({ pool }: { readonly pool: Dataset | null }): ReactNode {
  // What a step shows is drawn in slices: a wide file's columns at once would hold the page up.
  const { phase, facts, job } = useDeferredValue(useImport())
  const refresh = useRefreshPool()
  const { userId } = useViewer()
  // As a mutation, so that a sign-in that expires in the middle is noticed by the app.
  const { mutate: start } = useMutation({
    mutationFn: (next: ImportJob) => runJob(next, userId),
    meta: { quiet: true },
    onSettled: (_answer, _error, { target }) => refresh(target.datasetId),
  })
  if (phase === 'check' && facts !== null) {
    return <CheckStep facts={facts} pool={pool} onStart={start} />
  }
  if (job !== null) return <RunStep job={job} onGoOn={start} />
  return (
    <>
      <KeptNotice onGoOn={start} />
      <ChooseStep />
    </>
  )
}

function StepsInto({ poolId }: { readonly poolId: string }) {
  const { data: pool } = useSuspenseQuery(datasetQuery(poolId))
  return (
    <>
      <p>{`${importText.into}: ${pool.name}`}</p>
      <Steps pool={pool} />
    </>
  )
}

/** Imports a CSV: choose, check, send, and an account of every row. */
export function ImportPage() {
  const { state: url } = useUrlState(importUrl)
  const { canWrite } = useViewer()
  const idle = useImport(({ job }) => job === null)
  return (
    <Page
      layout="narrow"
      header={
        <PageHeader
          title={importText.title}
          back={{ label: datasetListText.title, href: paths.datasets() }}
        />
      }
    >
      {!canWrite && <Alert>{importText.viewer}</Alert>}
      {canWrite &&
        (url.pool !== '' && idle ? <StepsInto poolId={url.pool} /> : <Steps pool={null} />)}
    </Page>
  )
}
