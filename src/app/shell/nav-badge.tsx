import { useQuery } from '@tanstack/react-query'
import { needsQuery } from '../../features/dashboard/queries.ts'
import { formatNumber } from '../../ui/text/locale.ts'
import { shellText } from '../../ui/text/shell.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import type { Section } from '../routes.tsx'
import classes from './nav-badge.module.css'

/** Past this the badge would push the label away: "99+". */
const MOST = 99

/** How much waits for a person in a section; nothing where nothing does. */
export function NavBadge({ section }: { readonly section: Section }) {
  const { officeId } = useViewer()
  const { badge = [] } = section
  // What can't be counted is no reason to take the page away.
  const { data } = useQuery({
    ...needsQuery(officeId),
    throwOnError: false,
    enabled: badge.length > 0,
  })
  const count = badge.reduce((sum, need) => sum + (data?.[need].total ?? 0), 0)
  if (count === 0) return null
  const text = formatNumber(count)
  return (
    <span className={classes['badge']} title={shellText.waiting(text)}>
      {count > MOST ? `${formatNumber(MOST)}+` : text}
    </span>
  )
}
