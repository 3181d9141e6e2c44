import { Button } from '@mantine/core'
import type { Audience } from '../../../data/frontend/campaigns.ts'
import { peopleText } from '../../../ui/text/campaign-people.ts'
import classes from './wizard.module.css'

type ContactedBeforeProps = {
  readonly audience: Audience
  readonly onChange: (audience: Audience) => void
}

/** Says that those whom earlier campaigns contacted are left out, and lets them in. */
export function ContactedBefore({ audience, onChange }: ContactedBeforeProps) {
  const { notContactedIn } = audience
  if (notContactedIn.length === 0) return null
  return (
    <div className={classes['line']}>
      {peopleText.contactedBefore(notContactedIn.length)}
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => {
          onChange({ ...audience, notContactedIn: [] })
        }}
      >
        {peopleText.contactAgain}
      </Button>
    </div>
  )
}
