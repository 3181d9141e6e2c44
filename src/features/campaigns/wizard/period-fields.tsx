import { TextInput } from '@mantine/core'
import type { Campaign } from '../../../data/frontend/campaigns.ts'
import { channelsStepText } from '../../../ui/text/campaign-wizard.ts'
import type { DraftFields } from './draft-edits.ts'
import { fromLocalField, toLocalField } from './local-moment.ts'
import classes from './wizard.module.css'

const YOUR_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone

type PeriodFieldsProps = {
  readonly campaign: Campaign
  readonly onChange: (fields: Partial<Pick<DraftFields, 'startsAt' | 'endsAt'>>) => void
}

/** From when and until when people are contacted. */
export function PeriodFields({ campaign, onChange }: PeriodFieldsProps) {
  const { startsAt, endsAt } = campaign
  const endsEarly =
    startsAt !== null && endsAt !== null && Date.parse(endsAt) <= Date.parse(startsAt)
  return (
    <section className={classes['section']} aria-label={channelsStepText.period}>
      <h2>{channelsStepText.period}</h2>
      <div className={classes['pair']}>
        <TextInput
          type="datetime-local"
          label={channelsStepText.starts}
          description={channelsStepText.startsAdvice}
          value={toLocalField(startsAt)}
          onChange={(event) => {
            onChange({ startsAt: fromLocalField(event.currentTarget.value) })
          }}
        />
        <TextInput
          type="datetime-local"
          label={channelsStepText.ends}
          description={channelsStepText.endsAdvice}
          value={toLocalField(endsAt)}
          error={endsEarly ? channelsStepText.endsEarly : undefined}
          onChange={(event) => {
            onChange({ endsAt: fromLocalField(event.currentTarget.value) })
          }}
        />
      </div>
      <p className={classes['muted']}>{channelsStepText.yourTime(YOUR_ZONE)}</p>
    </section>
  )
}
