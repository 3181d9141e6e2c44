import { FUNNEL } from '../../../domain/status/funnel.ts'
import type { Trend } from '../../../data/frontend/daily-statistics.ts'
import type { CampaignSummary } from '../../../data/frontend/campaign-summaries.ts'
import { MiniProgress } from '../../../ui/figures/mini-progress.tsx'
import { InterestTrend } from '../../../ui/figures/interest-trend.tsx'
import { campaignListText, campaignNumberText } from '../../../ui/text/campaigns.ts'
import type { Column } from '../../../ui/table/column.ts'
import { CountLink } from '../../../ui/table/count-link.tsx'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { CampaignStateBadge } from '../campaign-state-badge.tsx'
import { accountHref, type AccountKey, statusHref } from '../recipients-filter.ts'
import classes from './campaigns.module.css'

type CountProps = {
  readonly campaign: CampaignSummary
  readonly value: number
  readonly label: string
  readonly href: string
}

/** A number of a campaign; it opens the people it counts. */
function Count({ campaign, value, label, href }: CountProps) {
  return (
    <CountLink
      value={value}
      label={campaignNumberText.behind(value, label, campaign.name)}
      href={href}
    />
  )
}

/** A column of a number; on a phone there is only the one that says how far it is. */
function countColumn(
  key: AccountKey | 'interested' | 'hired',
  count: (campaign: CampaignSummary) => number,
  hrefOf: (campaign: CampaignSummary) => string,
): Column<CampaignSummary> {
  return {
    key,
    title: campaignNumberText[key],
    align: 'end',
    width: '72px',
    wideOnly: true,
    cell: (campaign) => (
      <Count
        campaign={campaign}
        value={count(campaign)}
        label={campaignNumberText[key]}
        href={hrefOf(campaign)}
      />
    ),
  }
}

function accountColumn(key: AccountKey): Column<CampaignSummary> {
  return countColumn(
    key,
    (campaign) => campaign[key],
    ({ id }) => accountHref(id, key),
  )
}

function statusColumn(
  key: 'interested' | 'hired',
  count: (campaign: CampaignSummary) => number,
  statuses: readonly string[],
): Column<CampaignSummary> {
  return countColumn(key, count, ({ id }) => statusHref(id, statuses))
}

/** How far sending is: who was handed over, out of all who are to be contacted. */
function Progress({ campaign }: { readonly campaign: CampaignSummary }) {
  const total = campaign.planned - campaign.excluded
  return (
    <MiniProgress done={campaign.sent} total={total}>
      <Count
        campaign={campaign}
        value={campaign.sent}
        label={campaignNumberText.sent}
        href={accountHref(campaign.id, 'sent')}
      />
    </MiniProgress>
  )
}

function State({ campaign }: { readonly campaign: CampaignSummary }) {
  const { state, stateReason } = campaign
  return (
    <span className={classes['state']}>
      <CampaignStateBadge state={state} reason={stateReason} />
      {stateReason !== '' && (
        <span className={classes['why']} title={stateReason}>
          {stateReason}
        </span>
      )}
    </span>
  )
}

/** Numbers that are mostly nought; they take room only where they count somebody. */
const RARE = ['waiting', 'held', 'failed'] as const

/**
 * The list's columns: what it is, how far it is, and numbers that add up.
 *
 * @param shown the campaigns of the page
 * @param trends newly interested people by campaign, as far as they are known yet
 */
export function campaignColumns(
  trends: Readonly<Record<string, Trend>>,
  shown: readonly CampaignSummary[],
): readonly Column<CampaignSummary>[] {
  const rare = RARE.filter((key) => shown.some((campaign) => campaign[key] > 0))
  return [
    {
      key: 'name',
      title: campaignListText.name,
      sortable: true,
      cell: ({ name, jobTitle }) => (
        <span className={classes['name']}>
          <span>{name}</span> <span className={classes['job']}>{jobTitle}</span>
        </span>
      ),
    },
    {
      key: 'state',
      title: campaignListText.state,
      width: 'clamp(104px, 9vw, 180px)',
      sortable: true,
      cell: (campaign) => <State campaign={campaign} />,
    },
    { ...accountColumn('planned'), sortable: true },
    {
      key: 'sent',
      title: campaignNumberText.sent,
      width: 'clamp(92px, 8vw, 128px)',
      sortable: true,
      cell: (campaign) => <Progress campaign={campaign} />,
    },
    accountColumn('excluded'),
    ...rare.map(accountColumn),
    {
      // As the funnels count them: those who got further, too.
      ...statusColumn('interested', (campaign) => campaign.interestedOrFurther, FUNNEL.interested),
      sortable: true,
    },
    {
      key: 'trend',
      title: campaignListText.trend,
      width: '92px',
      wideOnly: true,
      cell: ({ id }) => <InterestTrend values={trends[id]?.days.map((day) => day.interested)} />,
    },
    statusColumn('hired', (campaign) => campaign.hired, FUNNEL.hired),
    {
      key: 'last-contact',
      title: campaignListText.lastContact,
      align: 'end',
      width: '120px',
      wideOnly: true,
      sortable: true,
      cell: ({ lastContactAt }) =>
        lastContactAt === null ? campaignListText.never : <RelativeTime at={lastContactAt} />,
    },
  ]
}
