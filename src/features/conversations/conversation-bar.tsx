import { ActionIcon, Switch } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { Call, Message } from '../../data/frontend/conversation.ts'
import { whatsappWindow } from '../../domain/conversation/whatsapp-window.ts'
import { toRelativeTime } from '../../lib/relative-time.ts'
import { conversationText } from '../../ui/text/conversations.ts'
import { careText } from '../../ui/text/inbox.ts'
import { formatMoment, locale } from '../../ui/text/locale.ts'
import { useNow } from '../../ui/words/use-now.ts'
import classes from './conversations.module.css'

/** Whether WhatsApp lets a business write freely now, and until when. */
function WindowState({ messages }: { readonly messages: readonly Message[] }) {
  const now = useNow()
  const inbound = messages.filter(({ direction, hidden }) => direction === 'inbound' && !hidden)
  const lastDated = inbound.findLast(({ sentAt }) => sentAt !== null)
  const { state, closesAt } = whatsappWindow(
    lastDated?.sentAt ?? null,
    new Date(now).toISOString(),
    lastDated !== inbound.at(-1),
  )
  const isOpen = closesAt !== null && state !== 'closed'
  return (
    <span
      className={state === 'closing' ? classes['alert'] : undefined}
      title={closesAt === null ? undefined : formatMoment(new Date(closesAt))}
    >
      {conversationText.opensWindow[state]}
      {isOpen && `, ${careText.closes(toRelativeTime(Date.parse(closesAt), now, locale))}`}
    </span>
  )
}

type ConversationBarProps = {
  readonly messages: readonly Message[]
  readonly calls: readonly Call[]
  readonly showHidden: boolean
  readonly onShowHidden: (show: boolean) => void
  readonly onFind: () => void
}

/** What there is, the 24-hour window, tool steps on or off, and the search. */
export function ConversationBar(props: ConversationBarProps) {
  const { messages, calls, showHidden, onShowHidden, onFind } = props
  return (
    <div className={classes['bar']}>
      <span>
        {conversationText.whatsapp(messages.filter(({ hidden }) => !hidden).length)},{' '}
        {conversationText.calls(calls.length)} · <WindowState messages={messages} />
      </span>
      <span className={classes['barTools']}>
        {messages.some(({ hidden }) => hidden) && (
          <Switch
            size="xs"
            label={conversationText.showSteps}
            checked={showHidden}
            onChange={(event) => {
              onShowHidden(event.currentTarget.checked)
            }}
          />
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={careText.find}
          title={`${careText.find} (f)`}
          onClick={onFind}
        >
          <IconSearch size={16} aria-hidden />
        </ActionIcon>
      </span>
    </div>
  )
}
