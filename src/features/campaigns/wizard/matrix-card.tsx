import { Textarea } from '@mantine/core'
import type { DraftMatrix } from '../../../data/frontend/campaign-drafts.ts'
import type { Channel } from '../../../domain/campaign/channel.ts'
import { questionsStepText } from '../../../ui/text/campaign-wizard.ts'
import { PartCard, type PartProps } from './part-card.tsx'

type MatrixCardProps = PartProps<DraftMatrix> & { readonly channels: readonly Channel[] }

/** A question or script block while it is written, in words for each channel. */
export function MatrixCard({ channels, ...props }: MatrixCardProps) {
  const { part: matrix, at, onChange } = props
  const notSent = (channel: Channel) =>
    channels.includes(channel) ? undefined : questionsStepText.notSent
  return (
    <PartCard
      {...props}
      unnamed={questionsStepText.matrix(at + 1)}
      namePlaceholder={questionsStepText.matrixPlaceholder}
    >
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
