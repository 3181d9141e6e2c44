import { Button } from '@mantine/core'
import { IconBriefcase, IconSpeakerphone } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { CampaignProgress, JobProgress } from '../../data/frontend/dashboard.ts'
import type { Trend } from '../../data/frontend/daily-statistics.ts'
import type { CampaignState } from '../../domain/campaign/campaign-state.ts'
import { paths } from '../../lib/paths.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FunnelBars } from '../../ui/figures/funnel-bars.tsx'
import { InterestTrend } from '../../ui/figures/interest-trend.tsx'
import { campaignStateText } from '../../ui/text/campaigns.ts'
import { figureText } from '../../ui/text/common.ts'
import { dashboardText } from '../../ui/text/dashboard.ts'
import { formatNumber, formatShare } from '../../ui/text/locale.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { toCampaignFunnel } from './campaign-funnel.ts'
import classes from './dashboard.module.css'
import { progressQuery, watchedTrendsQuery } from './queries.ts'
import { trendHref } from './trend-links.ts'

/** What `list_progress` counts as under way. */
const UNDER_WAY: readonly CampaignState[] = ['scheduled', 'running', 'paused']

type CampaignCardProps = {
  readonly campaign: CampaignProgress
  /** As far as it is known yet. */
  readonly trend: Trend | undefined
}

function CampaignCard({ campaign, trend }: CampaignCardProps) {
  const { id, name, jobTitle, state, planned, sent } = campaign
  return (
    <li className={classes['campaign']}>
      <div className={classes['campaignHead']}>
        <h3>
          <Link to={paths.campaign(id)}>{name}</Link>
        </h3>
        <p>
          {`${jobTitle} · ${campaignStateText[state]} · `}
          <Link to={paths.campaign(id, { delivery: ['confirmed', 'unconfirmed'] })}>
            {formatNumber(sent)}
          </Link>
          {` ${figureText.of} `}
          <Link to={paths.campaign(id)}>{formatNumber(planned)}</Link>
          {` ${dashboardText.sent.toLowerCase()}`}
        </p>
        {trend !== undefined && trend.days.some(({ interested }) => interested > 0) && (
          <Link to={trendHref('became-interested', trend, id)}>
            <InterestTrend values={trend.days.map((day) => day.interested)} />
          </Link>
        )}
      </div>
      {sent > 0 && (
        <FunnelBars
          label={dashboardText.campaignFunnel(name)}
          total={sent}
          steps={toCampaignFunnel(campaign)}
        />
      )}
    </li>
  )
}

/** Campaigns under way, each with its funnel. */
export function CampaignPanel() {
  const { officeId, canWrite } = useViewer()
  const { campaigns } = useSuspenseQuery(progressQuery(officeId)).data
  const trends = useQuery(watchedTrendsQuery(campaigns.items.map(({ id }) => id).toSorted())).data
  if (campaigns.items.length === 0) {
    return (
      <EmptyState
        icon={IconSpeakerphone}
        title={dashboardText.noCampaigns}
        advice={dashboardText.noCampaignsAdvice}
        action={
          canWrite ? (
            <Button component={Link} to={paths.newCampaign()} variant="default">
              {dashboardText.newCampaign}
            </Button>
          ) : undefined
        }
      />
    )
  }
  return (
    <>
      <ul className={classes['campaigns']}>
        {campaigns.items.map((campaign) => (
          <CampaignCard key={campaign.id} campaign={campaign} trend={trends?.[campaign.id]} />
        ))}
      </ul>
      {campaigns.total > campaigns.items.length && (
        <Link to={paths.campaigns({ state: UNDER_WAY })}>
          {dashboardText.allCampaigns(campaigns.total)}
        </Link>
      )}
    </>
  )
}

function JobRow({ job }: { readonly job: JobProgress }) {
  const share = Math.min(1, job.hired / job.target)
  return (
    <li>
      <div className={classes['jobHead']}>
        <Link to={paths.job(job.id)}>{job.title}</Link>
        <span>
          <Link to={paths.behind('hired', { job: job.id })}>{formatNumber(job.hired)}</Link>
          {` ${figureText.of} ${formatNumber(job.target)} ${dashboardText.jobHired}`}
          <span className={classes['share']}>{formatShare(job.hired, job.target)}</span>
        </span>
      </div>
      <span className={classes['jobTrack']} aria-hidden>
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </li>
  )
}

/** The open jobs nearest to their target. */
export function JobPanel() {
  const { officeId } = useViewer()
  const { jobs } = useSuspenseQuery(progressQuery(officeId)).data
  if (jobs.items.length === 0) {
    return (
      <EmptyState
        icon={IconBriefcase}
        title={dashboardText.noJobs}
        advice={dashboardText.noJobsAdvice}
        action={
          <Button component={Link} to={paths.jobs()} variant="default">
            {dashboardText.toJobs}
          </Button>
        }
      />
    )
  }
  return (
    <ul className={classes['jobs']}>
      {jobs.items.map((job) => (
        <JobRow key={job.id} job={job} />
      ))}
    </ul>
  )
}
