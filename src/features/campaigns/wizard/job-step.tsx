import { Select, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { CARD_POLICIES } from '../../../data/frontend/campaigns.ts'
import { jobDescription } from '../../../domain/job/job-description.ts'
import { paths } from '../../../lib/paths.ts'
import { jobStepText } from '../../../ui/text/campaign-wizard.ts'
import { TextBlock } from '../../../ui/words/text-block.tsx'
import { MAX_NAME_LENGTH } from '../../../data/frontend/new-draft.ts'
import { jobQuery } from '../../../data/frontend/shared-queries.ts'
import { useDraft } from './draft-context.ts'
import classes from './wizard.module.css'

/** The campaign's name, its job as the agents hear of it, and who gets a card on its board. */
export function JobStep() {
  const { draft, store, editFields } = useDraft()
  const { campaign } = draft
  const { data: job } = useSuspenseQuery(jobQuery(campaign.jobId))
  return (
    <>
      <TextInput
        label={jobStepText.name}
        description={jobStepText.nameAdvice}
        value={campaign.name}
        maxLength={MAX_NAME_LENGTH}
        error={campaign.name.trim() === '' ? jobStepText.nameMissing : undefined}
        onChange={(event) => {
          store.edit({ name: event.currentTarget.value })
        }}
      />
      <section className={classes['section']} aria-label={jobStepText.agentsHear}>
        <div className={classes['sectionHead']}>
          <h2>{jobStepText.agentsHear}</h2>
          <Link to={paths.job(campaign.jobId)}>{jobStepText.editJob}</Link>
        </div>
        <div className={classes['told']}>
          <TextBlock text={jobDescription(job)} />
        </div>
        <p className={classes['muted']}>{jobStepText.jobFixed}</p>
      </section>
      <Select
        label={jobStepText.cards}
        description={jobStepText.cardsAdvice}
        data={CARD_POLICIES.map((policy) => ({
          value: policy,
          label: jobStepText.cardPolicies[policy],
        }))}
        value={campaign.cardPolicy}
        allowDeselect={false}
        onChange={(value) => {
          const cardPolicy = CARD_POLICIES.find((policy) => policy === value)
          if (cardPolicy !== undefined) editFields({ cardPolicy })
        }}
      />
    </>
  )
}
