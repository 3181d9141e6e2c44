import { Button } from '@mantine/core'
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { Link } from 'react-router'
import type { CampaignSummary } from '../../../data/frontend/campaign-summaries.ts'
import { PAGE_SIZE } from '../../../data/frontend/page.ts'
import { campaignTrendsQuery } from '../../../data/frontend/shared-queries.ts'
import { paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { NoMatch } from '../../../ui/feedback/no-match.tsx'
import { TableSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { parseSort, toSortText } from '../../../ui/table/sort.ts'
import { campaignListText } from '../../../ui/text/campaigns.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { campaignsQuery } from '../queries.ts'
import { campaignColumns } from './campaign-columns.tsx'
import { CampaignFilters } from './campaign-filters.tsx'
import { type CampaignListUrl, campaignListUrl, toCampaignSort } from './campaign-list-url.ts'

function NewCampaignButton({ job }: { readonly job: string }) {
  return (
    <Button
      component={Link}
      to={paths.newCampaign({ job })}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {campaignListText.newCampaign}
    </Button>
  )
}

/** A draft opens where it is written, everything else where it is watched. */
function rowHref(campaign: CampaignSummary): string {
  return campaign.state === 'draft' ? paths.editCampaign(campaign.id) : paths.campaign(campaign.id)
}

type ListProps = {
  readonly url: CampaignListUrl
  readonly onChange: (patch: Partial<CampaignListUrl>) => void
}

function CampaignList({ url, onChange }: ListProps) {
  const { officeId, canWrite } = useViewer()
  const shown = useDeferredValue(url)
  const { search, state, job, page } = shown
  const { data } = useSuspenseQuery(
    campaignsQuery({
      search,
      states: state,
      jobId: job,
      officeId,
      sort: toCampaignSort(shown.sort),
      page: page - 1,
    }),
  )
  const ids = useMemo(() => data.items.map(({ id }) => id).toSorted(), [data])
  const trends = useQuery({
    ...campaignTrendsQuery(ids),
    placeholderData: keepPreviousData,
  }).data
  const columns = useMemo(() => campaignColumns(trends ?? {}, data.items), [trends, data])
  const filtered = search !== '' || state.length > 0 || job !== ''
  return (
    <DataTable
      label={campaignListText.title}
      columns={columns}
      rows={data.items}
      rowKey={(campaign) => campaign.id}
      rowLabel={(campaign) => campaign.name}
      rowHref={rowHref}
      refreshing={shown !== url}
      sort={url.sort === '' ? undefined : parseSort(url.sort)}
      onSort={(sort) => {
        onChange({ sort: toSortText(sort) })
      }}
      paging={{
        page,
        pageSize: PAGE_SIZE,
        total: data.total,
        onPage: (next) => {
          onChange({ page: next })
        },
      }}
      empty={
        filtered ? (
          <NoMatch />
        ) : (
          <EmptyState
            icon={IconSpeakerphone}
            title={campaignListText.emptyTitle}
            advice={campaignListText.emptyAdvice}
            action={canWrite ? <NewCampaignButton job="" /> : undefined}
          />
        )
      }
    />
  )
}

/** All campaigns with their live numbers. */
export function CampaignsPage() {
  const { state: url, setState } = useUrlState(campaignListUrl)
  const { canWrite } = useViewer()
  return (
    <Page
      layout="fill"
      header={
        <PageHeader
          title={campaignListText.title}
          action={canWrite ? <NewCampaignButton job={url.job} /> : undefined}
        >
          <CampaignFilters url={url} onChange={setState} />
        </PageHeader>
      }
    >
      <LoadingBoundary skeleton={<TableSkeleton columns={8} />}>
        <CampaignList url={url} onChange={setState} />
      </LoadingBoundary>
    </Page>
  )
}
