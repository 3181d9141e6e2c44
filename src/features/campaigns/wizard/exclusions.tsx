import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LaunchPreview } from '../../../data/bridge/campaign-actions.ts'
import { PAGE_SIZE } from '../../../data/frontend/page.ts'
import { describeError } from '../../../ui/text/errors.ts'
import { SkeletonLine } from '../../../ui/feedback/skeletons.tsx'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { Pager } from '../../../ui/table/pager.tsx'
import { peopleText } from '../../../ui/text/campaign-people.ts'
import { reviewStepText } from '../../../ui/text/campaign-wizard.ts'
import { formatNumber } from '../../../ui/text/locale.ts'
import { usePhoneFormat } from '../../../ui/words/phone-format.ts'
import { exclusionWords } from '../delivery-reason.ts'
import { excludedPeopleQuery } from '../queries.ts'
import { SharedNumbers } from './shared-numbers.tsx'
import { wizardUrl } from './wizard-steps.ts'
import classes from './wizard.module.css'

type PeopleProps = {
  readonly campaignId: string
  readonly preview: LaunchPreview
  readonly reason: string
}

/** The people left out for a reason, page by page, as they were when the preview was made. */
function People({ campaignId, preview, reason }: PeopleProps) {
  const [page, setPage] = useState(1)
  const query = useQuery(excludedPeopleQuery(campaignId, preview.hash, reason, page - 1))
  const { short } = exclusionWords(reason)
  const phoneWords = usePhoneFormat()
  if (query.isError) return <p>{describeError(query.error).title}</p>
  if (query.data === undefined) return <SkeletonLine width="60%" />
  const { items, total } = query.data
  return (
    <>
      <ul className={classes['people']} aria-label={short}>
        {items.map((person, at) => (
          <li key={person.personId ?? at}>
            <span>{person.name === '' ? peopleText.noName : person.name}</span>
            <span className={classes['count']}>{phoneWords(person.phone ?? '')}</span>
          </li>
        ))}
      </ul>
      {total > PAGE_SIZE && (
        <Pager
          label={peopleText.pages(short)}
          paging={{ page, pageSize: PAGE_SIZE, total, onPage: setPage }}
        />
      )}
    </>
  )
}

type ExclusionProps = PeopleProps & {
  readonly count: number
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
}

function Exclusion({ count, open, onToggle, ...people }: ExclusionProps) {
  const words = exclusionWords(people.reason)
  return (
    <details
      className={classes['fold']}
      open={open}
      onToggle={(event) => {
        onToggle(event.currentTarget.open)
      }}
    >
      <summary>
        <span>{words.short}</span>
        <span className={classes['count']}>{formatNumber(count)}</span>
      </summary>
      {open && (
        <div className={classes['foldBody']}>
          <p className={classes['muted']}>{words.full}</p>
          {people.reason === 'duplicate_number' ? (
            <SharedNumbers campaignId={people.campaignId} hash={people.preview.hash} />
          ) : (
            <People {...people} />
          )}
        </div>
      )}
    </details>
  )
}

type ExclusionsProps = { readonly campaignId: string; readonly preview: LaunchPreview }

/** Who would be left out, reason by reason; each opens its people. The open one is in the address. */
export function Exclusions({ campaignId, preview }: ExclusionsProps) {
  const { state: url, setState } = useUrlState(wizardUrl)
  const reasons = Object.entries(preview.excluded).filter(([, count]) => count > 0)
  return (
    <section className={classes['section']} aria-label={reviewStepText.exclusions}>
      <h2>{reviewStepText.exclusions}</h2>
      {reasons.length === 0 && <p>{reviewStepText.nobodyExcluded}</p>}
      {reasons.map(([reason, count]) => (
        <Exclusion
          key={reason}
          campaignId={campaignId}
          preview={preview}
          reason={reason}
          count={count}
          open={url.reason === reason}
          onToggle={(open) => {
            if (open !== (url.reason === reason)) {
              setState({ reason: open ? reason : '' }, { replace: true })
            }
          }}
        />
      ))}
    </section>
  )
}
