import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import type { Recipient } from '../../../data/frontend/recipients.ts'
import { StatusBadge } from '../../../ui/status/status-badge.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { recipientText } from '../../../ui/text/campaign-page.ts'
import { campaignListText } from '../../../ui/text/campaigns.ts'
import { formatNumber } from '../../../ui/text/locale.ts'
import { parseTone } from '../../../ui/theme/tones.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { DeliveryBadge } from '../delivery-badge.tsx'
import { deliveryReason } from '../delivery-reason.ts'
import classes from './overview.module.css'

/** What a recipient is called; who came without a name still has a row to open. */
export function recipientName(recipient: Recipient): string {
  return recipient.fullName === '' ? recipientText.noName : recipient.fullName
}

function Delivery({ recipient }: { readonly recipient: Recipient }) {
  const reason = deliveryReason(recipient)
  return (
    <>
      <DeliveryBadge state={recipient.deliveryState} title={reason?.full} />
      {reason !== null && (
        <span className={classes['reason']} title={reason.full}>
          {reason.short}
        </span>
      )}
    </>
  )
}

function lastWords({ lastMessage, lastDirection }: Recipient): string {
  if (lastMessage === null) return ''
  const who = lastDirection === 'inbound' ? recipientText.them : recipientText.agent
  return `${who}: ${lastMessage}`
}

/** The columns of the recipients' table. @param board the job's columns, for names of statuses */
export function recipientColumns(board: readonly BoardColumn[]): readonly Column<Recipient>[] {
  const status = (key: string) => {
    const column = board.find((each) => each.key === key)
    return column && { label: column.name, tone: parseTone(column.colour) }
  }
  return [
    { key: 'name', title: recipientText.name, width: '18%', cell: recipientName },
    {
      key: 'phone',
      title: recipientText.phone,
      width: '150px',
      wideOnly: true,
      cell: ({ phone, mobile }) => phone ?? mobile,
    },
    {
      key: 'delivery',
      title: recipientText.delivery,
      width: '18%',
      cell: (recipient) => <Delivery recipient={recipient} />,
    },
    {
      key: 'status',
      title: recipientText.status,
      width: '140px',
      cell: (recipient) => (
        <StatusBadge status={recipient.status} custom={status(recipient.status)} />
      ),
    },
    {
      key: 'last-message',
      title: recipientText.lastMessage,
      width: '22%',
      wideOnly: true,
      cell: lastWords,
    },
    {
      key: 'talk',
      title: recipientText.talk,
      width: '88px',
      align: 'end',
      wideOnly: true,
      cell: ({ messageCount }) => formatNumber(messageCount),
    },
    {
      key: 'calls',
      title: recipientText.calls,
      width: '64px',
      align: 'end',
      wideOnly: true,
      cell: ({ callCount }) => formatNumber(callCount),
    },
    {
      key: 'last-contact',
      title: recipientText.lastContact,
      width: '128px',
      align: 'end',
      wideOnly: true,
      cell: ({ lastContactAt }) =>
        lastContactAt === null ? campaignListText.never : <RelativeTime at={lastContactAt} />,
    },
  ]
}
