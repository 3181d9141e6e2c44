import { useSuspenseQueries } from '@tanstack/react-query'
import { lazy } from 'react'
import { Outlet, useParams } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { PageSkeleton, PanelSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { LinkTabs } from '../../../ui/page/link-tabs.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { campaignPageText } from '../../../ui/text/campaign-page.ts'
import { accountingQuery, campaignQuery, campaignSummaryQuery } from '../queries.ts'
import { CAMPAIGN_TABS, campaignUrl } from '../recipients-filter.ts'
import { CampaignFigures } from './campaign-figures.tsx'
import { CampaignHeader } from './campaign-header.tsx'
import { toLaunchProgress } from './launch-progress.ts'
import { LaunchProgressPanel } from './launch-progress-panel.tsx'
import { RecipientsTab } from './recipients-tab.tsx'

/** What is not shown first comes when it is. */
const ResultsTab = lazy(async () => ({
  default: (await import('./results/results-tab.tsx')).ResultsTab,
}))
const SetupTab = lazy(async () => ({ default: (await import('./setup-tab.tsx')).SetupTab }))
const ActivityTab = lazy(async () => ({
  default: (await import('./activity-tab.tsx')).ActivityTab,
}))

function Campaign({ campaignId }: { readonly campaignId: string }) {
  const [{ data: campaign }, { data: summary }, { data: numbers }] = useSuspenseQueries({
    queries: [
      campaignQuery(campaignId),
      campaignSummaryQuery(campaignId),
      accountingQuery(campaignId),
    ],
  })
  const { state: url, setState } = useUrlState(campaignUrl)
  const progress = toLaunchProgress(campaign.state, numbers)
  return (
    <Page
      header={
        <CampaignHeader campaign={campaign} jobTitle={summary.jobTitle} numbers={numbers}>
          {null}
        </CampaignHeader>
      }
    >
      {progress !== null && (
        <>
          <LaunchProgressPanel campaign={campaign} progress={progress} />
          <CampaignFigures summary={summary} numbers={numbers} />
        </>
      )}
      <LinkTabs
        label={campaignPageText.tabs}
        current={url.tab}
        tabs={CAMPAIGN_TABS.map((tab) => ({
          key: tab,
          label: campaignPageText[tab],
          href: paths.campaign(campaignId, tab === 'recipients' ? {} : { tab }),
          count: tab === 'recipients' ? numbers.planned : undefined,
        }))}
      />
      {url.tab === 'recipients' && (
        <RecipientsTab campaign={campaign} numbers={numbers} url={url} onChange={setState} />
      )}
      {url.tab === 'results' && (
        <LoadingBoundary skeleton={<PanelSkeleton />} resetKey={campaignId}>
          <ResultsTab campaignId={campaignId} />
        </LoadingBoundary>
      )}
      {url.tab === 'setup' && (
        <LoadingBoundary skeleton={<PanelSkeleton />} resetKey={campaignId}>
          <SetupTab campaignId={campaignId} />
        </LoadingBoundary>
      )}
      {url.tab === 'activity' && (
        <LoadingBoundary skeleton={<PanelSkeleton />} resetKey={campaignId}>
          <ActivityTab campaign={campaign} />
        </LoadingBoundary>
      )}
    </Page>
  )
}

/** A campaign with its numbers, recipients, setup and activity; a recipient opens beside it. */
export function CampaignPage() {
  const { campaignId = '' } = useParams()
  return (
    <>
      <LoadingBoundary skeleton={<PageSkeleton />} resetKey={campaignId}>
        <Campaign campaignId={campaignId} />
      </LoadingBoundary>
      <Outlet />
    </>
  )
}
