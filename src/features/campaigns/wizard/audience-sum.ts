/** What is chosen of an audience, and how many people that is at most. */
import type { Audience } from '../../../data/frontend/campaigns.ts'

/** The list with the item, or without it where it was there. */
function toggled<Item>(
  items: readonly Item[],
  item: Item,
  same: (one: Item, other: Item) => boolean,
) {
  const rest = items.filter((each) => !same(each, item))
  return rest.length < items.length ? rest : [...items, item]
}

/** The audience with a pool chosen, or no longer. */
export function togglePool(audience: Audience, datasetId: string): Audience {
  const datasetIds = toggled(audience.datasetIds, datasetId, (one, other) => one === other)
  return { ...audience, datasetIds }
}

/** The audience with a segment chosen, or no longer. */
export function toggleSegment(audience: Audience, segmentId: string): Audience {
  const segmentIds = toggled(audience.segmentIds, segmentId, (one, other) => one === other)
  return { ...audience, segmentIds }
}

type ColumnRef = Audience['columns'][number]

function sameColumn(one: ColumnRef, other: ColumnRef): boolean {
  return one.jobId === other.jobId && one.key === other.key
}

/** True where the cards of a column are asked. */
export function hasColumn(audience: Audience, column: ColumnRef): boolean {
  return audience.columns.some((each) => sameColumn(each, column))
}

/** The audience with a column chosen, or no longer. */
export function toggleColumn(audience: Audience, column: ColumnRef): Audience {
  return { ...audience, columns: toggled(audience.columns, column, sameColumn) }
}

/** The jobs whose boards are shown: the campaign's own first, then those with chosen columns. */
export function shownBoards(
  audience: Audience,
  jobId: string,
  added: readonly string[],
): readonly string[] {
  return [...new Set([jobId, ...audience.columns.map((column) => column.jobId), ...added])]
}

/**
 * At most so many people: those of the chosen pools, columns and segments and those picked by hand,
 * each counted wherever they stand. What is not known yet counts nothing.
 */
export function largestAudience(
  audience: Audience,
  poolCounts: ReadonlyMap<string, number>,
  boardCounts: ReadonlyMap<string, Readonly<Record<string, number>>>,
  segmentSizes: ReadonlyMap<string, number | null>,
): number {
  const pools = audience.datasetIds.map((id) => poolCounts.get(id) ?? 0)
  const columns = audience.columns.map(({ jobId, key }) => boardCounts.get(jobId)?.[key] ?? 0)
  const segments = audience.segmentIds.map((id) => segmentSizes.get(id) ?? 0)
  return [...pools, ...columns, ...segments].reduce(
    (sum, count) => sum + count,
    audience.personIds.length,
  )
}
