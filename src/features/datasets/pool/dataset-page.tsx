import { Alert, Button } from '@mantine/core'
import { IconDownload, IconFileImport, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { Dataset } from '../../../data/frontend/datasets.ts'
import { paths } from '../../../lib/paths.ts'
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.tsx'
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
import { datasetQuery, useDeleteDataset } from '../queries.ts'
import { saveFile } from '../../../ui/file/save-file.ts'
import { exportMembers } from './export-members.ts'
import { MembersTable, poolUrl } from './members-table.tsx'

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

function DeleteButton({ pool }: { readonly pool: Dataset }) {
  const [asked, setAsked] = useState(false)
  const remove = useDeleteDataset()
  const navigate = useNavigate()
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => {
          setAsked(true)
        }}
      >
        {poolText.delete}
      </Button>
      <ConfirmDialog
        opened={asked}
        title={poolText.deleteTitle}
        confirmLabel={poolText.delete}
        danger
        onConfirm={async () => {
          await remove.mutateAsync(pool.id)
          await navigate(paths.datasets())
        }}
        onClose={() => {
          setAsked(false)
        }}
      >
        {poolText.deleteBody(pool.name, pool.memberCount)}
      </ConfirmDialog>
    </>
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
              {canWrite && <DeleteButton pool={pool} />}
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
