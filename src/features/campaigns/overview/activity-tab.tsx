import {
  IconAlertTriangle,
  IconArchive,
  IconCheck,
  IconClock,
  IconHelp,
  IconSend,
} from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Campaign } from '../../../data/frontend/campaigns.ts'
import type { CampaignEvent } from '../../../data/frontend/campaign-events.ts'
import type { Batch } from '../../../data/frontend/launches.ts'
import { paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { StateBadge } from '../../../ui/status/state-badge.tsx'
import { StatusBadge } from '../../../ui/status/status-badge.tsx'
import type { Look } from '../../../ui/status/status-look.ts'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { activityText, recipientText } from '../../../ui/text/campaign-page.ts'
import { formatNumber } from '../../../ui/text/locale.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { batchAnswerWords } from '../delivery-reason.ts'
import { batchesQuery, campaignEventsQuery } from '../queries.ts'
import { Section } from './facts.tsx'
import classes from './overview.module.css'
import { Timeline } from './timeline/timeline.tsx'

const LOOKS: Readonly<Record<Batch['state'], Omit<Look, 'label'>>> = {
  waiting: { tone: 'gray', icon: IconClock },
  sending: { tone: 'blue', icon: IconSend },
  unconfirmed: { tone: 'amber', icon: IconHelp },
  confirmed: { tone: 'green', icon: IconCheck },
  failed: { tone: 'red', icon: IconAlertTriangle },
  closed: { tone: 'gray', icon: IconArchive },
}

const BATCH_COLUMNS: readonly Column<Batch>[] = [
  {
    key: 'position',
    title: activityText.batch,
    width: '72px',
    cell: ({ position, movedFrom }) => (
      <span title={movedFrom === null ? undefined : activityText.moved}>
        {formatNumber(position)}
      </span>
    ),
  },
  {
    key: 'state',
    title: activityText.state,
    width: '148px',
    cell: ({ state }) => <StateBadge {...LOOKS[state]} label={activityText.batchState[state]} />,
  },
  {
    key: 'people',
    title: activityText.people,
    width: '80px',
    align: 'end',
    cell: ({ recipientCount }) => formatNumber(recipientCount),
  },
  {
    key: 'attempts',
    title: activityText.attempts,
    width: '88px',
    align: 'end',
    wideOnly: true,
    cell: ({ attempts }) => formatNumber(attempts),
  },
  {
    key: 'answer',
    title: activityText.answer,
    wideOnly: true,
    cell: (batch) => {
      const words = batchAnswerWords(batch)
      return <span title={words}>{words}</span>
    },
  },
  {
    key: 'changed',
    title: activityText.changed,
    width: '120px',
    align: 'end',
    wideOnly: true,
    cell: ({ updatedAt }) => <RelativeTime at={updatedAt} />,
  },
]

type ChangeProps = { readonly campaignId: string; readonly event: CampaignEvent }

function Change({ campaignId, event }: ChangeProps) {
  const name = event.recipientName === '' ? recipientText.noName : event.recipientName
  return (
    <li className={classes['change']}>
      <Link to={paths.campaignRecipient(campaignId, event.recipientId)}>{name}</Link>
      {event.fromStatus !== null && <StatusBadge status={event.fromStatus} />}
      <span className={classes['muted']}>{activityText.to}</span>
      <StatusBadge status={event.toStatus} />
      <span className={classes['muted']}>
        {event.setBy === 'person' ? activityText.byPerson : activityText.byAgents}
        {', '}
        <RelativeTime at={event.occurredAt} />
      </span>
    </li>
  )
}

/** What happened to a campaign: its batches, and whose status changed. */
export function ActivityTab({ campaign }: { readonly campaign: Campaign }) {
  const { data: batches } = useSuspenseQuery(batchesQuery(campaign.id))
  const { data: events } = useSuspenseQuery(campaignEventsQuery(campaign.id))
  return (
    <div className={classes['activity']}>
      <Timeline campaignId={campaign.id} />
      <Section title={activityText.batches}>
        <DataTable
          label={activityText.batches}
          columns={BATCH_COLUMNS}
          rows={batches}
          rowKey={(batch) => batch.id}
          rowLabel={(batch) => `${activityText.batch} ${batch.position}`}
          empty={
            <EmptyState
              icon={IconSend}
              title={activityText.noBatches}
              advice={activityText.noBatchesAdvice}
            />
          }
        />
      </Section>
      <Section title={activityText.changes}>
        {events.length === 0 && <p className={classes['muted']}>{activityText.noChanges}</p>}
        <ol className={classes['parts']}>
          {events.map((event) => (
            <Change key={event.id} campaignId={campaign.id} event={event} />
          ))}
        </ol>
      </Section>
    </div>
  )
}
