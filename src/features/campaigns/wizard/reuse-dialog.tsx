import { Button, Checkbox, Modal, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Draft } from '../../../data/frontend/campaign-drafts.ts'
import type { CampaignSummary } from '../../../data/frontend/campaign-summaries.ts'
import { SkeletonLine } from '../../../ui/feedback/skeletons.tsx'
import { reuseText } from '../../../ui/text/campaign-people.ts'
import { campaignStateText } from '../../../ui/text/campaigns.ts'
import { commonText } from '../../../ui/text/common.ts'
import { formatDay } from '../../../ui/text/locale.ts'
import { campaignsQuery, draftQuery } from '../queries.ts'
import { useDraft } from './draft-context.ts'
import { reusableParts, withReused } from './reused-parts.ts'
import classes from './wizard.module.css'

/** Which version of its content a campaign is: fixed at its launch, or still a draft. */
function versionOf({ launchedAt, state }: Pick<CampaignSummary, 'launchedAt' | 'state'>): string {
  return launchedAt === null
    ? campaignStateText[state].toLowerCase()
    : reuseText.launched(formatDay(new Date(launchedAt)))
}

type PartsProps = { readonly earlier: Draft; readonly onUse: (chosen: ReadonlySet<string>) => void }

function Parts({ earlier, onUse }: PartsProps) {
  const { draft } = useDraft()
  const parts = reusableParts(draft, earlier)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(parts.filter(({ state }) => state === 'new').map(({ id }) => id)),
  )
  if (parts.length === 0) return <p>{reuseText.none}</p>
  return (
    <>
      <p className={classes['muted']}>{reuseText.version(versionOf(earlier.campaign))}</p>
      <ul className={`${classes['choices']} ${classes['tall']}`}>
        {parts.map(({ id, name, words, state }) => (
          <li key={id} className={classes['choice']}>
            <Checkbox
              label={name}
              description={words.slice(name.length).replaceAll('\n', ' · ')}
              checked={chosen.has(id)}
              disabled={state === 'same'}
              onChange={(event) => {
                const next = new Set(chosen)
                if (event.currentTarget.checked) next.add(id)
                else next.delete(id)
                setChosen(next)
              }}
            />
            <span className={classes['count']}>
              {state === 'other' && chosen.has(id) ? reuseText.replaces : reuseText.states[state]}
            </span>
          </li>
        ))}
      </ul>
      <Button
        disabled={chosen.size === 0}
        onClick={() => {
          onUse(chosen)
        }}
      >
        {reuseText.add(chosen.size)}
      </Button>
    </>
  )
}

type ReuseDialogProps = { readonly opened: boolean; readonly onClose: () => void }

/** Targets and questions of an earlier campaign, to be taken over one by one. */
export function ReuseDialog({ opened, onClose }: ReuseDialogProps) {
  const { draft, store } = useDraft()
  const { id, officeId } = draft.campaign
  const [search, setSearch] = useState('')
  const [from, setFrom] = useState<string | null>(null)
  const campaigns = useQuery({ ...campaignsQuery({ search, officeId }), enabled: opened }).data
  const earlier = useQuery({ ...draftQuery(from ?? ''), enabled: from !== null }).data
  const labels = (campaigns?.items ?? [])
    .filter((each) => each.id !== id)
    .map((each) => ({ value: each.id, label: `${each.name} · ${versionOf(each)}` }))
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={reuseText.title}
      closeButtonProps={{ 'aria-label': commonText.close }}
    >
      <Stack gap="md">
        <Select
          label={reuseText.campaign}
          placeholder={reuseText.placeholder}
          data={labels}
          value={from}
          searchable
          data-autofocus
          onSearchChange={(text) => {
            // The label of what is chosen is no search.
            setSearch(labels.some(({ label }) => label === text) ? '' : text)
          }}
          filter={({ options }) => options}
          onChange={setFrom}
        />
        {from !== null && earlier === undefined && <SkeletonLine width="60%" />}
        {from !== null && earlier !== undefined && (
          <Parts
            key={from}
            earlier={earlier}
            onUse={(chosen) => {
              store.edit({ parts: withReused(draft, earlier, chosen, () => crypto.randomUUID()) })
              onClose()
            }}
          />
        )}
      </Stack>
    </Modal>
  )
}
