import { IconMessages } from '@tabler/icons-react'
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Fragment, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'react-router'
import { queryKeys } from '../../data/frontend/query-keys.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { conversationText } from '../../ui/text/conversations.ts'
import { careText } from '../../ui/text/inbox.ts'
import { formatDay } from '../../ui/text/locale.ts'
import { CallBlock } from './call-block.tsx'
import { ConversationBar } from './conversation-bar.tsx'
import classes from './conversations.module.css'
import { FindInConversation } from './find-in-conversation.tsx'
import { MessageBubble } from './message-bubble.tsx'
import { conversationQuery, liveQuery, recipientQuery } from './queries.ts'
import { reachAnchor } from './reach-anchor.ts'
import { anchorOfItem, timelineOf, type Timeline } from './timeline.ts'
import { useFirstUnread } from './use-first-unread.ts'

const TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone
const NEW_ID = 'first-unread'

function jumpToNew(): void {
  document.getElementById(NEW_ID)?.scrollIntoView({ block: 'start' })
}

/**
 * Brings what the address names into view, and opens it if it is a call; else the first unread
 * message, else the latest.
 */
function useShownPlace(last: Timeline[number] | undefined) {
  const { hash, search } = useLocation()
  const ready = last !== undefined
  const latest = last === undefined || last.kind === 'day' ? null : anchorOfItem(last)
  useEffect(() => {
    if (ready && hash !== '') reachAnchor(hash)
  }, [hash, ready])
  const [opened] = useState({ hash, latest, acts: new URLSearchParams(search).has('act') })
  useEffect(() => {
    // What is to be done stands above the conversation.
    if (opened.hash !== '' || opened.acts) return
    const first = document.getElementById(NEW_ID)
    if (first !== null) first.scrollIntoView({ block: 'start' })
    else if (opened.latest !== null) document.getElementById(opened.latest)?.scrollIntoView()
  }, [opened])
}

/** Asks the sync for this recipient while it is looked at. */
function useLive(recipientId: string) {
  const client = useQueryClient()
  useQuery(
    liveQuery(recipientId, async () => {
      await Promise.all(
        [
          queryKeys.conversation(recipientId),
          queryKeys.recipient(recipientId),
          queryKeys.recipientEvents(recipientId),
          queryKeys.inbox(),
        ].map((queryKey) => client.invalidateQueries({ queryKey })),
      )
    }),
  )
}

/** WhatsApp and calls with one recipient, merged in order; asks for news while it is open. */
export function ConversationView({ recipientId }: { readonly recipientId: string }) {
  const { data } = useSuspenseQuery(conversationQuery(recipientId))
  const { data: recipient } = useSuspenseQuery(recipientQuery(recipientId))
  useLive(recipientId)
  const [showHidden, setShowHidden] = useState(false)
  const [finds, setFinds] = useState(false)
  const timeline = useMemo(() => timelineOf(data, TIME_ZONE, showHidden), [data, showHidden])
  const firstUnread = useFirstUnread(recipientId, data, timeline)
  useShownPlace(timeline.at(-1))
  useKeys({
    f: () => {
      setFinds(true)
    },
    n: jumpToNew,
  })

  if (data.messages.length + data.calls.length === 0) {
    return (
      <EmptyState
        icon={IconMessages}
        title={conversationText.empty}
        advice={conversationText.emptyAdvice}
      />
    )
  }
  return (
    <>
      <ConversationBar
        messages={data.messages}
        calls={data.calls}
        showHidden={showHidden}
        onShowHidden={setShowHidden}
        onFind={() => {
          setFinds(true)
        }}
      />
      {finds && (
        <FindInConversation
          timeline={timeline}
          onClose={() => {
            setFinds(false)
          }}
        />
      )}
      <ol className={classes['timeline']}>
        {timeline.map((item) => {
          if (item.kind === 'day') {
            return (
              <li key={item.day} className={classes['day']}>
                {formatDay(new Date(`${item.day}T12:00:00`))}
              </li>
            )
          }
          const id = item.kind === 'call' ? item.call.id : item.message.key
          return (
            <Fragment key={id}>
              {id === firstUnread && (
                <li id={NEW_ID} className={classes['new']}>
                  {careText.new}
                </li>
              )}
              {item.kind === 'call' ? (
                <CallBlock call={item.call} name={recipient.fullName} />
              ) : (
                <MessageBubble message={item.message} />
              )}
            </Fragment>
          )
        })}
      </ol>
    </>
  )
}
