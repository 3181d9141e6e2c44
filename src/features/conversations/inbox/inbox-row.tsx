import { IconBan, IconHandStop, IconHelpCircle, IconPhone, IconSparkles } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { InboxItem, Waiting } from '../../../data/frontend/inbox.ts'
import { colleagueNamesQuery } from '../../../data/frontend/shared-queries.ts'
import { WaitingMark } from '../../../ui/offline/waiting-mark.tsx'
import { StateBadge } from '../../../ui/status/state-badge.tsx'
import { StatusBadge } from '../../../ui/status/status-badge.tsx'
import type { Icon } from '../../../ui/status/status-look.ts'
import { callText } from '../../../ui/text/conversations.ts'
import { inboxText } from '../../../ui/text/inbox.ts'
import { lineOf } from '../../../ui/text/media.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { usePhoneFormat } from '../../../ui/words/phone-format.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { Unseen } from '../../../ui/words/unseen.tsx'
import classes from './inbox.module.css'

const WAITING_ICONS: Readonly<Record<Waiting, Icon>> = {
  suggestion: IconSparkles,
  'taken-over': IconHandStop,
  asked: IconHelpCircle,
  unanswered: IconHelpCircle,
}

/** The last thing said, and by whom. */
function LastWords({ item }: { readonly item: InboxItem }) {
  if (item.lastChannel === 'call') {
    const outcome = item.lastOutcome ?? ''
    return (
      <>
        <IconPhone size={14} aria-hidden /> {inboxText.call}
        {callText.dispositions[outcome] ?? outcome}
        {item.lastText !== '' && ` · ${item.lastText}`}
      </>
    )
  }
  return (
    <>
      {item.lastDirection === 'outbound' && inboxText.agent}
      {lineOf(item.lastText)}
    </>
  )
}

function Assignee({ userId }: { readonly userId: string }) {
  const viewer = useViewer()
  const { data: colleagues } = useQuery(colleagueNamesQuery())
  const name =
    userId === viewer.userId ? inboxText.me : (colleagues?.get(userId) ?? inboxText.somebody)
  return <span className={classes['quiet']}>{inboxText.assignedTo(name)}</span>
}

type InboxRowProps = {
  readonly item: InboxItem
  readonly href: string
  readonly open: boolean
}

/** A conversation in two lines: who, when and from which campaign; what was said last. */
export function InboxRow({ item, href, open }: InboxRowProps) {
  const phoneWords = usePhoneFormat()
  const news = item.unread + item.unreadCalls
  const unread = news > 0
  return (
    <li className={classes['row']} data-open={open || undefined} data-unread={unread || undefined}>
      <div className={classes['line']}>
        <Link
          to={href}
          replace={open}
          preventScrollReset
          className={classes['name']}
          data-conversation={item.id}
          aria-current={open || undefined}
        >
          {item.name || phoneWords(item.phone ?? '')}
          {unread && <Unseen>, {inboxText.unread(item.unread, item.unreadCalls)}</Unseen>}
        </Link>
        {unread && (
          <span className={classes['dot']} aria-hidden>
            {news}
          </span>
        )}
        <span className={classes['time']}>
          <RelativeTime at={item.lastAt} />
        </span>
      </div>
      <div className={classes['words']}>
        <LastWords item={item} />
      </div>
      <div className={classes['facts']}>
        <span className={classes['campaign']}>{item.campaignName}</span>
        <StatusBadge status={item.status} />
        {item.waiting !== null && (
          <StateBadge
            tone="violet"
            icon={WAITING_ICONS[item.waiting]}
            label={inboxText.waiting[item.waiting]}
          />
        )}
        {item.optedOut && <StateBadge tone="red" icon={IconBan} label={inboxText.optedOut} />}
        <WaitingMark subjectId={item.id} />
        {item.assignedTo !== null && <Assignee userId={item.assignedTo} />}
      </div>
    </li>
  )
}
