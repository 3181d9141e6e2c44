import { Alert, Button } from '@mantine/core'
import { IconDownload, IconFileImport, IconPlus } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Dataset } from '../../../data/frontend/datasets.ts'
import { paths } from '../../../lib/paths.ts'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { TableSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { SearchField } from '../../../ui/filter/search-field.tsx'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { commonText } from '../../../ui/text/common.ts'
import { datasetListText, memberText, poolText } from '../../../ui/text/datasets.ts'
import { undoImportText } from '../../../ui/text/pools.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { ImportBanner } from '../import/import-banner.tsx'
import { datasetQuery } from '../queries.ts'
import { saveFile } from '../../../ui/file/save-file.ts'
import { DeletePool } from './delete-pool.tsx'
import { exportMembers } from './export-members.ts'
import { poolUrl } from './pool-url.ts'

/** Comes by itself: it writes phone numbers, which takes every country's rules. */
const MembersTable = lazy(async () => ({
  default: (await import('./members-table.tsx')).MembersTable,
}))

const AddMemberDialog = lazy(async () => ({
  default: (await import('./add-member-dialog.tsx')).AddMemberDialog,
}))

const ImportsDialog = lazy(async () => ({
  default: (await import('./imports-dialog.tsx')).ImportsDialog,
}))

function ImportLink({ datasetId }: { readonly datasetId: string }) {
  return (
    <Button
      component={Link}
      to={paths.importDataset({ pool: datasetId })}
      variant="default"
      leftSection={<IconFileImport size={16} aria-hidden />}
    >
      {datasetListText.importCsv}
    </Button>
  )
}

function ExportButton({ pool }: { readonly pool: Dataset }) {
  const save = useMutation({
    mutationFn: () => exportMembers(pool.id),
    meta: { failed: poolText.exportFailed },
    onSuccess: (text) => {
      saveFile(`${pool.name}.csv`, text)
    },
  })
  return (
    <Button
      variant="default"
      disabled={pool.memberCount === 0}
      loading={save.isPending}
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => {
        save.mutate()
      }}
    >
      {poolText.export}
    </Button>
  )
}

function Pool({ datasetId }: { readonly datasetId: string }) {
  const { data: pool } = useSuspenseQuery(datasetQuery(datasetId))
  const { state: url, setState } = useUrlState(poolUrl)
  const { canWrite, offices } = useViewer()
  const [adding, setAdding] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const [files, setFiles] = useState(false)
  const office = offices.find(({ id }) => id === pool.officeId)
  return (
    <Page
      layout="fill"
      header={
        <PageHeader
          title={pool.name}
          back={{ label: datasetListText.title, href: paths.datasets() }}
          detail={[memberText.count(pool.memberCount), office?.name, pool.description]
            .filter(Boolean)
            .join(' · ')}
          secondary={
            <>
              {canWrite && <DeletePool pool={pool} />}
              {canWrite && <ExportButton pool={pool} />}
              <Button
                variant="default"
                onClick={() => {
                  setFiles(true)
                }}
              >
                {undoImportText.imports}
              </Button>
              {canWrite && <ImportLink datasetId={pool.id} />}
            </>
          }
          action={
            canWrite && (
              <Button
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => {
                  setAdding(true)
                }}
              >
                {memberText.add}
              </Button>
            )
          }
        >
          <SearchField
            label={memberText.search}
            value={url.search}
            onSearch={(search) => {
              setState({ search }, { replace: true })
            }}
          />
        </PageHeader>
      }
    >
      <ImportBanner />
      {said !== null && (
        <Alert
          role="status"
          withCloseButton
          closeButtonLabel={commonText.close}
          onClose={() => {
            setSaid(null)
          }}
        >
          {said}
        </Alert>
      )}
      <LoadingBoundary skeleton={<TableSkeleton columns={6} />} resetKey={pool.id}>
        <MembersTable
          key={pool.id}
          pool={pool}
          url={url}
          onChange={setState}
          onSaid={setSaid}
          firstStep={canWrite ? <ImportLink datasetId={pool.id} /> : undefined}
        />
      </LoadingBoundary>
      {files && (
        <Suspense fallback={null}>
          <ImportsDialog
            datasetId={pool.id}
            onClose={() => {
              setFiles(false)
            }}
          />
        </Suspense>
      )}
      {adding && (
        <Suspense fallback={null}>
          <AddMemberDialog
            datasetId={pool.id}
            defaultCountry={office?.defaultCountry ?? 'GB'}
            onClose={() => {
              setAdding(false)
            }}
          />
        </Suspense>
      )}
    </Page>
  )
}

/** One pool: its people, and how to add to it. */
export function DatasetPage() {
  const { datasetId = '' } = useParams()
  return <Pool key={datasetId} datasetId={datasetId} />
}
