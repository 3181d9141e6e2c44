import { Chip, Group, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import type { CallingHours, Campaign } from '../../../data/frontend/campaigns.ts'
import { channelsStepText } from '../../../ui/text/campaign-wizard.ts'
import { TIME_ZONES } from '../../../ui/words/time-zones.ts'
import type { DraftFields } from './draft-edits.ts'
import classes from './wizard.module.css'

const USUAL: CallingHours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '19:00' }

type HoursFieldsProps = {
  readonly campaign: Pick<
    Campaign,
    'callingHours' | 'timeZone' | 'taskExpiryHours' | 'errorPercent'
  >
  readonly onChange: (fields: Partial<DraftFields>) => void
}

type LimitsProps = {
  readonly hours: CallingHours
  readonly onChange: (hours: CallingHours) => void
}

/** The days, and from when until when; a last day can't be taken away. */
function Limits({ hours, onChange }: LimitsProps) {
  const { days, from, to } = hours
  return (
    <>
      <Chip.Group
        multiple
        value={days.map(String)}
        onChange={(chosen) => {
          const next = chosen.map(Number).toSorted((one, other) => one - other)
          if (next.length > 0) onChange({ ...hours, days: next })
        }}
      >
        <Group gap="xs" role="group" aria-label={channelsStepText.onDays}>
          {channelsStepText.days.map((name, at) => (
            <Chip key={name} value={String(at + 1)} size="sm">
              {name}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <div className={classes['pair']}>
        <TextInput
          type="time"
          label={channelsStepText.from}
          value={from}
          onChange={(event) => {
            if (event.currentTarget.value !== '') {
              onChange({ ...hours, from: event.currentTarget.value })
            }
          }}
        />
        <TextInput
          type="time"
          label={channelsStepText.to}
          value={to}
          description={to <= from ? channelsStepText.overnight : undefined}
          onChange={(event) => {
            if (event.currentTarget.value !== '') {
              onChange({ ...hours, to: event.currentTarget.value })
            }
          }}
        />
      </div>
    </>
  )
}

/** In which hours people are contacted, and when sending gives up by itself. */
export function HoursFields({ campaign, onChange }: HoursFieldsProps) {
  const { callingHours, timeZone, taskExpiryHours, errorPercent } = campaign
  return (
    <section className={classes['section']} aria-label={channelsStepText.hours}>
      <h2>{channelsStepText.hours}</h2>
      <Switch
        label={channelsStepText.limitHours}
        description={channelsStepText.hoursAdvice}
        checked={callingHours !== null}
        onChange={(event) => {
          onChange({ callingHours: event.currentTarget.checked ? USUAL : null })
        }}
      />
      {callingHours !== null && (
        <Limits
          hours={callingHours}
          onChange={(hours) => {
            onChange({ callingHours: hours })
          }}
        />
      )}
      <Select
        label={channelsStepText.zone}
        description={channelsStepText.zoneAdvice}
        placeholder={channelsStepText.officeZone}
        data={[...new Set([...(timeZone === null ? [] : [timeZone]), ...TIME_ZONES])]}
        value={timeZone}
        searchable
        clearable
        onChange={(zone) => {
          onChange({ timeZone: zone })
        }}
      />
      <div className={classes['pair']}>
        <NumberInput
          label={channelsStepText.expiry}
          description={channelsStepText.expiryAdvice}
          value={taskExpiryHours ?? ''}
          min={1}
          max={8760}
          allowDecimal={false}
          onChange={(hours) => {
            onChange({ taskExpiryHours: typeof hours === 'number' && hours > 0 ? hours : null })
          }}
        />
        <NumberInput
          label={channelsStepText.errors}
          description={channelsStepText.errorsAdvice}
          value={errorPercent ?? ''}
          min={1}
          max={100}
          suffix=" %"
          allowDecimal={false}
          onChange={(share) => {
            onChange({ errorPercent: typeof share === 'number' && share > 0 ? share : null })
          }}
        />
      </div>
    </section>
  )
}
