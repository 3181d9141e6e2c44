import { Link } from 'react-router'
import type { CampaignSummary } from '../../../data/frontend/campaigns.ts'
import { campaignListText, campaignNumberText } from '../../../ui/text/campaigns.ts'
import { formatNumber } from '../../../ui/text/locale.ts'
import type { Column } from '../../../ui/table/column.ts'
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

/** A number of a campaign; it opens the people it counts. Nobody needs no link. */
function Count({ campaign, value, label, href }: CountProps) {
  if (value === 0) return <span className={classes['none']}>0</span>
  return (
    <Link
      to={href}
      className={classes['count']}
      aria-label={campaignNumberText.behind(value, label, campaign.name)}
    >
      {formatNumber(value)}
    </Link>
  )
}

function accountColumn(key: AccountKey): Column<CampaignSummary> {
  return {
    key,
    title: campaignNumberText[key],
    align: 'end',
    width: '70px',
    // On a phone the one number that says how far it is.
    wideOnly: key === 'sent' ? undefined : true,
    cell: (campaign) => (
      <Count
        campaign={campaign}
        value={campaign[key]}
        label={campaignNumberText[key]}
        href={accountHref(campaign.id, key)}
      />
    ),
  }
}

function statusColumn(
  key: 'interested' | 'hired',
  statuses: readonly string[],
): Column<CampaignSummary> {
  return {
    key,
    title: campaignNumberText[key],
    align: 'end',
    width: '70px',
    wideOnly: true,
    cell: (campaign) => (
      <Count
        campaign={campaign}
        value={campaign[key]}
        label={campaignNumberText[key]}
        href={statusHref(campaign.id, statuses)}
      />
    ),
  }
}

/** The list's columns: what it is, how far it is, and numbers that add up. */
export const CAMPAIGN_COLUMNS: readonly Column<CampaignSummary>[] = [
  {
    key: 'name',
    title: campaignListText.name,
    cell: ({ name, jobTitle }) => (
      <span className={classes['name']}>
        <span>{name}</span> <span className={classes['job']}>{jobTitle}</span>
      </span>
    ),
  },
  {
    key: 'state',
    title: campaignListText.state,
    width: '112px',
    cell: ({ state, stateReason }) => <CampaignStateBadge state={state} reason={stateReason} />,
  },
  accountColumn('planned'),
  accountColumn('sent'),
  accountColumn('waiting'),
  accountColumn('held'),
  accountColumn('excluded'),
  accountColumn('failed'),
  statusColumn('interested', ['interested']),
  statusColumn('hired', ['hired', 'started-work']),
  {
    key: 'last-contact',
    title: campaignListText.lastContact,
    align: 'end',
    width: '116px',
    wideOnly: true,
    cell: ({ lastContactAt }) =>
      lastContactAt === null ? campaignListText.never : <RelativeTime at={lastContactAt} />,
  },
]
