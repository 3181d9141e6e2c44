import { Button } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link, useSearchParams } from 'react-router'
import { type ConversationState, isUnread } from '../../../data/frontend/inbox.ts'
import type { Recipient } from '../../../data/frontend/recipients.ts'
import { colleagueNamesQuery } from '../../../data/frontend/shared-queries.ts'
import { paths } from '../../../lib/paths.ts'
import { careText, inboxText } from '../../../ui/text/inbox.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import classes from '../conversations.module.css'
import { AssignButton } from './assign-button.tsx'
import { ContactLinks } from './contact-links.tsx'
import { conversationStateQuery, useConversationAct, useMarkConversation } from './inbox-queries.ts'
import inboxClasses from './inbox.module.css'

const TakeOverDialog = lazy(async () => ({
  default: (await import('./take-over-dialog.tsx')).TakeOverDialog,
}))

/** What a colleague is called; oneself is "me". */
function useNameOf() {
  const viewer = useViewer()
  const { data: colleagues } = useQuery(colleagueNamesQuery())
  return (userId: string | null) =>
    userId === viewer.userId ? inboxText.me : (colleagues?.get(userId ?? '') ?? inboxText.somebody)
}

/** Why it waits, and since when the agent is out; for who can't change it, also who has it. */
function CareFacts({ state }: { readonly state: ConversationState }) {
  const { canWrite } = useViewer()
  const nameOf = useNameOf()
  return (
    <div className={classes['facts']}>
      <Link to={paths.campaign(state.campaignId)}>{state.campaignName}</Link>
      {state.jobTitle !== null && state.jobId !== null && (
        <Link to={paths.job(state.jobId)}>{state.jobTitle}</Link>
      )}
      {state.takenOverAt !== null && (
        <span>
          {careText.takenOver(nameOf(state.takenOverBy))} <RelativeTime at={state.takenOverAt} />.{' '}
          {state.agentTold ? careText.agentTold : careText.agentNotTold}
        </span>
      )}
      {!canWrite && state.assignedTo !== null && (
        <span>{inboxText.assignedTo(nameOf(state.assignedTo))}</span>
      )}
      {state.waiting !== null && state.waiting !== 'taken-over' && (
        <span>{inboxText.waiting[state.waiting]}</span>
      )}
      {state.optedOut && <span className={classes['alert']}>{inboxText.optedOut}</span>}
    </div>
  )
}

/** Opens by `?act=…`, so that a key, a button and a link all do the same. */
function useAct(act: 'take-over' | 'assign') {
  const [search, setSearch] = useSearchParams()
  const set = (open: boolean) => {
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        if (open) next.set('act', act)
        else next.delete('act')
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  }
  return { opened: search.get('act') === act, set }
}

/** What people do with a conversation: take over, go on outside, assign, settle, mark unread. */
export function CareBar({ recipient }: { readonly recipient: Recipient }) {
  const { data: state } = useSuspenseQuery(conversationStateQuery(recipient.id))
  const { canWrite } = useViewer()
  const nameOf = useNameOf()
  const act = useConversationAct()
  const mark = useMarkConversation()
  const dialog = useAct('take-over')
  const picker = useAct('assign')
  if (state === null) return null
  const { id } = state
  const small = { size: 'compact-sm', variant: 'default' } as const
  return (
    <>
      <CareFacts state={state} />
      <div role="group" aria-label={careText.label} className={inboxClasses['care']}>
        {canWrite && state.takenOverAt === null && (
          <Button
            size="compact-sm"
            disabled={state.optedOut}
            title={state.optedOut ? careText.noContact : undefined}
            onClick={() => {
              dialog.set(true)
            }}
          >
            {careText.takeOver}
          </Button>
        )}
        {canWrite && state.takenOverAt !== null && !state.optedOut && (
          <ContactLinks recipient={recipient} size="compact-sm" />
        )}
        {canWrite && state.waiting !== null && state.waiting !== 'suggestion' && (
          <Button
            {...small}
            onClick={() => {
              act.mutate({ id, act: 'settle', settled: true })
            }}
          >
            {careText.settle}
          </Button>
        )}
        {canWrite && (
          <AssignButton
            state={state}
            officeId={recipient.officeId}
            who={state.assignedTo === null ? null : nameOf(state.assignedTo)}
            opened={picker.opened}
            onOpen={picker.set}
          />
        )}
        {state.inboundCount + state.knownCalls > 0 && !isUnread(state) && (
          <Button
            {...small}
            onClick={() => {
              mark.mutate({ id, read: false })
            }}
          >
            {careText.markUnread}
          </Button>
        )}
      </div>
      {canWrite && !state.optedOut && state.takenOverAt === null && dialog.opened && (
        <Suspense fallback={null}>
          <TakeOverDialog
            recipient={recipient}
            onClose={() => {
              dialog.set(false)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
