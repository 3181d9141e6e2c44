import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { noteText } from '../text/conversations.ts'

type NotePlaceProps = {
  /** A card of a job, or a recipient of a campaign; the parent is that job or campaign. */
  readonly on: {
    readonly kind: 'card' | 'recipient'
    readonly id: string
    readonly parentId: string | null
  }
  /** The job's or campaign's name. */
  readonly about: string
  /** True where one is there already: no link then. */
  readonly here?: boolean
}

/** Where a note was written, as a link to that record's notes. */
export function NotePlace({ on, about, here = false }: NotePlaceProps) {
  const words = noteText.where[on.kind](about)
  if (here || on.parentId === null) return words
  const part = { part: 'notes' }
  const href =
    on.kind === 'card'
      ? paths.candidate(on.parentId, on.id, part)
      : paths.campaignRecipient(on.parentId, on.id, part)
  return <Link to={href}>{words}</Link>
}
