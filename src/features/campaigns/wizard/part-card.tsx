import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { questionsStepText } from '../../../ui/text/campaign-wizard.ts'
import classes from './wizard.module.css'

type PartCardProps = {
  /** What it is called: its name, or its number while it has none. */
  readonly title: string
  readonly objectiveKey: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
  readonly children: ReactNode
}

/** A target or matrix while it is written: moved, removed, with the key under which it travels. */
export function PartCard(props: PartCardProps) {
  const { title, objectiveKey, isFirst, isLast, onMove, onRemove, children } = props
  return (
    <li className={classes['part']}>
      <div className={classes['partHead']}>
        <h3>{title}</h3>
        <code className={classes['key']} title={questionsStepText.key}>
          {objectiveKey}
        </code>
        <ActionIcon
          aria-label={questionsStepText.up(title)}
          disabled={isFirst}
          onClick={() => {
            onMove(-1)
          }}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          aria-label={questionsStepText.down(title)}
          disabled={isLast}
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
      {children}
    </li>
  )
}
