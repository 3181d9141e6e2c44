import { ActionIcon, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { MAX_NAME_LENGTH } from '../../../data/frontend/new-draft.ts'
import { questionsStepText } from '../../../ui/text/campaign-wizard.ts'
import classes from './part-card.module.css'

/** A target or a matrix among its like. */
export type PartProps<Part> = {
  readonly part: Part
  /** Its place, counted from 0, and how many there are. */
  readonly at: number
  readonly count: number
  readonly onChange: (change: Partial<Part>) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

type PartCardProps = PartProps<{ readonly name: string; readonly objectiveKey: string }> & {
  /** What it is called while it has no name: "Target 1". */
  readonly unnamed: string
  readonly namePlaceholder: string
  readonly children: ReactNode
}

/** A target or matrix while it is written: named, moved, removed, with the key it travels under. */
export function PartCard(props: PartCardProps) {
  const { part, at, count, unnamed, namePlaceholder, onChange, onMove, onRemove, children } = props
  // A new part is not blamed for having no name before its field was left.
  const [wasLeft, setWasLeft] = useState(false)
  const hasName = part.name.trim() !== ''
  const title = hasName ? part.name : unnamed
  return (
    <li className={classes['part']}>
      <div className={classes['head']}>
        <h3>{title}</h3>
        <code className={classes['key']} title={questionsStepText.key}>
          {part.objectiveKey}
        </code>
        <ActionIcon
          aria-label={questionsStepText.up(title)}
          disabled={at === 0}
          onClick={() => {
            onMove(-1)
          }}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          aria-label={questionsStepText.down(title)}
          disabled={at === count - 1}
          onClick={() => {
            onMove(1)
          }}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={questionsStepText.remove(title)} onClick={onRemove}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </div>
      <TextInput
        label={questionsStepText.name}
        placeholder={namePlaceholder}
        value={part.name}
        maxLength={MAX_NAME_LENGTH}
        error={wasLeft && !hasName ? questionsStepText.nameMissing : undefined}
        onBlur={() => {
          setWasLeft(true)
        }}
        onChange={(event) => {
          onChange({ name: event.currentTarget.value })
        }}
      />
      {children}
    </li>
  )
}
