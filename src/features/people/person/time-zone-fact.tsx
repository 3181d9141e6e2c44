import { lazy, Suspense, useState } from 'react'
import type { PersonRecord } from '../../../data/frontend/person-record.ts'
import { timeZoneText } from '../../../ui/text/people.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { clockIn } from '../../../ui/words/time-zones.ts'
import { useNow } from '../../../ui/words/use-now.ts'
import classes from './person.module.css'

const TimeZoneDialog = lazy(async () => ({
  default: (await import('./time-zone-dialog.tsx')).TimeZoneDialog,
}))

/** Whose clock counts for the hours in which the person is contacted, and where that is known from. */
export function TimeZoneFact({ record }: { readonly record: PersonRecord }) {
  const { canWrite } = useViewer()
  const now = useNow()
  const [asks, setAsks] = useState(false)
  const { own, offices } = record.timeZone
  const zones = own === null ? offices : [own]
  const clocks = zones.map((zone) => [zone, clockIn(zone, now)].filter(Boolean).join(', '))
  return (
    <li>
      <span>
        {timeZoneText.label}: {clocks.join(' · ')}
      </span>
      <br />
      <span className={classes['muted']}>
        {own === null ? timeZoneText.fromOffice : timeZoneText.fromPerson}
      </span>{' '}
      {canWrite && (
        <button
          type="button"
          className={classes['link']}
          onClick={() => {
            setAsks(true)
          }}
        >
          {timeZoneText.change}
        </button>
      )}
      {asks && (
        <Suspense fallback={null}>
          <TimeZoneDialog
            personId={record.person.id}
            own={own}
            onClose={() => {
              setAsks(false)
            }}
          />
        </Suspense>
      )}
    </li>
  )
}
