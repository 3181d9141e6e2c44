import { Textarea, TextInput } from '@mantine/core'
import type { DraftMatrix } from '../../../data/frontend/campaign-drafts.ts'
import type { Channel } from '../../../domain/campaign/channel.ts'
import { questionsStepText } from '../../../ui/text/campaign-wizard.ts'
import { MAX_NAME_LENGTH } from '../../../data/frontend/new-draft.ts'
import { PartCard } from './part-card.tsx'

type MatrixCardProps = {
  readonly matrix: DraftMatrix
  readonly at: number
  readonly count: number
  readonly channels: readonly Channel[]
  readonly onChange: (change: Partial<DraftMatrix>) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** A question or script block while it is written, in words for each channel. */
export function MatrixCard(props: MatrixCardProps) {
  const { matrix, at, count, channels, onChange, onMove, onRemove } = props
  const notSent = (channel: Channel) =>
    channels.includes(channel) ? undefined : questionsStepText.notSent
  return (
    <PartCard
      title={matrix.name.trim() === '' ? questionsStepText.matrix(at + 1) : matrix.name}
      objectiveKey={matrix.objectiveKey}
      isFirst={at === 0}
      isLast={at === count - 1}
      onMove={onMove}
      onRemove={onRemove}
    >
      <TextInput
        label={questionsStepText.name}
        placeholder={questionsStepText.matrixPlaceholder}
        value={matrix.name}
        maxLength={MAX_NAME_LENGTH}
        error={matrix.name.trim() === '' ? questionsStepText.nameMissing : undefined}
        onChange={(event) => {
          onChange({ name: event.currentTarget.value })
        }}
      />
      <Textarea
        label={questionsStepText.whatsapp}
        description={notSent('whatsapp')}
        value={matrix.whatsappMessage}
        autosize
        minRows={2}
        onChange={(event) => {
          onChange({ whatsappMessage: event.currentTarget.value })
        }}
      />
      <Textarea
        label={questionsStepText.call}
        description={notSent('call')}
        value={matrix.callScript}
        autosize
        minRows={2}
        onChange={(event) => {
          onChange({ callScript: event.currentTarget.value })
        }}
      />
    </PartCard>
  )
}
