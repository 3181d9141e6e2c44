/** Notes about people, on cards and on recipients: two tables, written by one person, deleted by them only. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

export const NOTE_ACTIONS = ['note', 'call', 'whatsapp', 'email', 'meeting', 'status'] as const
export type NoteAction = (typeof NOTE_ACTIONS)[number]

/** What a note is written on. */
export type NoteSubject = { readonly kind: 'card' | 'recipient'; readonly id: string }

/** A note about a person as `list_notes` and `person_record` tell it. */
export const noteSchema = z
  .object({
    id: z.uuid(),
    authorId: z.uuid().nullable(),
    author: z.string(),
    action: z.enum(NOTE_ACTIONS),
    body: z.string(),
    at: z.string(),
    about: z.string(),
    jobId: z.uuid().nullable(),
    candidateId: z.uuid().nullable(),
    campaignId: z.uuid().nullable(),
    recipientId: z.uuid().nullable(),
  })
  .transform((note) => ({
    id: note.id,
    authorId: note.authorId,
    authorName: note.author,
    action: note.action,
    text: note.body,
    actionAt: note.at,
    /** Where it was written: the job's or campaign's name. */
    about: note.about,
    on:
      note.candidateId === null
        ? { kind: 'recipient' as const, id: note.recipientId ?? '', parentId: note.campaignId }
        : { kind: 'card' as const, id: note.candidateId, parentId: note.jobId },
  }))
export type Note = z.infer<typeof noteSchema>

/** All notes about the person of a card or recipient, wherever they were written; the latest first. */
export async function listNotes(
  client: FrontendClient,
  subject: NoteSubject,
): Promise<readonly Note[]> {
  const answer = await client.rpc('list_notes', { p_kind: subject.kind, p_id: subject.id })
  return z.array(noteSchema).parse(unwrap(answer))
}

/** Adds a note. The id is made by the caller, so that a repeat is harmless. */
export async function addNote(
  client: FrontendClient,
  subject: NoteSubject,
  note: { readonly id: string; readonly action: NoteAction; readonly text: string },
): Promise<void> {
  const row = { id: note.id, action_type: note.action, body: note.text }
  const answer =
    subject.kind === 'card'
      ? await client
          .from('candidate_notes')
          .upsert({ ...row, candidate_id: subject.id } as never, { ignoreDuplicates: true })
      : await client
          .from('campaign_candidate_notes')
          .upsert({ ...row, campaign_candidate_id: subject.id } as never, {
            ignoreDuplicates: true,
          })
  unwrap(answer)
}

/** Deletes one's own note. */
export async function deleteNote(
  client: FrontendClient,
  note: Pick<Note, 'id' | 'on'>,
): Promise<void> {
  const table = note.on.kind === 'card' ? 'candidate_notes' : 'campaign_candidate_notes'
  unwrap(await client.from(table).delete().eq('id', note.id))
}
