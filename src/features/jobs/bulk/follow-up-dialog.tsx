import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CardsChange } from '../../../data/frontend/board-changes.ts'
import { addDays } from '../../../domain/hours/calendar-day.ts'
import { bulkDialogText } from '../../../ui/text/board-bulk.ts'
import { FormDialog } from '../../../ui/feedback/form-dialog.tsx'

const PICKS = [
  [0, bulkDialogText.today],
  [1, bulkDialogText.tomorrow],
  [3, bulkDialogText.inThreeDays],
  [7, bulkDialogText.nextWeek],
] as const

type FollowUpDialogProps = {
  readonly who: string
  /** The day it is at the office. */
  readonly today: string
  /** The day that stands there now; null for none, or where there are several people. */
  readonly present: string | null
  readonly onChange: (change: CardsChange) => void
  readonly onClose: () => void
}

/** Asks on which day to follow up. */
export function FollowUpDialog(props: FollowUpDialogProps) {
  const { who, today, present, onChange, onClose } = props
  const [day, setDay] = useState(present ?? addDays(today, 1))
  return (
    <FormDialog
      title={bulkDialogText.followUpTitle(who)}
      submitLabel={bulkDialogText.save}
      disabled={!/^\d{4}-\d{2}-\d{2}$/.test(day)}
      onClose={onClose}
      onSubmit={() => {
        onChange({ followUpOn: day })
      }}
    >
      <TextInput
        type="date"
        label={bulkDialogText.day}
        value={day}
        data-autofocus
        onChange={(event) => {
          setDay(event.currentTarget.value)
        }}
      />
      <Group gap="xs" mt="md">
        {PICKS.map(([days, label]) => (
          <Button
            key={days}
            size="compact-sm"
            variant={day === addDays(today, days) ? 'light' : 'default'}
            aria-pressed={day === addDays(today, days)}
            onClick={() => {
              setDay(addDays(today, days))
            }}
          >
            {label}
          </Button>
        ))}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            onChange({ followUpOn: null })
          }}
        >
          {bulkDialogText.clearDay}
        </Button>
      </Group>
    </FormDialog>
  )
}
