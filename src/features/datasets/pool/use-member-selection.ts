import { useState } from 'react'
import type { Member } from '../../../data/frontend/datasets.ts'
import type { Chosen } from '../../../data/frontend/pool-work.ts'
import { useSelection } from '../../../ui/table/use-selection.ts'

type Listed = {
  readonly datasetId: string
  readonly search: string
  /** Of all whom the search finds. */
  readonly total: number
  /** Those of them that are read so far, in their order. */
  readonly loaded: readonly Member[]
}

/** Which members are chosen: some of those that were seen, or everybody whom the search finds. */
export function useMemberSelection({ datasetId, search, total, loaded }: Listed) {
  const { selected, toggle, clear } = useSelection(loaded.map(({ id }) => id))
  const [everyone, setEveryone] = useState(false)
  const count = everyone ? total : selected.size
  const chosen: Chosen = {
    datasetId,
    memberIds: everyone ? null : [...selected],
    search: everyone ? search : '',
  }
  return {
    chosen,
    everyone,
    count,
    state: everyone ? 'all' : count > 0 ? 'some' : 'none',
    has: (key: string) => everyone || selected.has(key),
    toggle: (key: string, range: boolean) => {
      setEveryone(false)
      toggle(key, range)
    },
    toggleAll: () => {
      clear()
      setEveryone(!everyone)
    },
    clear: () => {
      setEveryone(false)
      clear()
    },
  } as const
}
