/** Notes on cards and on recipients: the same rows in two tables, written by one person, edited by them only. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

export const NOTE_ACTIONS = ['note', 'call', 'whatsapp', 'email', 'meeting', 'status'] as const
export type NoteAction = (typeof NOTE_ACTIONS)[number]

/** What a note is about. */
export type NoteSubject = { readonly kind: 'card' | 'recipient'; readonly id: string }

const noteRow = z
  .object({
    id: z.uuid(),
    author_id: z.uuid().nullable(),
    author_name: z.string(),
    action_type: z.enum(NOTE_ACTIONS),
    body: z.string(),
    action_at: z.string(),
    version: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    authorId: row.author_id,
    authorName: row.author_name,
    action: row.action_type,
    text: row.body,
    actionAt: row.action_at,
    version: row.version,
  }))
export type Note = z.infer<typeof noteRow>

const COLUMNS = 'id, author_id, author_name, action_type, body, action_at, version'

/** Notes on a card or recipient, newest first. */
export async function listNotes(
  client: FrontendClient,
  subject: NoteSubject,
): Promise<readonly Note[]> {
  const answer =
    subject.kind === 'card'
      ? await client
          .from('candidate_notes')
          .select(COLUMNS)
          .eq('candidate_id', subject.id)
          .order('action_at', { ascending: false })
      : await client
          .from('campaign_candidate_notes')
          .select(COLUMNS)
          .eq('campaign_candidate_id', subject.id)
          .order('action_at', { ascending: false })
  return z.array(noteRow).parse(unwrap(answer))
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
  subject: NoteSubject,
  noteId: string,
): Promise<void> {
  const table = subject.kind === 'card' ? 'candidate_notes' : 'campaign_candidate_notes'
  unwrap(await client.from(table).delete().eq('id', noteId))
}
