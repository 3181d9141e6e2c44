import { useCallback, useMemo } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import type { z } from 'zod'
import { parseUrlState, type UrlSchema, writeUrlState } from './url-state.ts'

type UrlState<Schema extends UrlSchema> = {
  readonly state: z.output<Schema>
  /**
   * Changes fields; the back button undoes it unless `replace` is given, as for typing. What
   * changes together goes in one call: of two in one tick the router keeps the second.
   */
  readonly setState: (
    patch: Partial<z.output<Schema>>,
    options?: { readonly replace?: boolean },
  ) => void
  /** The address of this page with fields changed, for a link. */
  readonly hrefWith: (patch: Partial<z.output<Schema>>) => string
}

/**
 * Keeps filters, sort and page in the address. Define the schema outside the component: its
 * identity is what the parsed state is remembered by.
 */
export function useUrlState<Schema extends UrlSchema>(schema: Schema): UrlState<Schema> {
  const [search, setSearch] = useSearchParams()
  const { pathname } = useLocation()
  const state = useMemo(() => parseUrlState(schema, search), [schema, search])

  const setState = useCallback<UrlState<Schema>['setState']>(
    (patch, options) => {
      setSearch((current) => writeUrlState(schema, current, patch), {
        replace: options?.replace ?? false,
        preventScrollReset: true,
      })
    },
    [schema, setSearch],
  )

  const hrefWith = useCallback<UrlState<Schema>['hrefWith']>(
    (patch) => {
      const text = writeUrlState(schema, search, patch).toString()
      return text === '' ? pathname : `${pathname}?${text}`
    },
    [schema, search, pathname],
  )

  return { state, setState, hrefWith }
}
