import { Button } from '@mantine/core'
import { IconChevronDown, IconUser } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { careText, inboxText } from '../../../ui/text/inbox.ts'
import type { AssignPickerProps } from './assign-picker.tsx'

const loadPicker = () => import('./assign-picker.tsx')
const AssignPicker = lazy(async () => ({ default: (await loadPicker()).AssignPicker }))

type AssignButtonProps = Omit<AssignPickerProps, 'children'> & {
  /** Who has it, in words; null where nobody does. */
  readonly who: string | null
}

/** Who looks after a conversation, and the way to give it to somebody else. The list comes when it is wanted. */
export function AssignButton({ who, ...picker }: AssignButtonProps) {
  const { opened, onOpen } = picker
  const [wasOpened, setWasOpened] = useState(opened)
  if (opened && !wasOpened) setWasOpened(true)
  const button = (
    <Button
      size="compact-sm"
      variant="default"
      aria-haspopup="listbox"
      aria-expanded={opened}
      leftSection={<IconUser size={14} aria-hidden />}
      rightSection={<IconChevronDown size={14} aria-hidden />}
      onPointerEnter={() => void loadPicker()}
      onFocus={() => void loadPicker()}
      onClick={() => {
        onOpen(!opened)
      }}
    >
      {who === null ? careText.assign : inboxText.assignedTo(who)}
    </Button>
  )
  if (!wasOpened) return button
  return (
    <Suspense fallback={button}>
      <AssignPicker {...picker}>{button}</AssignPicker>
    </Suspense>
  )
}
