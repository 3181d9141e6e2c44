import { useQueries } from '@tanstack/react-query'
import { segmentSizeQuery } from '../queries.ts'

/** How many people the chosen segments find, as far as it is known; null for one that is gone. */
export function useSegmentSizes(
  campaignId: string,
  segmentIds: readonly string[],
): ReadonlyMap<string, number | null> {
  return useQueries({
    queries: segmentIds.map((id) => segmentSizeQuery(campaignId, id)),
    combine: (results) =>
      new Map(
        results.flatMap(({ data }, at) => {
          const id = segmentIds[at]
          return data === undefined || id === undefined ? [] : [[id, data] as const]
        }),
      ),
  })
}
