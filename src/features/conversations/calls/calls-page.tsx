import { IconPhone } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { Outlet, useLocation, useMatch } from 'react-router'
import { PAGE_SIZE } from '../../../data/frontend/page.ts'
import { PATTERNS, paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { NoMatch } from '../../../ui/feedback/no-match.tsx'
import { TableSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { parseSort, toSortText } from '../../../ui/table/sort.ts'
import { callLogText } from '../../../ui/text/calls.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { CALL_LOG_COLUMNS } from './call-columns.tsx'
import { CallFilters } from './call-filters.tsx'
import { callLogQuery } from './call-queries.ts'
import classes from './calls.module.css'
import { callsUrl, type CallsUrl, toCallFilter } from './calls-url.ts'

type CallLogProps = {
  readonly url: CallsUrl
  /** Whose panel is open. */
  readonly openId: string | null
  readonly onChange: (patch: Partial<CallsUrl>) => void
}

function isNarrowed({ search, outcome, duration, from, to, campaign }: CallsUrl): boolean {
  return outcome.length > 0 || [search, duration, from, to, campaign].some((text) => text !== '')
}

function CallLog({ url, openId, onChange }: CallLogProps) {
  const { officeId } = useViewer()
  const { search } = useLocation()
  const shown = useDeferredValue(url)
  const { data } = useSuspenseQuery(callLogQuery(toCallFilter(shown, officeId)))
  return (
    <DataTable
      label={callLogText.title}
      columns={
        openId === null
          ? CALL_LOG_COLUMNS
          : CALL_LOG_COLUMNS.filter(({ wideOnly }) => wideOnly !== true)
      }
      rows={data.items}
      rowKey={(call) => call.id}
      rowLabel={(call) => call.name}
      rowHref={(call) => `${paths.call(call.id)}${search}`}
      openKey={openId}
      refreshing={shown !== url}
      sort={parseSort(url.sort)}
      onSort={(sort) => {
        const asked = callsUrl.shape.sort.safeParse(toSortText(sort))
        if (asked.success) onChange({ sort: asked.data })
      }}
      paging={{
        page: shown.page,
        pageSize: PAGE_SIZE,
        total: data.total,
        onPage: (page) => {
          onChange({ page })
        },
      }}
      empty={
        isNarrowed(url) ? (
          <NoMatch />
        ) : (
          <EmptyState
            icon={IconPhone}
            title={callLogText.emptyTitle}
            advice={callLogText.emptyAdvice}
          />
        )
      }
    />
  )
}

/** All calls, the latest first. */
export function CallsPage() {
  const { state: url, setState } = useUrlState(callsUrl)
  const openId = useMatch(PATTERNS.call)?.params.callId ?? null
  return (
    <div className={classes['beside']} data-open={openId !== null || undefined}>
      <Page
        layout="fill"
        header={
          <PageHeader title={callLogText.title}>
            <CallFilters url={url} onChange={setState} />
          </PageHeader>
        }
      >
        <LoadingBoundary skeleton={<TableSkeleton columns={6} />}>
          <CallLog url={url} openId={openId} onChange={setState} />
        </LoadingBoundary>
      </Page>
      <Outlet />
    </div>
  )
}
