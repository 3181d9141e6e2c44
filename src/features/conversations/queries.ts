/** What the panels read and change. Keys nest so that the change feed refreshes them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { bridge } from '../../data/bridge/browser-client.ts'
import { syncNow } from '../../data/bridge/sync-actions.ts'
import { frontend } from '../../data/frontend/browser-client.ts'
import {
  decideSuggestion,
  getCard,
  moveCard,
  undoCardChange,
  type Card,
} from '../../data/frontend/cards.ts'
import {
  listCalls,
  listEvidence,
  listMessages,
  listObjectiveEvents,
  listStatusEvents,
} from '../../data/frontend/conversation.ts'
import { sendOrKeep } from '../../data/frontend/kept-writes.ts'
import {
  addNote,
  deleteNote,
  listNotes,
  type Note,
  type NoteAction,
  type NoteSubject,
} from '../../data/frontend/notes.ts'
import { queryKeys } from '../../data/frontend/query-keys.ts'
import { getRecipient, listRecipientsOfCard } from '../../data/frontend/recipients.ts'
import { offerUndo } from '../../ui/feedback/undo.ts'
import { outboxText } from '../../ui/text/offline.ts'
import { noteText, traceText } from '../../ui/text/conversations.ts'

/** An open conversation asks the backend so often. */
const LIVE_INTERVAL_MS = 5_000

/** A line of the ledger with what came of it. */
export function recipientQuery(recipientId: string) {
  return queryOptions({
    queryKey: queryKeys.recipient(recipientId),
    queryFn: () => getRecipient(frontend(), recipientId),
  })
}

/** One card. */
export function cardQuery(candidateId: string) {
  return queryOptions({
    queryKey: queryKeys.card(candidateId),
    queryFn: () => getCard(frontend(), candidateId),
  })
}

/** The recipients behind a card, latest first; kept under the card's key. */
export function recipientsOfCardQuery(candidateId: string) {
  return queryOptions({
    queryKey: [...queryKeys.card(candidateId), 'recipients'] as const,
    queryFn: () => listRecipientsOfCard(frontend(), candidateId),
  })
}

/** Everything said with a recipient, and what it means. */
export function conversationQuery(recipientId: string) {
  return queryOptions({
    queryKey: queryKeys.conversation(recipientId, 'records'),
    queryFn: async () => {
      const client = frontend()
      const [messages, calls, evidence, events] = await Promise.all([
        listMessages(client, recipientId),
        listCalls(client, recipientId),
        listEvidence(client, recipientId),
        listObjectiveEvents(client, recipientId),
      ])
      return { messages, calls, evidence, events }
    },
  })
}

/** Asks the sync for this recipient while it is looked at; what changed is then read again. */
export function liveQuery(recipientId: string, invalidate: () => Promise<void>) {
  return queryOptions({
    queryKey: ['live', recipientId] as const,
    queryFn: async () => {
      const report = await syncNow(bridge(), { recipientId })
      if (report.messages + report.calls + report.changed + report.cards > 0) await invalidate()
      return report.state
    },
    refetchInterval: LIVE_INTERVAL_MS,
    throwOnError: false, // the mirror still shows; the sync pill says what is wrong
    retry: false,
  })
}

/** The notes on a card or in a conversation. */
export function notesQuery(subject: NoteSubject) {
  return queryOptions({
    queryKey: queryKeys.notes(subject.kind, subject.id),
    queryFn: () => listNotes(frontend(), subject),
  })
}

/** The status history of a card or a recipient, newest first. */
export function statusEventsQuery(
  of: { readonly candidateId: string } | { readonly recipientId: string },
) {
  const key =
    'candidateId' in of
      ? queryKeys.cardEvents(of.candidateId)
      : queryKeys.recipientEvents(of.recipientId)
  return queryOptions({ queryKey: key, queryFn: () => listStatusEvents(frontend(), of) })
}

/** Writes a note; without a network it is kept and sent later. */
export function useAddNote(subject: NoteSubject) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (note: {
      readonly id: string
      readonly action: NoteAction
      readonly text: string
    }) =>
      sendOrKeep(
        {
          subjectId: subject.id,
          label: outboxText.noteOn(''),
          change: {
            kind: subject.kind === 'card' ? 'card-note' : 'recipient-note',
            noteId: note.id,
            action: note.action,
            text: note.text,
            at: new Date().toISOString(),
          },
        },
        async () => {
          await addNote(frontend(), subject, note)
          return 'sent' as const
        },
      ),
    // Without a network nothing is read again, and nobody should wait for it.
    onSuccess: (answer) =>
      answer === 'kept' ? undefined : client.invalidateQueries({ queryKey: queryKeys.notes() }),
    meta: { done: noteText.saved, failed: noteText.notSaved },
  })
}

/** Removes a note. */
export function useDeleteNote() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (note: Note) => deleteNote(frontend(), note),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.notes() }),
    meta: { done: noteText.removed },
  })
}

/** Another column for a card, kept on the device where it can't be sent. */
function setStatus(card: Card, status: string, column: string) {
  const { id, position, version } = card
  const change = { kind: 'card-move' as const, from: card.status, to: status, position }
  return sendOrKeep(
    { subjectId: id, label: outboxText.moveOf(card.name, column), wish: column, change },
    () => moveCard(frontend(), { candidateId: id, status, position, version }),
  )
}

/** A person's word about a card's status: set it, or answer the agent's suggestion. */
export function useCardDecision(card: Card) {
  const client = useQueryClient()
  const refresh = async () => {
    await Promise.all(
      [queryKeys.card(card.id), queryKeys.cardEvents(card.id), queryKeys.cards(card.jobId)].map(
        (queryKey) => client.invalidateQueries({ queryKey }),
      ),
    )
  }
  return useMutation({
    mutationFn: (
      decision:
        { readonly status: string; readonly column: string } | 'accept' | 'dismiss' | 'resume',
    ) =>
      typeof decision === 'string'
        ? decideSuggestion(frontend(), card.id, decision, card.version)
        : setStatus(card, decision.status, decision.column),
    onSuccess: (answer) => {
      // What is kept is shown as waiting until it is sent.
      if (answer === 'kept') return
      const { eventId } = answer
      if (eventId === null) return
      offerUndo({
        message: traceText.changed(card.name),
        undo: async () => {
          await undoCardChange(frontend(), eventId)
          await refresh()
        },
      })
    },
    onSettled: refresh,
    meta: { failed: traceText.notChanged },
  })
}
