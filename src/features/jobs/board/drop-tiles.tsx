import { useDroppable } from '@dnd-kit/core'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { formatNumber } from '../../../ui/text/locale.ts'
import classes from './drop-tiles.module.css'
import type { DropTile } from './drop-place.ts'

type TileProps = { readonly column: BoardColumn; readonly count: number; readonly isOver: boolean }

function Tile({ column, count, isOver }: TileProps) {
  const data: DropTile = { columnKey: column.key }
  const { setNodeRef } = useDroppable({ id: `to:${column.key}`, data })
  return (
    <li ref={setNodeRef} className={classes['tile']} data-over={isOver || undefined}>
      <span className={classes['name']}>{column.name}</span>
      <span className={classes['count']}>{formatNumber(count)}</span>
    </li>
  )
}

type DropTilesProps = {
  readonly columns: readonly BoardColumn[]
  readonly countOf: (column: BoardColumn) => number
  /** The column that the card would fall into. */
  readonly overKey: string | null
}

/** The columns that are not in sight, as places to drop a card on: a phone shows one column at a time. */
export function DropTiles({ columns, countOf, overKey }: DropTilesProps) {
  return (
    <ul aria-hidden className={classes['tiles']}>
      {columns.map((column) => (
        <Tile
          key={column.key}
          column={column}
          count={countOf(column)}
          isOver={column.key === overKey}
        />
      ))}
    </ul>
  )
}
