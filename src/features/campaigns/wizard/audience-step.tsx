import { Checkbox, Select } from '@mantine/core'
import { useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Audience } from '../../../data/frontend/campaigns.ts'
import type { Dataset } from '../../../data/frontend/datasets.ts'
import { boardCountsQuery, jobChoicesQuery } from '../../../data/frontend/shared-queries.ts'
import { SearchField } from '../../../ui/filter/search-field.tsx'
import { peopleText } from '../../../ui/text/campaign-people.ts'
import { audienceStepText } from '../../../ui/text/campaign-wizard.ts'
import { poolChoicesQuery } from '../queries.ts'
import { largestAudience, shownBoards, togglePool } from './audience-sum.ts'
import { BoardChoices } from './board-choices.tsx'
import { ContactedBefore } from './contacted-before.tsx'
import { useDraft } from './draft-context.ts'
import { NarrowFields } from './narrow-fields.tsx'
import { PeopleByHand } from './people-by-hand.tsx'
import { SegmentChoices } from './segment-choices.tsx'
import { useSegmentSizes } from './use-segment-sizes.ts'
import classes from './wizard.module.css'

type PoolChoicesProps = {
  readonly pools: readonly Dataset[]
  readonly audience: Audience
  readonly onChange: (audience: Audience) => void
}

function PoolChoices({ pools, audience, onChange }: PoolChoicesProps) {
  if (pools.length === 0) return <p className={classes['muted']}>{audienceStepText.noPools}</p>
  return (
    <ul className={classes['choices']}>
      {pools.map(({ id, name, memberCount, withoutPhoneCount }) => (
        <li key={id} className={classes['choice']}>
          <Checkbox
            label={name}
            checked={audience.datasetIds.includes(id)}
            onChange={() => {
              onChange(togglePool(audience, id))
            }}
          />
          <span className={classes['count']}>
            {audienceStepText.people(memberCount)}
            {withoutPhoneCount > 0 && `, ${audienceStepText.withoutPhone(withoutPhoneCount)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The board counts that are known so far, by job. */
function useBoardCounts(jobIds: readonly string[]) {
  return useQueries({
    queries: jobIds.map(boardCountsQuery),
    combine: (results) =>
      new Map(
        results.flatMap(({ data }, at) => {
          const jobId = jobIds[at]
          return data === undefined || jobId === undefined ? [] : [[jobId, data] as const]
        }),
      ),
  })
}

/** Who is asked: members of pools, cards in columns of boards, whom segments find, and people one by one. */
export function AudienceStep() {
  const { draft, editFields } = useDraft()
  const { audience, jobId, officeId } = draft.campaign
  const [search, setSearch] = useState('')
  const [added, setAdded] = useState<readonly string[]>([])
  const { data: all } = useSuspenseQuery(poolChoicesQuery('', officeId))
  const found = useQuery(poolChoicesQuery(search, officeId)).data ?? all
  const jobs = useQuery(jobChoicesQuery('', officeId)).data?.items ?? []
  const boards = shownBoards(audience, jobId, added)
  const boardCounts = useBoardCounts(boards)
  const segmentSizes = useSegmentSizes(draft.campaign.id, audience.segmentIds)
  const poolCounts = new Map(
    [...all.items, ...found.items].map(({ id, memberCount }) => [id, memberCount]),
  )
  const change = (next: Audience): void => {
    editFields({ audience: next })
  }
  const more = found.total - found.items.length
  return (
    <>
      <section className={classes['section']} aria-label={audienceStepText.pools}>
        <div className={classes['sectionHead']}>
          <h2>{audienceStepText.pools}</h2>
          <SearchField label={audienceStepText.searchPools} value={search} onSearch={setSearch} />
        </div>
        <PoolChoices pools={found.items} audience={audience} onChange={change} />
        {more > 0 && <p className={classes['muted']}>{audienceStepText.morePools(more)}</p>}
        <p className={classes['muted']}>{peopleText.poolOffice}</p>
        {audience.datasetIds.length > 0 && <NarrowFields audience={audience} onChange={change} />}
      </section>
      <section className={classes['section']} aria-label={audienceStepText.columns}>
        <h2>{audienceStepText.columns}</h2>
        <p className={classes['muted']}>{audienceStepText.columnsAdvice}</p>
        {boards.map((id) => (
          <BoardChoices
            key={id}
            jobId={id}
            counts={boardCounts.get(id) ?? {}}
            audience={audience}
            onChange={change}
          />
        ))}
        <Select
          aria-label={audienceStepText.otherBoard}
          placeholder={audienceStepText.otherBoard}
          data={jobs
            .filter(({ id }) => !boards.includes(id))
            .map(({ id, title, location }) => ({
              value: id,
              label: location === '' ? title : `${title} · ${location}`,
            }))}
          value={null}
          searchable
          w={320}
          maw="100%"
          onChange={(id) => {
            if (id !== null) setAdded([...added, id])
          }}
        />
      </section>
      <SegmentChoices
        officeId={officeId}
        audience={audience}
        sizes={segmentSizes}
        onChange={change}
      />
      <PeopleByHand campaignId={draft.campaign.id} audience={audience} onChange={change} />
      <ContactedBefore audience={audience} onChange={change} />
      <p className={classes['sum']} aria-live="polite">
        {audienceStepText.sum(largestAudience(audience, poolCounts, boardCounts, segmentSizes))}
      </p>
    </>
  )
}
