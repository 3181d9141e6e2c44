import type { ReactNode } from 'react'

export type Column<Row> = {
  /** Names the column, and the sort where it has one. */
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  readonly sortable?: boolean | undefined
  /** `end` for numbers, so that they stand under each other. */
  readonly align?: 'start' | 'end' | undefined
  /** A CSS width; columns without one share the rest. */
  readonly width?: string | undefined
  /** True for what a phone leaves out. */
  readonly wideOnly?: boolean | undefined
}
