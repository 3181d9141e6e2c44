import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AudiencePerson } from '../../../data/frontend/audience-people.ts'
import type { Audience } from '../../../data/frontend/campaigns.ts'
import { SkeletonLine } from '../../../ui/feedback/skeletons.tsx'
import { SearchField } from '../../../ui/filter/search-field.tsx'
import { peopleText } from '../../../ui/text/campaign-people.ts'
import { audiencePeopleQuery, foundPeopleQuery } from '../queries.ts'
import { forgetPerson, leavePersonOut, pickPerson } from './hand-picked.ts'
import { PeopleList } from './people-list.tsx'
import classes from './wizard.module.css'

type ByHandProps = {
  readonly campaignId: string
  readonly audience: Audience
  readonly onChange: (audience: Audience) => void
}

function Found({ campaignId, audience, onChange, search }: ByHandProps & { search: string }) {
  const found = useQuery(foundPeopleQuery(campaignId, search)).data
  if (search.trim() === '') return null
  if (found === undefined) return <SkeletonLine width="60%" />
  const decided = new Set([...audience.personIds, ...audience.excludedPersonIds])
  const people = found.items.filter(({ personId }) => !decided.has(personId))
  if (found.items.length === 0) return <p className={classes['muted']}>{peopleText.nobodyFound}</p>
  return (
    <>
      <PeopleList
        label={peopleText.pickSearch}
        people={people}
        actions={[
          {
            label: peopleText.pick,
            says: peopleText.add,
            onPress: (id) => {
              onChange(pickPerson(audience, id))
            },
          },
          {
            label: peopleText.leaveOut,
            says: peopleText.keepOut,
            onPress: (id) => {
              onChange(leavePersonOut(audience, id))
            },
          },
        ]}
      />
      {found.more && <p className={classes['muted']}>{peopleText.moreFound}</p>}
    </>
  )
}

/** People who were decided about by hand, with names as far as they are read. */
function Decided({ campaignId, audience, onChange }: ByHandProps) {
  const { personIds, excludedPersonIds } = audience
  const picked = useQuery(audiencePeopleQuery(campaignId, personIds)).data
  const removed = useQuery(audiencePeopleQuery(campaignId, excludedPersonIds)).data
  const lists = [
    {
      ids: personIds,
      people: picked,
      title: peopleText.picking,
      label: peopleText.picked,
      says: peopleText.take,
    },
    {
      ids: excludedPersonIds,
      people: removed,
      title: peopleText.removing,
      label: peopleText.removed,
      says: peopleText.letIn,
    },
  ]
  return lists.map(({ ids, people, title, label, says }) =>
    ids.length === 0 ? null : (
      <div key={label} className={classes['section']}>
        <h3>{title(ids.length)}</h3>
        <PeopleList
          label={label}
          // Who was taken off the list stands in the answer until the next one comes.
          people={(people ?? ids.map(unread)).filter(({ personId }) => ids.includes(personId))}
          actions={[
            {
              label: peopleText.undo,
              says,
              onPress: (id) => {
                onChange(forgetPerson(audience, id))
              },
            },
          ]}
        />
      </div>
    ),
  )
}

function unread(personId: string): AudiencePerson {
  return { personId, name: '…', phone: '', places: [] }
}

/** People picked, or left out, one by one: searched over everybody the office knows. */
export function PeopleByHand(props: ByHandProps) {
  const [search, setSearch] = useState('')
  return (
    <section className={classes['section']} aria-label={peopleText.pickTitle}>
      <div className={classes['sectionHead']}>
        <h2>{peopleText.pickTitle}</h2>
        <SearchField label={peopleText.pickSearch} value={search} onSearch={setSearch} />
      </div>
      <p className={classes['muted']}>{peopleText.pickAdvice}</p>
      <Found {...props} search={search} />
      <Decided {...props} />
    </section>
  )
}
