import { Select } from '@mantine/core'
import { useState } from 'react'
import { FormDialog } from '../../../ui/feedback/form-dialog.tsx'
import { timeZoneText } from '../../../ui/text/people.ts'
import { TIME_ZONES } from '../../../ui/words/time-zones.ts'
import { useSetTimeZone } from '../queries.ts'

type TimeZoneDialogProps = {
  readonly personId: string
  /** What stands there now; null where nobody told it. */
  readonly own: string | null
  readonly onClose: () => void
}

/** Asks where a person is; what was there before can be had back. */
export function TimeZoneDialog({ personId, own, onClose }: TimeZoneDialogProps) {
  const [chosen, setChosen] = useState(own)
  const change = useSetTimeZone(personId)
  return (
    <FormDialog
      title={timeZoneText.title}
      submitLabel={timeZoneText.save}
      disabled={chosen === own}
      onClose={onClose}
      onSubmit={() => {
        change.mutate(chosen)
        onClose()
      }}
    >
      <Select
        label={timeZoneText.label}
        description={timeZoneText.advice}
        placeholder={timeZoneText.notKnown}
        data={[...new Set([...(own === null ? [] : [own]), ...TIME_ZONES])]}
        value={chosen}
        searchable
        clearable
        limit={50}
        data-autofocus
        openOnFocus={false}
        onChange={setChosen}
      />
    </FormDialog>
  )
}
