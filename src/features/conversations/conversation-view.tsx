import { Switch } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useLocation } from 'react-router'
import { queryKeys } from '../../data/frontend/query-keys.ts'
import { whatsappWindow } from '../../domain/conversation/whatsapp-window.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { conversationText } from '../../ui/text/conversations.ts'
import { formatDay } from '../../ui/text/locale.ts'
import { useNow } from '../../ui/words/use-now.ts'
import { CallBlock } from './call-block.tsx'
import classes from './conversations.module.css'
import { MessageBubble } from './message-bubble.tsx'
import { conversationQuery, liveQuery } from './queries.ts'
import { timelineOf, type Timeline } from './timeline.ts'

const TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

function keyOf(item: Timeline[number]): string {
  if (item.kind === 'day') return item.day
  return item.kind === 'message' ? item.message.key : item.call.id
}

/** Brings what the address names into view, and opens it if it is a call. */
function useShownEvidence(ready: boolean) {
  const { hash } = useLocation()
  useEffect(() => {
    if (!ready || hash === '') return
    const element = document.getElementById(decodeURIComponent(hash.slice(1)))
    if (element instanceof HTMLDetailsElement) element.open = true
    element?.scrollIntoView({ block: 'center' })
  }, [hash, ready])
}

/** WhatsApp and calls with one recipient, merged in order; asks for news while it is open. */
export function ConversationView({ recipientId }: { readonly recipientId: string }) {
  const client = useQueryClient()
  const { data } = useSuspenseQuery(conversationQuery(recipientId))
  useQuery(
    liveQuery(recipientId, async () => {
      await Promise.all(
        [
          queryKeys.conversation(recipientId),
          queryKeys.recipient(recipientId),
          queryKeys.recipientEvents(recipientId),
        ].map((queryKey) => client.invalidateQueries({ queryKey })),
      )
    }),
  )
  const now = useNow()
  const [showHidden, setShowHidden] = useState(false)
  const timeline = useMemo(() => timelineOf(data, TIME_ZONE, showHidden), [data, showHidden])
  useShownEvidence(timeline.length > 0)
  const lastInbound = data.messages.findLast(
    (message) => message.direction === 'inbound' && message.sentAt !== null,
  )
  const window = whatsappWindow(lastInbound?.sentAt ?? null, new Date(now).toISOString())

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
      <div className={classes['bar']}>
        <span>
          {conversationText.whatsapp(data.messages.filter((message) => !message.hidden).length)},{' '}
          {conversationText.calls(data.calls.length)} · {conversationText.opensWindow[window.state]}
        </span>
        {data.messages.some((message) => message.hidden) && (
          <Switch
            size="xs"
            label={conversationText.showSteps}
            checked={showHidden}
            onChange={(event) => {
              setShowHidden(event.currentTarget.checked)
            }}
          />
        )}
      </div>
      <ol className={classes['timeline']}>
        {timeline.map((item) => {
          const key = keyOf(item)
          if (item.kind === 'day') {
            return (
              <li key={key} className={classes['day']}>
                {formatDay(new Date(`${item.day}T12:00:00`))}
              </li>
            )
          }
          return item.kind === 'message' ? (
            <MessageBubble key={key} message={item.message} />
          ) : (
            <CallBlock key={key} call={item.call} />
          )
        })}
      </ol>
    </>
  )
}
