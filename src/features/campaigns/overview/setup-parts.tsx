import type { DraftMatrix, DraftTarget } from '../../../data/frontend/campaign-drafts.ts'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { setupText } from '../../../ui/text/campaign-page.ts'
import { TextBlock } from '../../../ui/words/text-block.tsx'
import { Facts } from './facts.tsx'
import classes from './overview.module.css'

type TargetCardProps = { readonly target: DraftTarget; readonly board: readonly BoardColumn[] }

/** A target as it was written. */
export function TargetCard({ target, board }: TargetCardProps) {
  const column = board.find(({ id }) => id === target.columnId)
  return (
    <li className={classes['part']}>
      <div className={classes['partHead']}>
        <h3>{target.name}</h3>
        <span className={classes['muted']}>{setupText.goal[target.goalType]}</span>
        {column !== undefined && (
          <span className={classes['muted']}>{setupText.movesTo(column.name)}</span>
        )}
        <code className={classes['key']}>{target.objectiveKey}</code>
      </div>
      {target.description !== '' && <TextBlock text={target.description} />}
    </li>
  )
}

/** A matrix as it was written: its words for each channel. */
export function MatrixCard({ matrix }: { readonly matrix: DraftMatrix }) {
  const texts = [
    [setupText.whatsapp, matrix.whatsappMessage],
    [setupText.call, matrix.callScript],
  ] as const
  return (
    <li className={classes['part']}>
      <div className={classes['partHead']}>
        <h3>{matrix.name}</h3>
        <code className={classes['key']}>{matrix.objectiveKey}</code>
      </div>
      <Facts
        facts={texts
          .filter(([, text]) => text !== '')
          .map(([label, text]) => [label, <TextBlock key={label} text={text} />])}
      />
    </li>
  )
}
