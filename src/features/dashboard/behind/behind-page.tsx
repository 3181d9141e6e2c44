import { Button } from '@mantine/core'
import { IconCircleCheck, IconSearchOff } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { type Figure, FIGURES, HAPPENED_FIGURES } from '../../../data/frontend/behind-figures.ts'
import { PAGE_SIZE } from '../../../data/frontend/page.ts'
import { campaignFilterQuery } from '../../../data/frontend/shared-queries.ts'
import { paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { TableSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { DayFields } from '../../../ui/filter/day-fields.tsx'
import { FilterBar, type UrlProps } from '../../../ui/filter/filter-bar.tsx'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { behindText } from '../../../ui/text/behind.ts'
import { formatMoment } from '../../../ui/text/locale.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { behindQuery } from '../queries.ts'
import { behindColumns, behindHref, behindName } from './behind-columns.tsx'
import { behindUrl, type BehindUrl, toBehindFilter } from './behind-url.ts'

const BACK = { label: behindText.back, href: paths.dashboard() }

function hasDays(figure: Figure): boolean {
  return HAPPENED_FIGURES.some((happened) => happened === figure)
}

/** Days and campaign; other days are counted up to now. */
function BehindFilters({ url, onChange }: UrlProps<BehindUrl>) {
  const { officeId } = useViewer()
  const campaigns = useQuery(campaignFilterQuery(officeId)).data ?? []
  return (
    <FilterBar
      url={url}
      onChange={onChange}
      filters={[
        {
          key: 'campaign',
          label: behindText.campaign,
          options: campaigns,
        },
      ]}
    >
      <DayFields
        from={url.from}
        to={url.to}
        onChange={(patch) => {
          onChange({ ...patch, until: '' }, { replace: true })
        }}
      />
    </FilterBar>
  )
}

type BehindListProps = {
  readonly figure: Figure
  readonly url: BehindUrl
  readonly onPage: (page: number) => void
}

function BehindList({ figure, url, onPage }: BehindListProps) {
  const { officeId } = useViewer()
  const shown = useDeferredValue(url)
  const { data } = useSuspenseQuery(behindQuery(toBehindFilter(figure, shown, officeId)))
  const columns = useMemo(() => behindColumns(figure), [figure])
  return (
    <DataTable
      label={behindText.title[figure]}
      columns={columns}
      rows={data.items}
      rowKey={(row) => row.id}
      rowLabel={behindName}
      rowHref={(row) => behindHref(figure, row)}
      refreshing={shown !== url}
      paging={{ page: shown.page, pageSize: PAGE_SIZE, total: data.total, onPage }}
      empty={
        hasDays(figure) ? (
          <EmptyState
            icon={IconSearchOff}
            title={behindText.noneHappened}
            advice={behindText.noneHappenedAdvice}
          />
        ) : (
          <EmptyState
            icon={IconCircleCheck}
            title={behindText.none}
            advice={behindText.noneAdvice}
          />
        )
      }
    />
  )
}

function Behind({ figure }: { readonly figure: Figure }) {
  const { state: url, setState } = useUrlState(behindUrl)
  const detail = [
    behindText.about[figure],
    ...(url.until === '' ? [] : [behindText.counted(formatMoment(new Date(url.until)))]),
  ]
  return (
    <Page
      layout="fill"
      header={
        <PageHeader title={behindText.title[figure]} detail={detail.join(' ')} back={BACK}>
          {hasDays(figure) && <BehindFilters url={url} onChange={setState} />}
        </PageHeader>
      }
    >
      <LoadingBoundary skeleton={<TableSkeleton columns={5} />} resetKey={figure}>
        <BehindList
          figure={figure}
          url={url}
          onPage={(page) => {
            setState({ page })
          }}
        />
      </LoadingBoundary>
    </Page>
  )
}

/** The rows that a figure of the dashboard counts, each opening where it is dealt with. */
export function BehindPage() {
  const asked = useParams()['figure']
  const figure = FIGURES.find((known) => known === asked)
  if (figure !== undefined) return <Behind key={figure} figure={figure} />
  return (
    <Page header={<PageHeader title={behindText.unknown} back={BACK} />}>
      <EmptyState
        icon={IconSearchOff}
        title={behindText.unknown}
        advice={behindText.unknownAdvice}
        action={
          <Button component={Link} to={paths.dashboard()} variant="default">
            {behindText.back}
          </Button>
        }
      />
    </Page>
  )
}
