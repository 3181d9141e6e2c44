import { TextInput } from '@mantine/core'
import type { Audience } from '../../../data/frontend/campaigns.ts'
import { peopleText } from '../../../ui/text/campaign-people.ts'
import classes from './wizard.module.css'

type NarrowFieldsProps = {
  readonly audience: Audience
  readonly onChange: (audience: Audience) => void
}

/** Which of the chosen pools' members are asked: by trade and place. */
export function NarrowFields({ audience, onChange }: NarrowFieldsProps) {
  const { filter } = audience
  const field = (key: keyof Audience['filter'], label: string, placeholder: string) => (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={filter[key]}
      maxLength={100}
      onChange={(event) => {
        onChange({ ...audience, filter: { ...filter, [key]: event.currentTarget.value } })
      }}
    />
  )
  return (
    <div className={classes['section']} role="group" aria-label={peopleText.narrow}>
      <h3>{peopleText.narrow}</h3>
      <div className={classes['pair']}>
        {field('trade', peopleText.trade, peopleText.tradePlaceholder)}
        {field('place', peopleText.place, peopleText.placePlaceholder)}
      </div>
      <p className={classes['muted']}>{peopleText.narrowAdvice}</p>
    </div>
  )
}
