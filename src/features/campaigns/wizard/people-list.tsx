import { Button } from '@mantine/core'
import type { AudiencePerson } from '../../../data/frontend/audience-people.ts'
import { peopleText } from '../../../ui/text/campaign-people.ts'
import { usePhoneFormat } from '../../../ui/words/phone-format.ts'
import classes from './wizard.module.css'

type PeopleListProps = {
  readonly label: string
  readonly people: readonly AudiencePerson[]
  /** The buttons of a person: short for the eye, in full for a screen reader. */
  readonly actions: readonly {
    readonly label: string
    readonly says: (name: string) => string
    readonly onPress: (personId: string) => void
  }[]
}

/** People with number and whereabouts, and what can be done with each. */
export function PeopleList({ label, people, actions }: PeopleListProps) {
  const phoneWords = usePhoneFormat()
  return (
    <ul className={`${classes['choices']} ${classes['tall']}`} aria-label={label}>
      {people.map(({ personId, name, phone, places }) => {
        const called = name === '' ? peopleText.noName : name
        return (
          <li key={personId} className={classes['choice']}>
            <span className={classes['who']}>
              <span>{called}</span>
              <span className={classes['muted']}>
                {phone === null && places.length === 0
                  ? peopleText.gone
                  : [phoneWords(phone ?? ''), ...places.map((place) => place.name)]
                      .filter(Boolean)
                      .join(' · ')}
              </span>
            </span>
            {actions.map((action) => (
              <Button
                key={action.label}
                variant="default"
                size="compact-sm"
                aria-label={action.says(called)}
                onClick={() => {
                  action.onPress(personId)
                }}
              >
                {action.label}
              </Button>
            ))}
          </li>
        )
      })}
    </ul>
  )
}
