import { IconMessage, IconPhone } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import type { Recipient } from '../../../data/frontend/recipients.ts'
import { paths } from '../../../lib/paths.ts'
import { StatusBadge } from '../../../ui/status/status-badge.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { recipientText } from '../../../ui/text/campaign-page.ts'
import { deliveryPanelText } from '../../../ui/text/campaign-results.ts'
import { campaignListText } from '../../../ui/text/campaigns.ts'
import { formatNumber } from '../../../ui/text/locale.ts'
import { lineOf } from '../../../ui/text/media.ts'
import { parseTone } from '../../../ui/theme/tones.ts'
import { CopyablePhone } from '../../../ui/words/copyable-phone.tsx'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { DeliveryBadge } from '../delivery-badge.tsx'
import { deliveryReason } from '../delivery-reason.ts'
import classes from './overview.module.css'

/** What a recipient is called; who came without a name still has a row to open. */
export function recipientName(recipient: Recipient): string {
  return recipient.fullName === '' ? recipientText.noName : recipient.fullName
}

/** An exclusion's reason is short enough to stand in the badge; others stand below it. */
function Delivery({ recipient, href }: { readonly recipient: Recipient; readonly href: string }) {
  const reason = deliveryReason(recipient)
  const { deliveryState, deliveryCode, exclusionReason, heldUntil } = recipient
  const inBadge = exclusionReason !== null || deliveryCode === 'acknowledged'
  const badge = (
    <DeliveryBadge
      state={deliveryState}
      code={deliveryCode}
      detail={exclusionReason === null ? undefined : reason?.short}
      title={reason?.full}
    />
  )
  return (
    <span className={classes['delivery']}>
      {/* Who is excluded was sent nothing, so there is nothing to open. */}
      {deliveryState === 'excluded' ? (
        badge
      ) : (
        <Link to={href} className={classes['badgeLink']} title={deliveryPanelText.open}>
          {badge}
        </Link>
      )}
      {reason !== null && !inBadge && (
        <span className={classes['reason']} title={reason.full}>
          {heldUntil === null ? reason.short : <RelativeTime at={heldUntil} />}
        </span>
      )}
    </span>
  )
}

/** How many messages and calls there were. */
function Talk({ recipient }: { readonly recipient: Recipient }) {
  const { messageCount, callCount } = recipient
  return (
    <span className={classes['talk']} title={recipientText.talked(messageCount, callCount)}>
      <IconMessage size={14} aria-hidden />
      {formatNumber(messageCount)}
      <IconPhone size={14} aria-hidden />
      {formatNumber(callCount)}
    </span>
  )
}

function lastWords({ lastMessage, lastDirection }: Recipient): string {
  if (lastMessage === null) return ''
  const who = lastDirection === 'inbound' ? recipientText.them : recipientText.agent
  return `${who}: ${lineOf(lastMessage)}`
}

/**
 * The columns of the recipients' table.
 *
 * @param board the job's columns, for names of statuses
 * @param search the filters in the address, which a panel keeps
 */
export function recipientColumns(
  board: readonly BoardColumn[],
  campaignId: string,
  search: string,
): readonly Column<Recipient>[] {
  const status = (key: string) => {
    const column = board.find((each) => each.key === key)
    return column && { label: column.name, tone: parseTone(column.colour) }
  }
  return [
    { key: 'name', title: recipientText.name, cell: recipientName },
    {
      key: 'phone',
      title: recipientText.phone,
      width: '172px',
      wideOnly: true,
      cell: ({ phone, mobile }) => (phone === null ? mobile : <CopyablePhone phone={phone} />),
    },
    {
      key: 'delivery',
      title: recipientText.delivery,
      width: 'clamp(108px, 12vw, 200px)', // room for the reason where there is any
      cell: (recipient) => (
        <Delivery
          recipient={recipient}
          href={paths.campaignDelivery(campaignId, recipient.id) + search}
        />
      ),
    },
    {
      key: 'status',
      title: recipientText.status,
      width: 'clamp(116px, 11vw, 136px)',
      cell: (recipient) => (
        <StatusBadge status={recipient.status} custom={status(recipient.status)} />
      ),
    },
    {
      key: 'last-message',
      title: recipientText.lastMessage,
      width: '17%',
      wideOnly: true,
      cell: lastWords,
    },
    {
      key: 'talk',
      title: recipientText.talk,
      width: '104px',
      align: 'end',
      wideOnly: true,
      cell: (recipient) => <Talk recipient={recipient} />,
    },
    {
      key: 'last-contact',
      title: recipientText.lastContact,
      width: '120px',
      align: 'end',
      wideOnly: true,
      cell: ({ lastContactAt }) =>
        lastContactAt === null ? campaignListText.never : <RelativeTime at={lastContactAt} />,
    },
  ]
}
