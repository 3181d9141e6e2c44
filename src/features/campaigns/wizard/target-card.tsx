import { Select, Textarea } from '@mantine/core'
import type { DraftTarget } from '../../../data/frontend/campaign-drafts.ts'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { GOAL_TYPES } from '../../../domain/objective/build-objectives.ts'
import { setupText } from '../../../ui/text/campaign-page.ts'
import { questionsStepText } from '../../../ui/text/campaign-wizard.ts'
import { PartCard, type PartProps } from './part-card.tsx'
import classes from './wizard.module.css'

const RECORD_ONLY = ''

type TargetCardProps = PartProps<DraftTarget> & { readonly board: readonly BoardColumn[] }

/** A target while it is written: what to find out, as what, and what follows from it. */
export function TargetCard({ board, ...props }: TargetCardProps) {
  const { part: target, at, onChange } = props
  return (
    <PartCard
      {...props}
      unnamed={questionsStepText.target(at + 1)}
      namePlaceholder={questionsStepText.namePlaceholder}
    >
      <div className={classes['pair']}>
        <Select
          label={questionsStepText.answer}
          data={GOAL_TYPES.map((type) => ({ value: type, label: setupText.goal[type] }))}
          value={target.goalType}
          allowDeselect={false}
          onChange={(value) => {
            const goalType = GOAL_TYPES.find((type) => type === value)
            if (goalType !== undefined) onChange({ goalType })
          }}
        />
        <Select
          label={questionsStepText.whenMet}
          data={[
            { value: RECORD_ONLY, label: questionsStepText.record },
            ...board.map(({ id, name }) => ({ value: id, label: questionsStepText.moveTo(name) })),
          ]}
          value={target.kind === 'column' ? target.columnId : RECORD_ONLY}
          allowDeselect={false}
          onChange={(columnId) => {
            if (columnId === null || columnId === RECORD_ONLY) {
              onChange({ kind: 'custom', columnId: null })
            } else onChange({ kind: 'column', columnId })
          }}
        />
      </div>
      <Textarea
        label={questionsStepText.description}
        value={target.description}
        autosize
        minRows={2}
        onChange={(event) => {
          onChange({ description: event.currentTarget.value })
        }}
      />
    </PartCard>
  )
}
