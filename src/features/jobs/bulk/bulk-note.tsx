import { IconX } from '@tabler/icons-react'
import { commonText } from '../../../ui/text/common.ts'
import columnClasses from '../columns/columns.module.css'
import classes from './bulk.module.css'

type BulkNoteProps = { readonly note: string | null; readonly onDismiss: () => void }

/** What became of the last change of several cards, until it is put away. */
export function BulkNote({ note, onDismiss }: BulkNoteProps) {
  if (note === null) return null
  return (
    <div role="status" className={classes['note']}>
      <p>{note}</p>
      <button
        type="button"
        className={columnClasses['menu']}
        aria-label={commonText.dismiss}
        onClick={onDismiss}
      >
        <IconX size={16} aria-hidden />
      </button>
    </div>
  )
}
