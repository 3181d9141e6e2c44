import { useCallback } from 'react'
import { useLocation, useSearchParams } from 'react-router'

type Panel = {
  /** The id of what the panel shows, or null while it is closed. */
  readonly openId: string | null
  /** The address of this page with the panel on that id. */
  readonly hrefFor: (id: string) => string
  readonly close: () => void
}

/**
 * A side panel whose address is a search parameter of its page: `?candidate=…`. The list behind
 * keeps its filters and place.
 */
export function usePanel(parameter: string): Panel {
  const [search, setSearch] = useSearchParams()
  const { pathname } = useLocation()

  const hrefFor = useCallback(
    (id: string) => {
      const next = new URLSearchParams(search)
      next.set(parameter, id)
      return `${pathname}?${next}`
    },
    [parameter, pathname, search],
  )

  const close = useCallback(() => {
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        next.delete(parameter)
        return next
      },
      { preventScrollReset: true },
    )
  }, [parameter, setSearch])

  return { openId: search.get(parameter), hrefFor, close }
}
