import { IconAlertTriangle } from '@tabler/icons-react'
import { peopleText } from '../../ui/text/people.ts'
import { CopyablePhone } from '../../ui/words/copyable-phone.tsx'
import classes from './people.module.css'

type PersonPhoneProps = {
  readonly person: {
    readonly phone: string | null
    readonly phoneValid: boolean
    readonly phoneGiven: string
  }
}

/** A person's number, with a warning where it is in no known range. */
export function PersonPhone({ person: { phone, phoneValid, phoneGiven } }: PersonPhoneProps) {
  if (phone === null) return phoneGiven === '' ? peopleText.noPhone : phoneGiven
  return (
    <span className={classes['phone']}>
      <CopyablePhone phone={phone} />
      {!phoneValid && (
        <span role="img" aria-label={peopleText.unsure} title={peopleText.unsure}>
          <IconAlertTriangle size={14} aria-hidden className={classes['unsure']} />
        </span>
      )}
    </span>
  )
}
