import { Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SharedNumber } from '../../../data/frontend/audience-people.ts'
import { PAGE_SIZE } from '../../../data/frontend/page.ts'
import { preferPerson } from '../../../domain/campaign/prefer-person.ts'
import { SkeletonLine } from '../../../ui/feedback/skeletons.tsx'
import { Pager } from '../../../ui/table/pager.tsx'
import { peopleText } from '../../../ui/text/campaign-people.ts'
import { describeError } from '../../../ui/text/errors.ts'
import { usePhoneFormat } from '../../../ui/words/phone-format.ts'
import { sharedNumbersQuery } from '../queries.ts'
import { useDraft } from './draft-context.ts'
import classes from './wizard.module.css'

/** Who is contacted of the people under one number. */
function OneNumber({ people }: SharedNumber) {
  const { draft, editFields } = useDraft()
  const { audience } = draft.campaign
  const phone = usePhoneFormat()(people[0]?.phone ?? '')
  const sharing = people.map(({ personId }) => personId)
  return (
    <Radio.Group
      label={phone}
      value={people.find(({ chosen }) => chosen)?.personId ?? null}
      onChange={(id) => {
        const preferredPersonIds = preferPerson(audience.preferredPersonIds, sharing, id)
        editFields({ audience: { ...audience, preferredPersonIds } })
      }}
    >
      {people.map(({ personId, name, source }) => (
        <Radio
          key={personId}
          value={personId}
          mt={8}
          label={name === '' ? peopleText.noName : name}
          description={peopleText.sources[source.kind]}
        />
      ))}
    </Radio.Group>
  )
}

type SharedNumbersProps = {
  readonly campaignId: string
  /** Names the preview whose people these are. */
  readonly hash: string
}

/** The numbers that several people of the audience have, each with the choice of one. */
export function SharedNumbers({ campaignId, hash }: SharedNumbersProps) {
  const [page, setPage] = useState(1)
  const query = useQuery(sharedNumbersQuery(campaignId, hash, page - 1))
  if (query.isError) return <p>{describeError(query.error).title}</p>
  if (query.data === undefined) return <SkeletonLine width="60%" />
  const { items, total } = query.data
  return (
    <>
      <p className={classes['muted']}>{peopleText.sharedAdvice}</p>
      <ul
        className={`${classes['choices']} ${classes['tall']}`}
        aria-label={peopleText.sharedTitle}
      >
        {items.map((item) => (
          <li key={item.people[0]?.personId} className={classes['choice']}>
            <OneNumber people={item.people} />
          </li>
        ))}
      </ul>
      {total > PAGE_SIZE && (
        <Pager
          label={peopleText.sharedTitle}
          paging={{ page, pageSize: PAGE_SIZE, total, onPage: setPage }}
        />
      )}
    </>
  )
}
