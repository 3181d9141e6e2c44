import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { ConversationState } from '../../../data/frontend/inbox.ts'
import { PickOne } from '../../../ui/menu/pick-one.tsx'
import { careText } from '../../../ui/text/inbox.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { assigneesQuery } from './inbox-queries.ts'
import { useAssign } from './use-assign.ts'

const NOBODY = 'nobody'

export type AssignPickerProps = {
  readonly state: ConversationState
  readonly officeId: string
  readonly opened: boolean
  readonly onOpen: (opened: boolean) => void
  readonly children: ReactElement
}

/** Picks who looks after a conversation: oneself, a colleague of its office, or nobody. */
export function AssignPicker({ state, officeId, opened, onOpen, children }: AssignPickerProps) {
  const { userId, name } = useViewer()
  // Without the others, oneself and nobody can still be picked.
  const others = (useQuery(assigneesQuery(officeId)).data ?? []).filter(({ id }) => id !== userId)
  const assign = useAssign()
  return (
    <PickOne
      label={careText.who}
      placeholder={careText.whoSearch}
      none={careText.whoNone}
      choices={[
        { value: userId, label: careText.myself(name) },
        ...others.map((other) => ({ value: other.id, label: other.name })),
        { value: NOBODY, label: careText.nobody },
      ]}
      value={state.assignedTo ?? NOBODY}
      opened={opened}
      onOpen={onOpen}
      onPick={(picked) => {
        const to = picked === NOBODY ? null : picked
        const whose =
          picked === userId ? careText.you : others.find(({ id }) => id === picked)?.name
        const message = whose === undefined ? careText.unassigned : careText.assigned(whose)
        assign.mutate({ id: state.id, from: state.assignedTo, to, message })
      }}
    >
      {children}
    </PickOne>
  )
}
