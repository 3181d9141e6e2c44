import { ActionIcon, Button, Select, Textarea } from '@mantine/core'
import { IconNote, IconTrash } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  NOTE_ACTIONS,
  type Note,
  type NoteAction,
  type NoteSubject,
} from '../../data/frontend/notes.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { useKeptMarks } from '../../ui/offline/kept-marks.ts'
import { outboxText } from '../../ui/text/offline.ts'
import { noteText } from '../../ui/text/conversations.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { NotePlace } from '../../ui/words/note-place.tsx'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import { TextBlock } from '../../ui/words/text-block.tsx'
import classes from './conversations.module.css'
import { notesQuery, useAddNote, useDeleteNote } from './queries.ts'

const KINDS = NOTE_ACTIONS.map((value) => ({ value, label: noteText.kinds[value] }))

function NoteForm({ subject }: { readonly subject: NoteSubject }) {
  const [text, setText] = useState('')
  const [action, setAction] = useState<NoteAction>('note')
  const add = useAddNote(subject)
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault()
        const note = { id: crypto.randomUUID(), action, text: text.trim() }
        // What was written stays until it is saved.
        add.mutate(note, {
          onSuccess: () => {
            setText('')
          },
        })
      }}
    >
      <Textarea
        aria-label={noteText.add}
        placeholder={noteText.placeholder}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
        }}
      />
      <div className={classes['formRow']}>
        <Select
          aria-label={noteText.kind}
          w={150}
          data={KINDS}
          value={action}
          allowDeselect={false}
          onChange={(value) => {
            setAction(NOTE_ACTIONS.find((kind) => kind === value) ?? 'note')
          }}
        />
        <Button type="submit" disabled={text.trim() === ''} loading={add.isPending}>
          {noteText.add}
        </Button>
      </div>
    </form>
  )
}

type NoteEntryProps = {
  readonly note: Note
  /** True where it was written on what is open. */
  readonly here: boolean
  readonly onDelete: (() => void) | null
}

function NoteEntry({ note, here, onDelete }: NoteEntryProps) {
  return (
    <li className={classes['entry']}>
      <div className={classes['entryHead']}>
        <span className={classes['noteFacts']}>
          {noteText.kinds[note.action]} · {note.authorName},{' '}
          <NotePlace on={note.on} about={note.about} here={here} /> ·{' '}
          <RelativeTime at={note.actionAt} />
        </span>
        {onDelete !== null && (
          <ActionIcon variant="subtle" color="gray" aria-label={noteText.remove} onClick={onDelete}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <TextBlock text={note.text} />
    </li>
  )
}

type NotesViewProps = {
  readonly subject: NoteSubject
  /** Where else a note about the same person may wait on this device. */
  readonly others: readonly string[]
}

/**
 * Notes about the person of a card or recipient, wherever they were written. Everybody in the office
 * reads them, each deletes their own; a new one is written on what is open.
 */
export function NotesView({ subject, others }: NotesViewProps) {
  const viewer = useViewer()
  const { data: notes } = useSuspenseQuery(notesQuery(subject))
  const remove = useDeleteNote()
  const kept = useKeptMarks([subject.id, ...others]).filter(({ text }) => text !== undefined)
  return (
    <>
      {viewer.canWrite && <NoteForm subject={subject} />}
      {notes.length + kept.length === 0 && (
        <EmptyState icon={IconNote} title={noteText.none} advice={noteText.noneAdvice} />
      )}
      <ul className={classes['list']}>
        {kept.map((mark) => (
          <li key={mark.id} className={classes['entry']}>
            <span className={classes['muted']}>
              {mark.refused ? outboxText.refusedMark : outboxText.mark}
            </span>
            <TextBlock text={mark.text ?? ''} />
          </li>
        ))}
        {notes.map((note) => (
          <NoteEntry
            key={note.id}
            note={note}
            here={note.on.kind === subject.kind && note.on.id === subject.id}
            onDelete={
              viewer.canWrite && note.authorId === viewer.userId
                ? () => {
                    remove.mutate(note)
                  }
                : null
            }
          />
        ))}
      </ul>
    </>
  )
}
