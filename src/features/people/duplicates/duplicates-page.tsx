import { IconUsersGroup } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { TableSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { urlPage } from '../../../ui/filter/url-state.ts'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Pager } from '../../../ui/table/pager.tsx'
import { mergeText, personText } from '../../../ui/text/people.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { duplicatesQuery } from '../queries.ts'
import { PairCard } from './pair-card.tsx'

const PAIRS_A_PAGE = 20

const duplicatesUrl = z.object({ page: urlPage() })

function Pairs() {
  const { state: url, setState } = useUrlState(duplicatesUrl)
  const { officeId } = useViewer()
  const { page } = url
  const { data } = useSuspenseQuery(
    duplicatesQuery({ officeId, page: page - 1, pageSize: PAIRS_A_PAGE }),
  )
  if (data.total === 0) {
    return (
      <EmptyState
        icon={IconUsersGroup}
        title={mergeText.emptyTitle}
        advice={mergeText.emptyAdvice}
      />
    )
  }
  return (
    <>
      <p role="status">{mergeText.count(data.total)}</p>
      {data.items.map((pair) => (
        <PairCard key={pair.people.map(({ id }) => id).join()} pair={pair} />
      ))}
      <Pager
        label={mergeText.title}
        paging={{
          page,
          pageSize: PAIRS_A_PAGE,
          total: data.total,
          onPage: (next) => {
            setState({ page: next })
          },
        }}
      />
    </>
  )
}

/** People who may be one, with why, to be merged or said to be two. */
export function DuplicatesPage() {
  return (
    <Page
      header={
        <PageHeader
          title={mergeText.title}
          back={{ label: personText.people, href: paths.people() }}
        />
      }
    >
      <LoadingBoundary skeleton={<TableSkeleton columns={2} />}>
        <Pairs />
      </LoadingBoundary>
    </Page>
  )
}
