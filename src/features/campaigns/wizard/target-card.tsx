import { Select, Textarea, TextInput } from '@mantine/core'
import type { DraftTarget } from '../../../data/frontend/campaign-drafts.ts'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { GOAL_TYPES } from '../../../domain/objective/build-objectives.ts'
import { setupText } from '../../../ui/text/campaign-page.ts'
import { questionsStepText } from '../../../ui/text/campaign-wizard.ts'
import { MAX_NAME_LENGTH } from '../../../data/frontend/new-draft.ts'
import { PartCard } from './part-card.tsx'
import classes from './wizard.module.css'

const RECORD_ONLY = ''

type TargetCardProps = {
  readonly target: DraftTarget
  readonly at: number
  readonly count: number
  readonly board: readonly BoardColumn[]
  readonly onChange: (change: Partial<DraftTarget>) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** A target while it is written: what to find out, as what, and what follows from it. */
export function TargetCard(props: TargetCardProps) {
  const { target, at, count, board, onChange, onMove, onRemove } = props
  return (
    <PartCard
      title={target.name.trim() === '' ? questionsStepText.target(at + 1) : target.name}
      objectiveKey={target.objectiveKey}
      isFirst={at === 0}
      isLast={at === count - 1}
      onMove={onMove}
      onRemove={onRemove}
    >
      <TextInput
        label={questionsStepText.name}
        placeholder={questionsStepText.namePlaceholder}
        value={target.name}
        maxLength={MAX_NAME_LENGTH}
        error={target.name.trim() === '' ? questionsStepText.nameMissing : undefined}
        onChange={(event) => {
          onChange({ name: event.currentTarget.value })
        }}
      />
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
