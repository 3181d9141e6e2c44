/** The list of people as its address asks for it: by filters of its own, or by a saved segment. */
import type { Segment, SegmentFilter } from '../../../data/frontend/segments.ts'
import type { PeopleUrl } from '../list/people-url.ts'

const NO_FILTER: SegmentFilter = { search: '', tag: '', place: '' }

const isSame = (one: SegmentFilter, other: SegmentFilter): boolean =>
  one.search === other.search && one.tag === other.tag && one.place === other.place

/** Whether a filter leaves anybody out. */
export function hasFilter(filter: SegmentFilter): boolean {
  return !isSame(filter, NO_FILTER)
}

export type OpenedSegment = {
  /** What is asked for now. */
  readonly filter: SegmentFilter
  /** The segment the address names, where it is there. */
  readonly segment: Segment | null
  /** Whether something else is asked for than the segment keeps. */
  readonly changed: boolean
  /** The address names a segment that is not there. */
  readonly gone: boolean
}

/**
 * An address that names a segment and no filter of its own asks for what the segment keeps.
 *
 * @param segments undefined while they are not known
 */
export function openSegment(
  url: PeopleUrl,
  segments: readonly Segment[] | undefined,
): OpenedSegment {
  const own = { search: url.search, tag: url.tag, place: url.place }
  const segment = segments?.find(({ id }) => id === url.segment) ?? null
  const filter = segment === null || hasFilter(own) ? own : segment.filter
  return {
    filter,
    segment,
    changed: segment !== null && !isSame(filter, segment.filter),
    gone: url.segment !== '' && segments !== undefined && segment === null,
  }
}

/**
 * What the address becomes when a filter changes: all of them are written out, beside the segment
 * they began from; without any filter it is everybody, and no segment any more.
 */
export function changeFilter(
  { filter, segment }: OpenedSegment,
  patch: Partial<SegmentFilter>,
): Partial<PeopleUrl> {
  const next = { ...filter, ...patch }
  return { ...next, segment: hasFilter(next) ? (segment?.id ?? '') : '', page: 1 }
}
