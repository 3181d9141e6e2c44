import type { ReactNode } from 'react'
import { LoadingBoundary } from '../../ui/feedback/loading-boundary.tsx'
import { PanelSkeleton } from '../../ui/feedback/skeletons.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { dashboardText } from '../../ui/text/dashboard.ts'
import classes from './dashboard.module.css'
import { NeedsList } from './needs-list.tsx'
import { CampaignPanel, JobPanel } from './progress-panels.tsx'
import { TrendPanel } from './trend-panel.tsx'

/** A part of the page with a heading of its own; it waits and fails by itself. */
function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes['panel']} aria-label={title}>
      <h2>{title}</h2>
      <LoadingBoundary skeleton={<PanelSkeleton />}>{children}</LoadingBoundary>
    </section>
  )
}

/** The start: what waits for a person, and how things go. @param sync how the sync fares */
export function DashboardPage({ sync }: { readonly sync?: ReactNode }) {
  return (
    <Page header={<PageHeader title={dashboardText.title} />}>
      <div className={classes['grid']}>
        <Panel title={dashboardText.needs}>
          <NeedsList />
        </Panel>
        <Panel title={dashboardText.campaigns}>
          <CampaignPanel />
        </Panel>
        <div className={classes['aside']}>
          <Panel title={dashboardText.trend}>
            <TrendPanel />
          </Panel>
          <Panel title={dashboardText.jobs}>
            <JobPanel />
          </Panel>
          {sync !== undefined && <Panel title={dashboardText.sync}>{sync}</Panel>}
        </div>
      </div>
    </Page>
  )
}
