import { IconHistory } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { StatusEvent } from '../../data/frontend/conversation.ts'
import { colleagueNamesQuery } from '../../data/frontend/shared-queries.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { StatusBadge } from '../../ui/status/status-badge.tsx'
import { traceText } from '../../ui/text/conversations.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import classes from './conversations.module.css'
import { statusEventsQuery } from './queries.ts'
import { traceWords } from './trace-words.ts'
import { WhyLine } from './why-line.tsx'

function HistoryEntry({ event, by }: { readonly event: StatusEvent; readonly by: string }) {
  const { action } = traceWords(event.trace)
  return (
    <li className={classes['entry']}>
      <div className={classes['entryHead']}>
        <span className={classes['facts']}>
          {event.fromStatus !== null && event.fromStatus !== event.toStatus && (
            <>
              <StatusBadge status={event.fromStatus} /> {traceText.to}
            </>
          )}
          <StatusBadge status={event.toStatus} />
        </span>
        <span className={classes['muted']}>
          <RelativeTime at={event.occurredAt} />
        </span>
      </div>
      <div className={classes['muted']}>
        {by} {action} <WhyLine trace={event.trace} />
      </div>
    </li>
  )
}

/** Every change of a status, newest first, each with who or what made it and why. */
export function HistoryView({
  of,
}: {
  readonly of: { readonly candidateId: string } | { readonly recipientId: string }
}) {
  const { data: events } = useSuspenseQuery(statusEventsQuery(of))
  const { data: colleagues } = useSuspenseQuery(colleagueNamesQuery())
  if (events.length === 0) {
    return <EmptyState icon={IconHistory} title={traceText.none} advice={traceText.noneAdvice} />
  }
  return (
    <ol className={classes['list']}>
      {events.map((event) => (
        <HistoryEntry
          key={event.id}
          event={event}
          by={
            event.setBy === 'automation'
              ? traceText.automation
              : (colleagues.get(event.actorId ?? '') ?? traceText.somebody)
          }
        />
      ))}
    </ol>
  )
}
