import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CardsChange } from '../../../data/frontend/board-changes.ts'
import { NOBODY } from '../../../data/frontend/cards.ts'
import { bulkDialogText } from '../../../ui/text/board-bulk.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { activeColleaguesQuery } from '../queries.ts'
import { FormDialog } from '../../../ui/feedback/form-dialog.tsx'

type AssignDialogProps = {
  readonly who: string
  readonly onChange: (change: CardsChange) => void
  readonly onClose: () => void
}

/** Asks who looks after these people from now on; oneself first. */
export function AssignDialog({ who, onChange, onClose }: AssignDialogProps) {
  const { userId, name } = useViewer()
  const colleagues = useQuery({ ...activeColleaguesQuery(), throwOnError: false }).data ?? []
  const [assignee, setAssignee] = useState(userId)
  const others = colleagues.filter(({ id }) => id !== userId)
  return (
    <FormDialog
      title={bulkDialogText.assignTitle(who)}
      submitLabel={bulkDialogText.assign}
      onClose={onClose}
      onSubmit={() => {
        onChange({ assignedTo: assignee === NOBODY ? null : assignee })
      }}
    >
      <Select
        label={bulkDialogText.colleague}
        data={[
          { value: userId, label: bulkDialogText.me(name) },
          ...others.map((other) => ({ value: other.id, label: other.name })),
          { value: NOBODY, label: bulkDialogText.nobody },
        ]}
        value={assignee}
        searchable={others.length > 8}
        allowDeselect={false}
        data-autofocus
        onChange={(value) => {
          if (value !== null) setAssignee(value)
        }}
      />
    </FormDialog>
  )
}
