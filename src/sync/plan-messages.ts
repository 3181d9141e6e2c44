import { isFromCandidate, type ChatMessage } from '../domain/conversation/chat-message.ts'
import { messageForm } from '../domain/conversation/message-form.ts'
import { parseChatMessage } from '../domain/conversation/parse-chat-message.ts'
import { optIntent } from '../domain/suppression/opt-intent.ts'
import { markMedia } from '../lib/media-mark.ts'
import { plausibleTime } from './plausible-time.ts'
import type { PlannedIssue, PlannedMessage } from './planned-session.ts'
import type { MessageState } from './session-state.ts'

/** One row of `chat_history`, read. Never throws; what can't be read is an unreadable message. */
export function planMessage({ id, message: raw, seenAt }: MessageState): PlannedMessage {
  const message = parseChatMessage(raw)
  const seen = plausibleTime(seenAt)
  const sentAt = message.sentAt ?? seen
  return {
    chatId: id,
    direction: message.direction,
    kind: message.kind,
    hidden: message.hidden,
    body: bodyOf(message),
    sentAt,
    timeCertainty: message.sentAt !== null ? 'exact' : seen !== null ? 'about' : 'none',
    deliveryStatus: message.deliveryStatus ?? null,
    failureReason: message.failure?.reason ?? null,
    failureConsequence: consequenceOf(message),
    intent: isFromCandidate(message) ? optIntent(message.text) : null,
    raw: message.raw ?? null,
  }
}

function consequenceOf({ failure }: ChatMessage): PlannedMessage['failureConsequence'] {
  return failure === undefined || failure.consequence === 'none' ? null : failure.consequence
}

/** A tool step without words is shown by what it did, a picture as one, with its caption. */
function bodyOf({ text, toolNote, media }: ChatMessage): string {
  if (media !== undefined && media.length > 0) return markMedia(media, text)
  return text === '' ? (toolNote ?? '') : text
}

/** An issue for each message that could not be read. */
export function listMessageIssues(messages: readonly PlannedMessage[]): PlannedIssue[] {
  return messages
    .filter(({ kind }) => kind === 'unreadable')
    .map(({ chatId, raw }) => ({
      kind: 'message',
      item: `chat:${chatId}`,
      summary:
        'A message has a form that Rollcall does not know. It is shown as it came; tell whoever keeps the agents.',
      details: { chatId, form: messageForm(raw ?? '') },
      raw,
    }))
}
