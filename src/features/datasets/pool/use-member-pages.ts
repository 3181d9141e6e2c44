/** The pages of a pool that are on screen, fetched as one scrolls. */
import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Member, MemberFilter } from '../../../data/frontend/datasets.ts'
import { PAGE_SIZE } from '../../../data/frontend/page.ts'
import { membersQuery } from '../queries.ts'

type MemberPages = {
  readonly total: number
  /** The loaded members, in order. */
  readonly loaded: readonly Member[]
  readonly memberAt: (index: number) => Member | undefined
  readonly onRange: (first: number, last: number) => void
}

/** Suspends for the first page; the others come when they are about to be seen. */
export function useMemberPages(datasetId: string, filter: MemberFilter): MemberPages {
  const { data: start } = useSuspenseQuery(membersQuery(datasetId, { ...filter, page: 0 }))
  const [range, setRange] = useState({ first: 0, last: 0 })
  const numbers: number[] = []
  for (let page = range.first; page <= range.last; page += 1) if (page > 0) numbers.push(page)
  const others = useQueries({
    queries: numbers.map((page) => ({
      ...membersQuery(datasetId, { ...filter, page }),
      throwOnError: false, // rows that did not come stay "loading"; the next scroll asks again
    })),
  })
  const pages = new Map([[0, start.items]])
  others.forEach(({ data }, index) => {
    const page = numbers[index]
    if (page !== undefined && data !== undefined) pages.set(page, data.items)
  })
  const onRange = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / PAGE_SIZE), last: Math.floor(last / PAGE_SIZE) }
    setRange((before) => (before.first === next.first && before.last === next.last ? before : next))
  }, [])
  return {
    total: start.total,
    loaded: [...pages.values()].flat(),
    memberAt: (index) => pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE],
    onRange,
  }
}
