import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { CampaignAccounting } from '../../../data/frontend/campaign-accounting.ts'
import type { Campaign } from '../../../data/frontend/campaigns.ts'
import { paths } from '../../../lib/paths.ts'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { campaignPageText } from '../../../ui/text/campaign-page.ts'
import { campaignStateMeaning, channelText } from '../../../ui/text/campaigns.ts'
import { formatMoment } from '../../../ui/text/locale.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { CampaignStateBadge } from '../campaign-state-badge.tsx'
import { BackToDraft } from './back-to-draft.tsx'
import { PrimaryButton, SecondaryButtons } from './campaign-buttons.tsx'

type CampaignHeaderProps = {
  readonly campaign: Campaign
  readonly jobTitle: string
  readonly numbers: CampaignAccounting
  readonly children: ReactNode
}

function Moment({ campaign }: { readonly campaign: Campaign }) {
  const { state, startsAt, launchedAt } = campaign
  if (state === 'scheduled' && startsAt !== null) {
    return <span>{`${campaignPageText.starts} ${formatMoment(new Date(startsAt))}`}</span>
  }
  if (launchedAt === null) return null
  return (
    <span>
      {campaignPageText.launched} <RelativeTime at={launchedAt} />
    </span>
  )
}

/** What campaign this is, in what state and why, and what can be done with it. */
export function CampaignHeader({ campaign, jobTitle, numbers, children }: CampaignHeaderProps) {
  const { canWrite } = useViewer()
  const { state, stateReason } = campaign
  const why = stateReason === '' && state !== 'running' ? campaignStateMeaning[state] : stateReason
  return (
    <PageHeader
      title={campaign.name}
      back={{ label: campaignPageText.back, href: paths.campaigns() }}
      detail={
        <>
          <CampaignStateBadge state={state} reason={stateReason} />
          {why !== '' && <span>{why}</span>}
          <Link to={paths.job(campaign.jobId)}>{jobTitle}</Link>
          <span>{campaign.channels.map((channel) => channelText[channel]).join(' · ')}</span>
          <Moment campaign={campaign} />
        </>
      }
      {...(canWrite && {
        secondary: (
          <>
            <BackToDraft campaign={campaign} numbers={numbers} />
            <SecondaryButtons campaign={campaign} failed={numbers.failed} />
          </>
        ),
        action: <PrimaryButton campaign={campaign} />,
      })}
    >
      {children}
    </PageHeader>
  )
}
