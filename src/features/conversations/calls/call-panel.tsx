import { IconClock, IconClockQuestion } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { NO_RESULT, OVERDUE_HOURS } from '../../../domain/call/call-outcome.ts'
import { paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { PanelSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { SidePanel } from '../../../ui/page/side-panel.tsx'
import { callDetailText } from '../../../ui/text/calls.ts'
import { callText } from '../../../ui/text/conversations.ts'
import { CopyablePhone } from '../../../ui/words/copyable-phone.tsx'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import panelClasses from '../conversations.module.css'
import { anchorOf } from '../timeline.ts'
import { AnalysisView } from './analysis-view.tsx'
import { callQuery } from './call-queries.ts'
import { CallTalk } from './call-talk.tsx'
import classes from './calls.module.css'
import { EndedWords } from './ended-words.tsx'
import { OutcomeBadge } from './outcome-badge.tsx'

type CallRecordProps = { readonly callId: string; readonly onClose: () => void }

function CallRecord({ callId, onClose }: CallRecordProps) {
  const { data: detail } = useSuspenseQuery(callQuery(callId))
  const { call, phone } = detail
  const conversation = `${paths.conversation(detail.recipientId)}#${anchorOf('call', call.callId ?? call.id)}`
  const isOverdue = call.disposition === NO_RESULT
  const isOver = call.transport === 'ended' || call.transport === 'failed'
  return (
    <SidePanel
      title={detail.name || callDetailText.call}
      onClose={onClose}
      head={
        <>
          <div className={panelClasses['facts']}>
            <OutcomeBadge disposition={call.disposition} />
            {call.durationSeconds !== null && (
              <span>{callText.duration(call.durationSeconds)}</span>
            )}
            {call.calledAt !== null && <RelativeTime at={call.calledAt} />}
            {phone !== null && <CopyablePhone phone={phone} />}
          </div>
          {!isOverdue && (
            <div className={panelClasses['facts']}>
              <EndedWords {...call} />
            </div>
          )}
          <div className={panelClasses['facts']}>
            <Link to={conversation}>{callDetailText.conversation}</Link>
            <Link to={paths.campaign(detail.campaignId)}>{detail.campaignName}</Link>
          </div>
        </>
      }
    >
      <div className={classes['detail']}>
        {isOverdue ? (
          <EmptyState
            icon={IconClockQuestion}
            title={callDetailText.overdueTitle(OVERDUE_HOURS)}
            advice={callDetailText.overdueAdvice}
          />
        ) : (
          !isOver && (
            <EmptyState
              icon={IconClock}
              title={callDetailText.pendingTitle}
              advice={callDetailText.pendingAdvice}
            />
          )
        )}
        {call.answeredBy === 'machine' && <p>{callDetailText.noConversation}</p>}
        <CallTalk call={call} name={detail.name} />
        <AnalysisView call={call} />
      </div>
    </SidePanel>
  )
}

/** A call's panel, beside the log. */
export function CallPanel() {
  const { callId = '' } = useParams()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const close = () => {
    void navigate({ pathname: paths.calls(), search: search.toString() })
  }
  const waiting = (
    <SidePanel title={callDetailText.call} onClose={close}>
      <PanelSkeleton />
    </SidePanel>
  )
  return (
    <LoadingBoundary skeleton={waiting} resetKey={callId}>
      <CallRecord key={callId} callId={callId} onClose={close} />
    </LoadingBoundary>
  )
}
