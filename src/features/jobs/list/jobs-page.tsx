import { Button } from '@mantine/core'
import { IconBriefcase, IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { JOB_STATES } from '../../../data/frontend/jobs.ts'
import { PAGE_SIZE } from '../../../data/frontend/page.ts'
import { paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { NoMatch } from '../../../ui/feedback/no-match.tsx'
import { TableSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { FilterBar } from '../../../ui/filter/filter-bar.tsx'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { jobListText, jobStateText } from '../../../ui/text/jobs.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { jobsQuery } from '../queries.ts'
import { JOB_COLUMNS } from './job-columns.tsx'
import { type JobListUrl, jobListUrl } from './job-list-url.ts'

const STATES = JOB_STATES.map((state) => ({ value: state, label: jobStateText[state] }))

const NewJobDrawer = lazy(async () => ({
  default: (await import('../edit/new-job-drawer.tsx')).NewJobDrawer,
}))

function NewJobButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button onClick={onClick} leftSection={<IconPlus size={16} aria-hidden />}>
      {jobListText.newJob}
    </Button>
  )
}

type JobListProps = {
  readonly url: JobListUrl
  readonly onPage: (page: number) => void
  readonly onNew: () => void
}

function JobList({ url, onPage, onNew }: JobListProps) {
  const { canWrite, officeId } = useViewer()
  const shown = useDeferredValue(url)
  const { search, state, page } = shown
  const { data } = useSuspenseQuery(
    jobsQuery({ search, state: state === '' ? undefined : state, officeId, page: page - 1 }),
  )
  return (
    <DataTable
      label={jobListText.title}
      columns={JOB_COLUMNS}
      rows={data.items}
      rowKey={(job) => job.id}
      rowLabel={(job) => job.title}
      rowHref={(job) => paths.job(job.id)}
      refreshing={shown !== url}
      paging={{ page, pageSize: PAGE_SIZE, total: data.total, onPage }}
      empty={
        search !== '' || state !== '' ? (
          <NoMatch />
        ) : (
          <EmptyState
            icon={IconBriefcase}
            title={jobListText.emptyTitle}
            advice={canWrite ? jobListText.emptyAdvice : jobListText.emptyReadOnly}
            action={canWrite ? <NewJobButton onClick={onNew} /> : undefined}
          />
        )
      }
    />
  )
}

/** All jobs with their numbers. */
export function JobsPage() {
  const { state: url, setState } = useUrlState(jobListUrl)
  const { canWrite } = useViewer()
  const [isNew, setIsNew] = useState(false)
  const onNew = () => {
    setIsNew(true)
  }
  return (
    <Page
      layout="fill"
      header={
        <PageHeader title={jobListText.title} action={canWrite && <NewJobButton onClick={onNew} />}>
          <FilterBar
            url={url}
            onChange={setState}
            search={jobListText.search}
            filters={[{ key: 'state', label: jobListText.state, options: STATES }]}
          />
        </PageHeader>
      }
    >
      <LoadingBoundary skeleton={<TableSkeleton columns={7} />}>
        <JobList
          url={url}
          onPage={(page) => {
            setState({ page })
          }}
          onNew={onNew}
        />
      </LoadingBoundary>
      {canWrite && isNew && (
        <Suspense fallback={null}>
          <NewJobDrawer
            onClose={() => {
              setIsNew(false)
            }}
          />
        </Suspense>
      )}
    </Page>
  )
}
