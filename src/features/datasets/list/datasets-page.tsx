import { Button } from '@mantine/core'
import { IconFileImport, IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import type { Dataset } from '../../../data/frontend/datasets.ts'
import { PAGE_SIZE } from '../../../data/frontend/page.ts'
import { paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { NoMatch } from '../../../ui/feedback/no-match.tsx'
import { TableSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { SearchField } from '../../../ui/filter/search-field.tsx'
import { urlPage, urlText } from '../../../ui/filter/url-state.ts'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { datasetListText } from '../../../ui/text/datasets.ts'
import { formatNumber } from '../../../ui/text/locale.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { ImportBanner } from '../import/import-banner.tsx'
import { datasetsQuery } from '../queries.ts'

const NewPoolDialog = lazy(async () => ({
  default: (await import('./new-pool-dialog.tsx')).NewPoolDialog,
}))

const listUrl = z.object({ search: urlText(), page: urlPage() })
type ListUrl = z.output<typeof listUrl>

const COLUMNS: readonly Column<Dataset>[] = [
  { key: 'name', title: datasetListText.name, cell: ({ name }) => name },
  {
    key: 'description',
    title: datasetListText.description,
    width: '34%',
    wideOnly: true,
    cell: ({ description }) => description,
  },
  {
    key: 'source',
    title: datasetListText.source,
    width: '140px',
    wideOnly: true,
    cell: ({ source }) => datasetListText.sources[source],
  },
  {
    key: 'members',
    title: datasetListText.members,
    width: '96px',
    align: 'end',
    cell: ({ memberCount }) => formatNumber(memberCount),
  },
  {
    key: 'without-phone',
    title: datasetListText.withoutPhone,
    width: '124px',
    align: 'end',
    wideOnly: true,
    cell: ({ withoutPhoneCount }) => formatNumber(withoutPhoneCount),
  },
  {
    key: 'created',
    title: datasetListText.created,
    width: '120px',
    align: 'end',
    wideOnly: true,
    cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
  },
]

function ImportButton({ primary = false }: { readonly primary?: boolean }) {
  return (
    <Button
      component={Link}
      to={paths.importDataset()}
      variant={primary ? 'filled' : 'default'}
      leftSection={<IconFileImport size={16} aria-hidden />}
    >
      {datasetListText.importCsv}
    </Button>
  )
}

type ListProps = { readonly url: ListUrl; readonly onPage: (page: number) => void }

function DatasetList({ url, onPage }: ListProps) {
  const { officeId, canWrite } = useViewer()
  const shown = useDeferredValue(url)
  const { search, page } = shown
  const { data } = useSuspenseQuery(datasetsQuery({ search, officeId, page: page - 1 }))
  return (
    <DataTable
      label={datasetListText.title}
      columns={COLUMNS}
      rows={data.items}
      rowKey={({ id }) => id}
      rowLabel={({ name }) => name}
      rowHref={({ id }) => paths.dataset(id)}
      refreshing={shown !== url}
      paging={{ page, pageSize: PAGE_SIZE, total: data.total, onPage }}
      empty={
        search === '' ? (
          <EmptyState
            icon={IconUsersGroup}
            title={datasetListText.emptyTitle}
            advice={datasetListText.emptyAdvice}
            action={canWrite ? <ImportButton primary /> : undefined}
          />
        ) : (
          <NoMatch />
        )
      }
    />
  )
}

/** All pools with how many people are in them. */
export function DatasetsPage() {
  const { state: url, setState } = useUrlState(listUrl)
  const { canWrite } = useViewer()
  const [making, setMaking] = useState(false)
  return (
    <Page
      layout="fill"
      header={
        <PageHeader
          title={datasetListText.title}
          secondary={canWrite ? <ImportButton /> : undefined}
          action={
            canWrite ? (
              <Button
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => {
                  setMaking(true)
                }}
              >
                {datasetListText.newPool}
              </Button>
            ) : undefined
          }
        >
          <SearchField
            label={datasetListText.search}
            value={url.search}
            onSearch={(search) => {
              setState({ search }, { replace: true })
            }}
          />
        </PageHeader>
      }
    >
      <ImportBanner />
      <LoadingBoundary skeleton={<TableSkeleton columns={5} />}>
        <DatasetList
          url={url}
          onPage={(page) => {
            setState({ page })
          }}
        />
      </LoadingBoundary>
      {making && (
        <Suspense fallback={null}>
          <NewPoolDialog
            onClose={() => {
              setMaking(false)
            }}
          />
        </Suspense>
      )}
    </Page>
  )
}
